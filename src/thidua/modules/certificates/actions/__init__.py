from thidua.modules.certificates.actions.handing import CannotHandOver, hand_over, take_back
from thidua.modules.certificates.actions.layouts import (
    CannotLayOut,
    begin_layout,
    keep_picture,
    keep_printer,
    lay_out,
)
from thidua.modules.certificates.actions.preparing import (
    CannotPrepare,
    CannotWord,
    prepare,
    take_out,
    word,
    word_as_registered,
)
from thidua.modules.certificates.actions.printing import CannotPrint, ask_for_print, perform
from thidua.modules.certificates.actions.proofing import (
    CannotProof,
    back,
    confirm,
    dispute,
    release,
    send_proofs,
    subject,
)
from thidua.modules.certificates.actions.replacing import CannotReplace, replace
from thidua.modules.certificates.actions.stock import (
    CannotUseBlanks,
    StockDraft,
    miss,
    number_blanks,
    receive_blanks,
    spoil,
)

__all__ = [
    "CannotHandOver",
    "CannotLayOut",
    "CannotPrepare",
    "CannotPrint",
    "CannotProof",
    "CannotReplace",
    "CannotUseBlanks",
    "CannotWord",
    "StockDraft",
    "ask_for_print",
    "back",
    "begin_layout",
    "confirm",
    "dispute",
    "hand_over",
    "keep_picture",
    "keep_printer",
    "lay_out",
    "miss",
    "number_blanks",
    "perform",
    "prepare",
    "receive_blanks",
    "release",
    "replace",
    "send_proofs",
    "spoil",
    "subject",
    "take_back",
    "take_out",
    "word",
    "word_as_registered",
]
