"""The share of all members that an item needs: by law, else typed with the rule that sets it."""

from dataclasses import dataclass
from datetime import date

from thidua.law import national_book, vote_rule
from thidua.modules.councils.shares import Share
from thidua.modules.organisations.models import Kind, Organisation

LEVELS = {Kind.PROVINCE: "tinh", Kind.DISTRICT: "huyen", Kind.COMMUNE: "xa", Kind.DEPARTMENT: "so"}


@dataclass(frozen=True, slots=True)
class Threshold:
    share: Share
    basis: str


def level_of(organisation: Organisation) -> str:
    return LEVELS.get(Kind(organisation.kind), "don_vi")


def by_law(honour: str, on: date, organisation: Organisation) -> Threshold | None:
    """None where the law sets no share: a local rule may, or the council's own."""
    rule = vote_rule(national_book(), honour, on, level_of(organisation))
    if rule is None:
        return None
    share = Share(rule.share.numerator, rule.share.denominator)
    return Threshold(share, rule.cite.label_vi())
