"""The papers before the vote: the decision that sets up the council, the invitation, the ballots."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.documents.letters import Ballots, MeetingInvitation
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.councils import calling, policy
from thidua.modules.councils.actions.minutes import subject_of
from thidua.modules.councils.letters import CannotDraw
from thidua.modules.councils.models import Council, Sitting, SittingState
from thidua.modules.organisations.api import Actor
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind

BEFORE_THE_VOTE: dict[str, tuple[Callable[[Sitting], MeetingInvitation | Ballots], str]] = {
    PaperKind.MEETING_INVITATION: (calling.invitation, "Giấy mời họp"),
    PaperKind.BALLOT: (calling.ballots, "Phiếu bầu"),
}


def subject_of_council(council: Council) -> str:
    return f"council:{council.pk}"


@action
def draw_council(*, council: Council, actor: Actor, on: date, now: datetime) -> Paper:
    """Quyết định thành lập hội đồng, with the members of the day."""
    require(policy.may_keep_councils(actor, council.organisation_id))
    letter = calling.council_decision(council, on)
    if not letter.seats:
        raise CannotDraw(_("Enter the members as the decision names them."))
    return papers.draw(
        kind=PaperKind.COUNCIL_DECISION,
        letter=letter,
        subject=subject_of_council(council),
        title=f"Quyết định thành lập {council.name}",
        organisation=council.organisation,
        actor=actor,
        now=now,
    )


@action
def draw_before_the_vote(*, sitting: Sitting, kind: str, actor: Actor, now: datetime) -> Paper:
    """Giấy mời họp or phiếu bầu, from the agenda as it stands."""
    require(policy.may_record(actor, sitting))
    if kind not in BEFORE_THE_VOTE:
        raise CannotDraw(_("A sitting has no paper of this kind."))
    if sitting.state == SittingState.CANCELLED:
        raise CannotDraw(_("The sitting was cancelled."))
    if kind == PaperKind.BALLOT and not sitting.items.exists():
        raise CannotDraw(_("Put something on the agenda first: a ballot names who is voted on."))
    letter_of, title = BEFORE_THE_VOTE[kind]
    return papers.draw(
        kind=kind,
        letter=letter_of(sitting),
        subject=subject_of(sitting),
        title=f"{title} ngày {sitting.held_on:%d-%m-%Y}",
        organisation=sitting.organisation,
        actor=actor,
        now=now,
    )
