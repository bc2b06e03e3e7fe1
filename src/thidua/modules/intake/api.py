"""What modules use that offer lists of their own."""

from thidua.modules.intake.kinds import SURE, Column, Judge, Kind, Line, Match, Setting, Verdict
from thidua.modules.intake.offered import kinds_for
from thidua.modules.intake.reading import CannotRead, Named, day, words, year
from thidua.modules.intake.undoing import CannotTakeBack, require_unchanged, take_back

__all__ = [
    "SURE",
    "CannotRead",
    "CannotTakeBack",
    "Column",
    "Judge",
    "Kind",
    "Line",
    "Match",
    "Named",
    "Setting",
    "Verdict",
    "day",
    "kinds_for",
    "require_unchanged",
    "take_back",
    "words",
    "year",
]
