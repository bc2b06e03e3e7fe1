from thidua.modules.councils.actions.agenda import (
    CannotPut,
    CannotSetShare,
    confirm_recusals,
    put_dossier,
    set_share,
    take_off,
)
from thidua.modules.councils.actions.calling import draw_before_the_vote, draw_council, subject_of_council
from thidua.modules.councils.actions.councils import add_member, create_council, end_council, end_member
from thidua.modules.councils.actions.minutes import draw_minutes, draw_tally, papers_of
from thidua.modules.councils.actions.sittings import (
    CannotPlan,
    cancel,
    change,
    plan,
    record_discussion,
    restart,
    set_attendance,
)
from thidua.modules.councils.actions.voting import (
    CannotClose,
    CannotKey,
    CannotVote,
    cast,
    close,
    key_counts,
    open_voting,
)

__all__ = [
    "CannotClose",
    "CannotKey",
    "CannotPlan",
    "CannotPut",
    "CannotSetShare",
    "CannotVote",
    "add_member",
    "cancel",
    "cast",
    "change",
    "close",
    "confirm_recusals",
    "create_council",
    "draw_before_the_vote",
    "draw_council",
    "draw_minutes",
    "draw_tally",
    "end_council",
    "end_member",
    "key_counts",
    "open_voting",
    "papers_of",
    "plan",
    "put_dossier",
    "record_discussion",
    "restart",
    "set_attendance",
    "set_share",
    "subject_of_council",
    "take_off",
]
