from thidua.modules.fund.actions.ledger import CannotBook, allot, reverse, state_base
from thidua.modules.fund.actions.paying import CannotPay, approve, arrange, drop, pay, prepare

__all__ = [
    "CannotBook",
    "CannotPay",
    "allot",
    "approve",
    "arrange",
    "drop",
    "pay",
    "prepare",
    "reverse",
    "state_base",
]
