from thidua.foundation.states import CannotMove
from thidua.modules.decisions.actions.amending import (
    Amendment,
    CannotAmend,
    draft_correction,
    draft_revocation,
)
from thidua.modules.decisions.actions.drafting import CannotDraft, add_candidates, change, draft, drop_item
from thidua.modules.decisions.actions.enforcing import put_in_force
from thidua.modules.decisions.actions.higher import (
    OUTCOMES,
    CannotForward,
    CannotRecord,
    HigherDecision,
    Outcome,
    forward,
    record_outcome,
)
from thidua.modules.decisions.actions.papers import (
    CannotPrint,
    draw_decision,
    subject,
)
from thidua.modules.decisions.actions.signing import (
    CannotAttach,
    CannotNumber,
    attach_signed,
    enter_number,
    oddities,
)
from thidua.modules.decisions.actions.steps import CannotDecline, back, cancel, decline, to_leader

__all__ = [
    "OUTCOMES",
    "Amendment",
    "CannotAmend",
    "CannotAttach",
    "CannotDecline",
    "CannotDraft",
    "CannotForward",
    "CannotMove",
    "CannotNumber",
    "CannotPrint",
    "CannotRecord",
    "HigherDecision",
    "Outcome",
    "add_candidates",
    "attach_signed",
    "back",
    "cancel",
    "change",
    "decline",
    "draft",
    "draft_correction",
    "draft_revocation",
    "draw_decision",
    "drop_item",
    "enter_number",
    "forward",
    "oddities",
    "put_in_force",
    "record_outcome",
    "subject",
    "to_leader",
]
