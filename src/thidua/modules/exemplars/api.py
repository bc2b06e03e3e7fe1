"""The door of exemplars: seeing them, finding one, noting that one was commended.

News: "exemplars.told", "exemplars.referred" (the subject is the tip's id). Slots of an exemplar's page:
"exemplar.actions" (actor, exemplar) -> parts.PageAction; "exemplar.panels" (actor, exemplar) -> parts.Panel.
"""

from thidua.modules.exemplars.actions.exemplars import (
    commended_by_decision,
    discover,
    publicised_by_article,
    recorded,
)
from thidua.modules.exemplars.parts import PageAction, Panel
from thidua.modules.exemplars.policy import may_change
from thidua.modules.exemplars.queries import visible_to

__all__ = [
    "PageAction",
    "Panel",
    "commended_by_decision",
    "discover",
    "may_change",
    "publicised_by_article",
    "recorded",
    "visible_to",
]
