"""The closed set of kinds of condition; docs/law/conditions.md describes each."""

from thidua.law.conditions import candidate, careers, composite, conduct, stated, works, years
from thidua.law.conditions.base import KINDS, Condition, Outcome, evaluate, kind_of

__all__ = [
    "KINDS",
    "Condition",
    "Outcome",
    "candidate",
    "careers",
    "composite",
    "conduct",
    "evaluate",
    "kind_of",
    "stated",
    "works",
    "years",
]
