"""What a paper says, as plain frozen data; how it looks is decided by `compose`, `pdf` and `word`."""

from typing import TypeAlias

from thidua.documents.letters.advance import AdvanceRequest, AdvanceSettlement, Spent
from thidua.documents.letters.awards import AwardGroup, Decision
from thidua.documents.letters.blank import Align, BlankPage, Box, PlacedText
from thidua.documents.letters.book import BookLine, YearBook
from thidua.documents.letters.ceremony import CeremonyPaper, Invitation, Invitations
from thidua.documents.letters.certificate import CertificateOfMerit, Emblem
from thidua.documents.letters.correspondence import ConsultationLetter, ReturnNotice, ReturnPoint
from thidua.documents.letters.council import Ballots, CouncilDecision, CouncilSeat, MeetingInvitation
from thidua.documents.letters.filing import FiledPaper, FileIndex
from thidua.documents.letters.hall import (
    HallPaper,
    NameCard,
    NameCards,
    Seat,
    SeatPlan,
    Slide,
    Slides,
)
from thidua.documents.letters.meetings import (
    Attendee,
    BallotCount,
    CouncilMinutes,
    Meeting,
    MinutesKind,
    TallyMinutes,
    UnitMeetingMinutes,
    VotedGroup,
    VoteLine,
)
from thidua.documents.letters.oversight import OversightPaper, PaperPart, PaperTable
from thidua.documents.letters.parts import (
    Letterhead,
    Nominee,
    NomineeGroup,
    NomineeKind,
    Recipients,
    Signature,
)
from thidua.documents.letters.payment import Payment, PaymentList
from thidua.documents.letters.plan import LaunchPlan
from thidua.documents.letters.poster import TipPoster
from thidua.documents.letters.praise import PraiseLetter
from thidua.documents.letters.procedure import IntakeReceipt, RefusalNotice
from thidua.documents.letters.proofs import ProofList
from thidua.documents.letters.proposals import ProposalList, Submittal
from thidua.documents.letters.report import AchievementReportLetter, CampaignReport, ReportPart

Letter: TypeAlias = (
    Submittal
    | ProposalList
    | UnitMeetingMinutes
    | CouncilMinutes
    | TallyMinutes
    | Decision
    | CertificateOfMerit
    | ConsultationLetter
    | ReturnNotice
    | RefusalNotice
    | IntakeReceipt
    | AchievementReportLetter
    | CampaignReport
    | OversightPaper
    | ProofList
    | CeremonyPaper
    | Invitations
    | PaymentList
    | AdvanceRequest
    | AdvanceSettlement
    | YearBook
    | FileIndex
    | PraiseLetter
    | LaunchPlan
    | CouncilDecision
    | MeetingInvitation
    | Ballots
)

__all__ = [
    "AchievementReportLetter",
    "AdvanceRequest",
    "AdvanceSettlement",
    "Align",
    "Attendee",
    "AwardGroup",
    "BallotCount",
    "Ballots",
    "BlankPage",
    "BookLine",
    "Box",
    "CampaignReport",
    "CeremonyPaper",
    "CertificateOfMerit",
    "ConsultationLetter",
    "CouncilDecision",
    "CouncilMinutes",
    "CouncilSeat",
    "Decision",
    "Emblem",
    "FileIndex",
    "FiledPaper",
    "HallPaper",
    "IntakeReceipt",
    "Invitation",
    "Invitations",
    "LaunchPlan",
    "Letter",
    "Letterhead",
    "Meeting",
    "MeetingInvitation",
    "MinutesKind",
    "NameCard",
    "NameCards",
    "Nominee",
    "NomineeGroup",
    "NomineeKind",
    "OversightPaper",
    "PaperPart",
    "PaperTable",
    "Payment",
    "PaymentList",
    "PlacedText",
    "PraiseLetter",
    "ProofList",
    "ProposalList",
    "Recipients",
    "RefusalNotice",
    "ReportPart",
    "ReturnNotice",
    "ReturnPoint",
    "Seat",
    "SeatPlan",
    "Signature",
    "Slide",
    "Slides",
    "Spent",
    "Submittal",
    "TallyMinutes",
    "TipPoster",
    "UnitMeetingMinutes",
    "VoteLine",
    "VotedGroup",
    "YearBook",
]
