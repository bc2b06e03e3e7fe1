"""The share of all members that an item needs: by law, else typed with the rule that sets it."""

from dataclasses import dataclass
from datetime import date

from thidua.law import Attendance, attendance, vote_rule
from thidua.modules.councils.shares import Share
from thidua.modules.organisations.models import Kind, Organisation
from thidua.modules.rulebook.api import book

LEVELS = {Kind.PROVINCE: "tinh", Kind.DISTRICT: "huyen", Kind.COMMUNE: "xa", Kind.DEPARTMENT: "so"}


@dataclass(frozen=True, slots=True)
class Threshold:
    """`is_local`: a place's own rule sets it, so the council may still name a stricter one of its own."""

    share: Share
    basis: str
    is_local: bool = False


def level_of(organisation: Organisation) -> str:
    return LEVELS.get(Kind(organisation.kind), "don_vi")


def by_law(honour: str, on: date, organisation: Organisation) -> Threshold | None:
    """By decree, or by the rule of the place; None where neither sets a share: the council's own does."""
    by, level = book(organisation, on), level_of(organisation)
    rule = vote_rule(by, honour, on, level)
    if rule is None:
        return None
    share = Share(rule.share.numerator, rule.share.denominator)
    local = by.local_value(f"votes/{honour}", on, level)
    return Threshold(share, rule.cite.label_vi(), is_local=local is not None)


def quorum_by_rule(on: date, organisation: Organisation) -> Threshold | None:
    """How many members must be there, where the place has a rule on it."""
    found: Attendance | None = attendance(book(organisation, on), on, level_of(organisation))
    if found is None:
        return None
    share = Share(found.share.numerator, found.share.denominator)
    return Threshold(share, found.cite.label_vi(), is_local=True)
