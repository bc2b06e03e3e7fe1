"""The unit's own meeting (bình xét) and its ballot."""

from dataclasses import asdict
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.draft import touch
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import MeetingDraft
from thidua.modules.dossiers.models import CandidateState, Dossier, MeetingVote, UnitMeeting
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.organisations.api import Actor

Votes = tuple[int, int, int]


class CannotMinute(Cannot):
    """The meeting as entered contradicts itself."""


@action
def hold_meeting(
    *, dossier: Dossier, draft: MeetingDraft, actor: Actor, on: date, now: datetime
) -> UnitMeeting:
    """Enter (or correct) the unit's meeting with the result of its ballot for each candidate."""
    held = locked(dossier)
    require(may_edit(actor, held))
    _refuse_contradictions(draft, on)
    values = {key: value for key, value in asdict(draft).items() if key != "votes"}
    meeting, _made = UnitMeeting.objects.update_or_create(dossier=held, defaults=values)
    meeting.votes.all().delete()
    for candidate in held.candidates.exclude(state=CandidateState.DROPPED).order_by("place", "id"):
        votes = draft.votes.get(candidate.pk)
        if votes is None:
            raise CannotMinute(_("Enter the votes for %(name)s.") % {"name": candidate.name})
        _refuse_too_many(candidate.name, votes, draft.n_present)
        in_favour, against, invalid = votes
        MeetingVote.objects.create(
            meeting=meeting,
            candidate=candidate,
            n_in_favour=in_favour,
            n_against=against,
            n_invalid=invalid,
        )
    touch(held, now)
    return meeting


def _refuse_contradictions(draft: MeetingDraft, on: date) -> None:
    if draft.held_on > on:
        raise CannotMinute(_("The meeting cannot lie in the future."), field="held_on")
    if draft.n_present > draft.n_called:
        raise CannotMinute(_("More are present than were called."), field="n_present")
    if draft.begins_at and draft.ends_at and draft.ends_at <= draft.begins_at:
        raise CannotMinute(_("The meeting ends after it begins."), field="ends_at")


def _refuse_too_many(name: str, votes: Votes, n_present: int) -> None:
    if sum(votes) > n_present:
        raise CannotMinute(
            _("%(name)s: %(n)s votes, but only %(present)s were present.")
            % {"name": name, "n": sum(votes), "present": n_present}
        )
