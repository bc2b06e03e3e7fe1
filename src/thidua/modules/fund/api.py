"""The door of the fund."""

from thidua.modules.fund.actions import (
    CannotBook,
    CannotPay,
    allot,
    approve,
    arrange,
    drop,
    pay,
    prepare,
    reverse,
)
from thidua.modules.fund.queries import balances, lists_visible_to, without_payment

__all__ = [
    "CannotBook",
    "CannotPay",
    "allot",
    "approve",
    "arrange",
    "balances",
    "drop",
    "lists_visible_to",
    "pay",
    "prepare",
    "reverse",
    "without_payment",
]
