from thidua.modules.certificates.actions.handing import CannotHandOver, hand_over, take_back
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

__all__ = [
    "CannotHandOver",
    "CannotPrepare",
    "CannotPrint",
    "CannotProof",
    "CannotWord",
    "ask_for_print",
    "back",
    "confirm",
    "dispute",
    "hand_over",
    "perform",
    "prepare",
    "release",
    "send_proofs",
    "subject",
    "take_back",
    "take_out",
    "word",
    "word_as_registered",
]
