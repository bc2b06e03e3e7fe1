"""Which share of the council must agree, and who counts."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence
from thidua.law.verdict import Verdict

# Councils of a ministry or province vote on these; what a lower council does first is a local rule.
HIGH = {"CSTDTQ", "CSTDCT", "AHLD", "AHLLVT", "CO_CP", "CO_TINH", "CDTDUT"}
HIGH_LEVELS = {"tinh", "bo", None}


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
    """The statutory threshold; None where the law sets none: a local rule or the council's own."""
    if honour in HIGH and level not in HIGH_LEVELS:
        return None
    found = book.value(f"votes/{honour}", on)
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
