from thidua.modules.register.actions.entries import CannotEnter, enter, enter_historical, enter_old_list
from thidua.modules.register.actions.later import (
    CannotCheck,
    CannotCorrect,
    CannotRevoke,
    check_entry,
    correct,
    revoke,
)

__all__ = [
    "CannotCheck",
    "CannotCorrect",
    "CannotEnter",
    "CannotRevoke",
    "check_entry",
    "correct",
    "enter",
    "enter_historical",
    "enter_old_list",
    "revoke",
]
