"""How many of a number may be honoured."""

from dataclasses import dataclass
from datetime import date

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence
from thidua.law.parameters import Dated, has_parameter


@dataclass(frozen=True, slots=True)
class Quota:
    """`limit` None: the rules in force set no share."""

    limit: int | None
    percent: int | None
    cite: Cite
    confidence: Confidence


# The Ministry of National Defence set its own shares under the law of 2003; what it set since isn't known.
SOLDIERS_UNTIL = date(2024, 1, 1)


def quota(book: Book, honour: str, of: str, base: int, on: date, *, group: str | None = None) -> Quota | None:
    """The greatest number out of `base`, rounded down; None when no rule is loaded for the pair.

    Of a year, `base` is how many years, and the rule names a number, not a share.
    """
    pair = f"{honour}-of-{of}"
    found = _of_soldiers(book, pair, on, group) or book.value(f"quotas/{pair}", on)
    if found is None:
        return None
    if of == "year":
        return Quota(base * int(found.value), None, found.cite, found.confidence)
    limit = None if found.value is None else base * int(found.value) // 100
    return Quota(limit, found.value, found.cite, found.confidence)


def _of_soldiers(book: Book, pair: str, on: date, group: str | None) -> Dated | None:
    """The army's shares for its own and where no group is said; the militia's for citizens, and where the army
    has none. Of all members no other instrument takes a share.
    """
    if on >= SOLDIERS_UNTIL:
        return None
    army = book.value(f"quotas_army/{pair}", on)
    if group in ("armed_forces", None) and army:
        return army
    militia = book.value(f"quotas_militia/{pair}", on)
    return militia if group == "citizen" or not has_parameter(f"quotas_army/{pair}") else None
