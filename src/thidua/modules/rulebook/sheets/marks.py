"""The days on which the law of one honour changes, and in what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import translation

from thidua import law
from thidua.law.turns import turns
from thidua.modules.rulebook.sheets.compare import beside
from thidua.modules.rulebook.sheets.parts import Sheet
from thidua.modules.rulebook.sheets.whole import sheet
from thidua.modules.rulebook.words import SECTIONS


@dataclass(frozen=True, slots=True)
class Mark:
    """From this day on the sections of `changed` say something else than the day before."""

    on: date
    changed: tuple[str, ...]

    @property
    def words(self) -> str:
        return ", ".join(str(SECTIONS[code]) for code in self.changed)


@lru_cache(maxsize=512)
def marks(book: law.Book, honour: str, kind: str) -> tuple[Mark, ...]:
    """The first is the first day that anything is known of it."""
    with translation.override(None):
        return tuple(_found(book, honour, kind))


def _found(book: law.Book, honour: str, kind: str) -> Iterator[Mark]:
    since = book.honour(honour).since
    before: Sheet | None = None
    for day in (day for day in turns(book) if day >= since):
        now = sheet(book, honour, kind, day)
        changed = _changed(before, now) if before else ()
        if changed or before is None:
            yield Mark(day, changed)
        before = now


def _changed(before: Sheet, now: Sheet) -> tuple[str, ...]:
    return tuple(part.code for part in beside(before, now) if part.n_changed or part.n_recited)
