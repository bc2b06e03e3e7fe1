"""The door of certificates: what was handed over, what still waits, what one bears."""

from thidua.modules.certificates.actions import (
    CannotHandOver,
    CannotPrepare,
    CannotPrint,
    CannotProof,
    CannotReplace,
    CannotWord,
    hand_over,
    prepare,
    replace,
    take_back,
)
from thidua.modules.certificates.codes import shown
from thidua.modules.certificates.queries import not_handed_over, visible_to
from thidua.modules.certificates.standing import Standing, standing_of, standings

__all__ = [
    "CannotHandOver",
    "CannotPrepare",
    "CannotPrint",
    "CannotProof",
    "CannotReplace",
    "CannotWord",
    "Standing",
    "hand_over",
    "not_handed_over",
    "prepare",
    "replace",
    "shown",
    "standing_of",
    "standings",
    "take_back",
    "visible_to",
]
