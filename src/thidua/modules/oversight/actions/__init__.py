from thidua.modules.oversight.actions.looking import CannotSetThreshold, look, set_threshold
from thidua.modules.oversight.actions.plans import (
    add_to_plan,
    begin_plan,
    draw_plan,
    take_from_plan,
    write_plan,
)
from thidua.modules.oversight.actions.remedies import (
    CannotRemedy,
    RemedyDraft,
    attach,
    change,
    detach,
    enter,
    note,
    remind,
    step_shortcoming,
)
from thidua.modules.oversight.actions.signals import accept, step_signal

__all__ = [
    "CannotRemedy",
    "CannotSetThreshold",
    "RemedyDraft",
    "accept",
    "add_to_plan",
    "attach",
    "begin_plan",
    "change",
    "detach",
    "draw_plan",
    "enter",
    "look",
    "note",
    "remind",
    "set_threshold",
    "step_shortcoming",
    "step_signal",
    "take_from_plan",
    "write_plan",
]
