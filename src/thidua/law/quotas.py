"""How many of a number may be honoured."""

from dataclasses import dataclass
from datetime import date

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence


@dataclass(frozen=True, slots=True)
class Quota:
    """`limit` None: the rules in force set no share."""

    limit: int | None
    percent: int | None
    cite: Cite
    confidence: Confidence


def quota(book: Book, honour: str, of: str, base: int, on: date) -> Quota | None:
    """The greatest number out of `base`, rounded down; None when no rule is loaded for the pair.

    Of a year, `base` is how many years, and the rule names a number, not a share.
    """
    found = book.value(f"quotas/{honour}-of-{of}", on)
    if found is None:
        return None
    if of == "year":
        return Quota(base * int(found.value), None, found.cite, found.confidence)
    limit = None if found.value is None else base * int(found.value) // 100
    return Quota(limit, found.value, found.cite, found.confidence)
