from thidua.modules.organisations.actions.accounts import (
    CannotCreateAccount,
    change_account,
    create_account,
    print_slip,
    reset_second_factor,
    set_active,
)
from thidua.modules.organisations.actions.calendar import (
    CannotSetDay,
    remove_calendar_day,
    set_calendar_day,
)
from thidua.modules.organisations.actions.grants import (
    CannotEndGrant,
    CannotGiveRole,
    CannotHandOver,
    end_grant,
    give_role,
    hand_over,
)
from thidua.modules.organisations.actions.periods import CannotMakePeriod, change_period, make_period
from thidua.modules.organisations.actions.successions import (
    CannotSucceed,
    Part,
    close,
    record_succession,
)
from thidua.modules.organisations.actions.tree import (
    CannotChangeTree,
    CannotCreate,
    create,
    describe,
    move,
    rename,
)

__all__ = [
    "CannotChangeTree",
    "CannotCreate",
    "CannotCreateAccount",
    "CannotEndGrant",
    "CannotGiveRole",
    "CannotHandOver",
    "CannotMakePeriod",
    "CannotSetDay",
    "CannotSucceed",
    "Part",
    "change_account",
    "change_period",
    "close",
    "create",
    "create_account",
    "describe",
    "end_grant",
    "give_role",
    "hand_over",
    "make_period",
    "move",
    "print_slip",
    "record_succession",
    "remove_calendar_day",
    "rename",
    "reset_second_factor",
    "set_active",
    "set_calendar_day",
]
