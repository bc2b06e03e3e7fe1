from thidua.modules.fund.actions.advancing import (
    CannotAdvance,
    approve_advance,
    ask,
    drop_advance,
    pay_out,
    take_back,
)
from thidua.modules.fund.actions.ledger import CannotBook, allot, reverse, state_base
from thidua.modules.fund.actions.paying import CannotPay, approve, arrange, drop, pay, prepare
from thidua.modules.fund.actions.settling import (
    accept,
    enter_list,
    enter_payment,
    remove_payment,
    reopen,
    report,
    send_back,
    settle,
)

__all__ = [
    "CannotAdvance",
    "CannotBook",
    "CannotPay",
    "accept",
    "allot",
    "approve",
    "approve_advance",
    "arrange",
    "ask",
    "drop",
    "drop_advance",
    "enter_list",
    "enter_payment",
    "pay",
    "pay_out",
    "prepare",
    "remove_payment",
    "reopen",
    "report",
    "reverse",
    "send_back",
    "settle",
    "state_base",
    "take_back",
]
