"""What other modules use of accounts."""

from thidua.modules.accounts.actions import (
    CannotActivate,
    CannotOpenAccount,
    activate,
    change_account,
    change_own_email,
    issue_slip,
    open_account,
    reset_second_factor,
    set_active,
    set_language,
)
from thidua.modules.accounts.models import ActivationSlip
from thidua.modules.accounts.second_factor import has_second_factor

__all__ = [
    "ActivationSlip",
    "CannotActivate",
    "CannotOpenAccount",
    "activate",
    "change_account",
    "change_own_email",
    "has_second_factor",
    "issue_slip",
    "open_account",
    "reset_second_factor",
    "set_active",
    "set_language",
]
