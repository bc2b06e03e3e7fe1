"""A part of all members: at least so much, or more than so much. Nothing is rounded."""

import re
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from thidua.modules.councils.models import AgendaItem, Sitting

TYPED = re.compile(r"(?P<over>>|trên|more than)?\s*(?P<above>\d{1,3})\s*(?:%|/\s*(?P<below>\d{1,3}))?")
MAJORITY = frozenset({"quá nửa", "more than half"})


@dataclass(frozen=True, slots=True)
class Share:
    numerator: int
    denominator: int
    is_over: bool = False

    @classmethod
    def read(cls, typed: str) -> Self | None:
        """From "80", "80 %", "2/3", "> 1/2", "quá nửa"; None when it is none of these, nothing, or above the whole."""
        words = " ".join(typed.casefold().split())
        if words in MAJORITY:
            return cls(1, 2, is_over=True)
        found = TYPED.fullmatch(words)
        if found is None:
            return None
        share = cls(int(found["above"]), int(found["below"] or 100), is_over=found["over"] is not None)
        return share if 0 < share.numerator <= share.denominator else None

    def reached(self, n: int, of: int) -> bool:
        """Whoever is absent or does not vote counts in `of`."""
        have, need = n * self.denominator, of * self.numerator
        return have > need if self.is_over else have >= need

    @property
    def amount(self) -> str:
        percent, rest = divmod(100 * self.numerator, self.denominator)
        return f"{self.numerator}/{self.denominator}" if rest else f"{percent} %"

    @property
    def is_half_over(self) -> bool:
        return self.is_over and 2 * self.numerator == self.denominator

    def __str__(self) -> str:
        return f"{'>' if self.is_over else '≥'} {self.amount}"

    def in_words(self) -> str:
        if self.is_half_over:
            return _("more than half")
        return (_("more than %s") if self.is_over else _("at least %s")) % self.amount


def share_of(item: AgendaItem) -> Share | None:
    if not item.share_numerator or not item.share_denominator:
        return None
    return Share(item.share_numerator, item.share_denominator, item.share_is_over)


def quorum_of(sitting: Sitting) -> Share | None:
    if not sitting.quorum_numerator:
        return None
    return Share(sitting.quorum_numerator, sitting.quorum_denominator, sitting.quorum_is_over)
