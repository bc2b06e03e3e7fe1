from thidua.modules.dossiers.models.candidate import (
    AchievementReport,
    Candidate,
    CandidateState,
    Evidence,
    ReportPrint,
    Verdict,
)
from thidua.modules.dossiers.models.dossier import (
    Dossier,
    DossierState,
    Flag,
    FlagField,
    Procedure,
    Remark,
    Submittal,
    SubmittalState,
)
from thidua.modules.dossiers.models.household import HouseholdReview
from thidua.modules.dossiers.models.meeting import MeetingVote, UnitMeeting
from thidua.modules.dossiers.models.posting import ListPosting
from thidua.modules.dossiers.models.procedure import DossierProcedure
from thidua.modules.dossiers.models.target import DirectTarget

__all__ = [
    "AchievementReport",
    "Candidate",
    "CandidateState",
    "DirectTarget",
    "Dossier",
    "DossierProcedure",
    "DossierState",
    "Evidence",
    "Flag",
    "FlagField",
    "HouseholdReview",
    "ListPosting",
    "MeetingVote",
    "Procedure",
    "Remark",
    "ReportPrint",
    "Submittal",
    "SubmittalState",
    "UnitMeeting",
    "Verdict",
]
