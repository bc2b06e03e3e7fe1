from thidua.modules.councils.models.ballots import CastBallot, Choice, SealedBallot, TellerCount, Turnout
from thidua.modules.councils.models.council import Council, Member, MemberRole
from thidua.modules.councils.models.sitting import (
    AgendaItem,
    Attendance,
    ItemResult,
    Sitting,
    SittingForm,
    SittingState,
    SittingSubject,
    VotingWay,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "CastBallot",
    "Choice",
    "Council",
    "ItemResult",
    "Member",
    "MemberRole",
    "SealedBallot",
    "Sitting",
    "SittingForm",
    "SittingState",
    "SittingSubject",
    "TellerCount",
    "Turnout",
    "VotingWay",
]
