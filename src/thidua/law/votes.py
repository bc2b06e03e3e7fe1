"""Which share of the council must agree, and who counts."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence
from thidua.law.offices import HIGH, HIGH_LEVELS
from thidua.law.verdict import Verdict


@dataclass(frozen=True, slots=True)
class VoteRule:
    """`of` is always all members of the council: an absent member gives a written opinion."""

    share: Fraction
    of: str
    cite: Cite
    confidence: Confidence

    def passed(self, members: int, in_favour: int) -> bool:
        return in_favour >= self.share * members

    def needed(self, members: int) -> int:
        """The least number of votes that carries."""
        return -int(-(self.share * members) // 1)


def vote_rule(book: Book, honour: str, on: date, level: str | None = None) -> VoteRule | None:
    """The threshold by law or by the place's rule; None where neither is loaded: the council's own."""
    local = book.local_value(f"votes/{honour}", on, level)
    if not local and honour in HIGH and level not in HIGH_LEVELS:
        return None
    found = local or book.value(f"votes/{honour}", on)
    if found is None or found.value is None:
        return None
    return VoteRule(Fraction(found.value, 100), "all_members", found.cite, found.confidence)


def vote_passes(
    book: Book, honour: str, on: date, *, members: int, in_favour: int
) -> tuple[Verdict, VoteRule | None]:
    rule = vote_rule(book, honour, on)
    if rule is None:
        return Verdict.UNKNOWN, None
    return Verdict.YES if rule.passed(members, in_favour) else Verdict.NO, rule


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many members must be present at a sitting that considers honours."""

    share: Fraction
    cite: Cite
    confidence: Confidence

    def needed(self, members: int) -> int:
        return -int(-(self.share * members) // 1)


def attendance(book: Book, on: date, level: str | None = None, *, honours: bool = True) -> Attendance | None:
    """Who must be there: national law leaves it to the place; None where its rule isn't loaded."""
    names = ("councils/present", "councils/quorum") if honours else ("councils/quorum",)
    for name in names:
        found = book.local_value(name, on, level)
        if found:
            return Attendance(Fraction(found.value), found.cite, found.confidence)
    return None
