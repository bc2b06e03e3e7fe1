"""What the year's book says as a paper. A paper is Vietnamese whatever the language of the screen."""

from collections.abc import Iterable
from datetime import date

from django.utils import translation

from thidua.documents.letters import BookLine, YearBook
from thidua.modules.papers.api import letterhead, signature, signers_of
from thidua.modules.register.models import Act, Chain, Entry
from thidua.modules.rulebook import api as rulebook


def year_letter(book: Chain, year: int, entries: Iterable[Entry], *, keeper: str, on: date) -> YearBook:
    with translation.override("vi"):
        lines = tuple(map(_line, entries))
    return YearBook(
        head=letterhead(book.body, on),
        year=year,
        lines=lines,
        keeper=keeper,
        signature=signature(signers_of(book.body, on).first()),
    )


def _line(entry: Entry) -> BookLine:
    honour = rulebook.find_honour(entry.honour)
    name = " ".join(part for part in (entry.honorific, entry.name) if part)
    return BookLine(
        place=entry.place,
        name=f"{name}, {entry.post}" if entry.post else name,
        unit=entry.unit_name,
        award=honour.name_vi if honour else entry.honour,
        period=entry.period_label or str(entry.year),
        decision=_decision(entry),
        note=_note(entry),
    )


def _decision(entry: Entry) -> str:
    day = f"ngày {entry.decided_on:%d/%m/%Y}" if entry.decided_on else ""
    return " ".join(part for part in (entry.decision_number, day) if part) or "—"


def _note(entry: Entry) -> str:
    if entry.act == Act.GRANT or entry.refers_to is None:
        return ""
    return f"{entry.get_act_display()}, số {entry.refers_to.place}"
