"""From a letter to the blocks of its paper."""

from functools import singledispatch

from thidua.documents.compose.advance import advance_request, advance_settlement
from thidua.documents.compose.awards import decision
from thidua.documents.compose.book import year_book
from thidua.documents.compose.ceremony import ceremony_paper, invitations
from thidua.documents.compose.correspondence import consultation_letter, return_notice
from thidua.documents.compose.council import ballots, council_decision, meeting_invitation
from thidua.documents.compose.filing import file_index
from thidua.documents.compose.meetings import council_minutes, unit_meeting_minutes
from thidua.documents.compose.oversight import oversight_paper
from thidua.documents.compose.payment import payment_list
from thidua.documents.compose.plan import launch_plan
from thidua.documents.compose.praise import praise_letter
from thidua.documents.compose.procedure import intake_receipt, refusal_notice
from thidua.documents.compose.proofs import proof_list
from thidua.documents.compose.proposals import proposal_list, submittal
from thidua.documents.compose.report import achievement_report, campaign_report
from thidua.documents.compose.tally import tally_minutes
from thidua.documents.letters import (
    AchievementReportLetter,
    AdvanceRequest,
    AdvanceSettlement,
    Ballots,
    CampaignReport,
    CeremonyPaper,
    ConsultationLetter,
    CouncilDecision,
    CouncilMinutes,
    Decision,
    FileIndex,
    IntakeReceipt,
    Invitations,
    LaunchPlan,
    MeetingInvitation,
    OversightPaper,
    PaymentList,
    PraiseLetter,
    ProofList,
    ProposalList,
    RefusalNotice,
    ReturnNotice,
    Submittal,
    TallyMinutes,
    UnitMeetingMinutes,
    YearBook,
)
from thidua.documents.sheet import Sheet


@singledispatch
def compose(letter: object) -> Sheet:
    message = f"No paper is known for {type(letter).__name__}."
    raise TypeError(message)


compose.register(Submittal, submittal)
compose.register(ProposalList, proposal_list)
compose.register(UnitMeetingMinutes, unit_meeting_minutes)
compose.register(CouncilMinutes, council_minutes)
compose.register(TallyMinutes, tally_minutes)
compose.register(Decision, decision)
compose.register(ConsultationLetter, consultation_letter)
compose.register(ReturnNotice, return_notice)
compose.register(RefusalNotice, refusal_notice)
compose.register(IntakeReceipt, intake_receipt)
compose.register(AchievementReportLetter, achievement_report)
compose.register(CampaignReport, campaign_report)
compose.register(OversightPaper, oversight_paper)
compose.register(ProofList, proof_list)
compose.register(CeremonyPaper, ceremony_paper)
compose.register(Invitations, invitations)
compose.register(PaymentList, payment_list)
compose.register(AdvanceRequest, advance_request)
compose.register(AdvanceSettlement, advance_settlement)
compose.register(YearBook, year_book)
compose.register(FileIndex, file_index)
compose.register(PraiseLetter, praise_letter)
compose.register(LaunchPlan, launch_plan)
compose.register(CouncilDecision, council_decision)
compose.register(MeetingInvitation, meeting_invitation)
compose.register(Ballots, ballots)
