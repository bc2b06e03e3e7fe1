"""The door of dossiers: seeing them, comparing a list with the law, taking steps.

Steps for modules further right: `move(dossier=, step=, actor=, on=, now=, reason=)` with the names of
`states.WORKFLOW` (receive, return, conclude, reopen, to_council, from_council, decide, forward, refuse), and
`set_candidate_state(candidate=, state=, actor=, reason=)`. Both ask the policy themselves.
News: "dossiers.sent", ".received", ".returned", ".appraised", ".before_council", ".voted", ".decided",
".forwarded", ".refused", ".withdrawn", … with facts actor, on, reason; the subject is the dossier's id.
"""

from thidua.modules.dossiers.actions.candidates import add
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.returning import send_back
from thidua.modules.dossiers.actions.steps import move, set_candidate_state
from thidua.modules.dossiers.drafts import DossierDraft, FlagNote, Recipient
from thidua.modules.dossiers.parts import Clock, PageAction, Panel, StepNote
from thidua.modules.dossiers.policy import may_edit, may_step, may_step_candidate
from thidua.modules.dossiers.queries import (
    Compared,
    Comparison,
    candidates_visible_to,
    compare,
    judge,
    live_candidates,
    visible_to,
)
from thidua.modules.dossiers.queries.direct import Share, shares_by_unit

comparison = compare

__all__ = [
    "Clock",
    "Compared",
    "Comparison",
    "DossierDraft",
    "FlagNote",
    "PageAction",
    "Panel",
    "Recipient",
    "Share",
    "StepNote",
    "add",
    "candidates_visible_to",
    "compare",
    "comparison",
    "create",
    "judge",
    "live_candidates",
    "may_edit",
    "may_step",
    "may_step_candidate",
    "move",
    "send_back",
    "set_candidate_state",
    "shares_by_unit",
    "visible_to",
]
