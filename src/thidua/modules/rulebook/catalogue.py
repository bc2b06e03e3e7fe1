"""The honours as one browses them: by nature and recipient, found by words without diacritics."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.kernel.text import fold
from thidua.modules.rulebook.words import KINDS, NATURES, OFFICES, SLUGS, cite_label, name_of

# The chain of offices that is followed where nobody says at which level a candidate stands.
NEAREST = "xa"


def standard_url(honour: str, kind: str) -> str:
    """Where the law of an honour is read."""
    return reverse("rulebook_standard", args=[honour, SLUGS[kind]])


@dataclass(frozen=True, slots=True)
class Line:
    """One honour in the list: where it stands, who decides, what goes with it."""

    honour: law.Honour
    name: str
    kinds: tuple[tuple[str, str], ...]
    cite: str
    decider: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class Shelf:
    label: str
    lines: tuple[Line, ...]


def shelves(book: law.Book, on: date, *, words: str = "", kind: str = "") -> Iterator[Shelf]:
    """The honours of a day, the highest first within each nature."""
    fitting = found(words, book)
    chosen = [honour for honour in fitting if honour.exists_on(on) and kind in ("", *honour.recipient)]
    for nature, label in NATURES.items():
        lines = tuple(_line(book, honour, on, kind) for honour in chosen if honour.nature == nature)
        if lines:
            yield Shelf(str(label), lines)


def found(words: str, book: law.Book | None = None) -> list[law.Honour]:
    """Every word must begin a word of the name, the short name or the code."""
    wanted = fold(words).split()
    known = book.honours if book else law.catalogue()
    return [honour for honour in known.values() if _matches(honour, wanted)]


def _matches(honour: law.Honour, wanted: list[str]) -> bool:
    said = fold(
        f"{honour.name_vi} {honour.name_en} {honour.short_vi} {honour.code.replace('_', ' ')}"
    ).split()
    return all(any(word.startswith(part) for word in said) for part in wanted)


def _line(book: law.Book, honour: law.Honour, on: date, kind: str) -> Line:
    office = law.decider(book, honour.code, NEAREST, on)
    return Line(
        honour=honour,
        name=name_of(honour),
        kinds=tuple((standard_url(honour.code, each), str(KINDS[each])) for each in honour.recipient),
        cite=cite_label(_cite(book, honour, on)),
        decider=str(OFFICES[office.code]) if office else "",
        amount=amount_of(book, honour.code, kind or honour.recipient[0], on),
    )


def _cite(book: law.Book, honour: law.Honour, on: date) -> law.Cite:
    """The article of the law; of an honour that the law has no article for, where the place set it down."""
    cite = honour.cite(on)
    rules = (rule for kind in honour.recipient for rule in book.dated(honour.code, kind) if rule.holds_on(on))
    standards = next((rule.standards_on(on) for rule in rules), ())
    return cite if cite.article or not standards else law.Cite(standards[0].cite.instrument)


def amount_of(book: law.Book, honour: str, kind: str, on: date) -> int | None:
    try:
        return law.prize(book, [law.PrizeItem(honour, kind)], on).amount  # type: ignore[arg-type]
    except Cannot:
        return None
