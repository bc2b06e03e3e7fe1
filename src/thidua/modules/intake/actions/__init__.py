from thidua.modules.intake.actions.bringing import CannotBring, bring, choose_columns
from thidua.modules.intake.actions.deciding import approve, drop, keep, stop, undo
from thidua.modules.intake.actions.working import carry_out

__all__ = [
    "CannotBring",
    "approve",
    "bring",
    "carry_out",
    "choose_columns",
    "drop",
    "keep",
    "stop",
    "undo",
]
