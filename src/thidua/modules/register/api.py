"""What other modules use of the register; `models` is the other door."""

from thidua.modules.register.actions import (
    CannotCheck,
    CannotCorrect,
    CannotEnter,
    CannotRevoke,
    check_entry,
    correct,
    enter,
    enter_historical,
    revoke,
)
from thidua.modules.register.lines import Award, Basis
from thidua.modules.register.lists import GROUNDS, Honours
from thidua.modules.register.queries import in_force, newest_wording, with_standing
from thidua.modules.register.queries.lists import visible_to
from thidua.modules.register.record import Recipients, awards_of, record_for, records_for

__all__ = [
    "GROUNDS",
    "Award",
    "Basis",
    "CannotCheck",
    "CannotCorrect",
    "CannotEnter",
    "CannotRevoke",
    "Honours",
    "Recipients",
    "awards_of",
    "check_entry",
    "correct",
    "enter",
    "enter_historical",
    "in_force",
    "newest_wording",
    "record_for",
    "records_for",
    "revoke",
    "visible_to",
    "with_standing",
]
