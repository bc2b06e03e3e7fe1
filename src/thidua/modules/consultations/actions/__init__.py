from thidua.modules.consultations.actions.letters import (
    CannotAnswer,
    CannotAsk,
    answer,
    ask,
    cancel,
    change,
    draw_letter,
    prepare,
    record_reply,
)
from thidua.modules.consultations.actions.remarks import (
    CannotRemark,
    conclude_remark,
    forget_phones,
    refer,
    send_remark,
    verify,
)
from thidua.modules.consultations.actions.showings import (
    CannotShow,
    conclude,
    draw_notice,
    show,
    withdraw,
)

__all__ = [
    "CannotAnswer",
    "CannotAsk",
    "CannotRemark",
    "CannotShow",
    "answer",
    "ask",
    "cancel",
    "change",
    "conclude",
    "conclude_remark",
    "draw_letter",
    "draw_notice",
    "forget_phones",
    "prepare",
    "record_reply",
    "refer",
    "send_remark",
    "show",
    "verify",
    "withdraw",
]
