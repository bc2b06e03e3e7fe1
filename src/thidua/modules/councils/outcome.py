"""What the council's result means for candidates and dossiers."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.modules.councils.models import AgendaItem, ItemResult, Sitting
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierState
from thidua.modules.organisations.api import Actor

STATES = {
    ItemResult.PASSED: CandidateState.PASSED,
    ItemResult.FAILED: CandidateState.FAILED,
    ItemResult.DROPPED: CandidateState.FAILED,
}


def hand_on(sitting: Sitting, *, actor: Actor, on: date, now: datetime) -> None:
    """Each candidate gets the result; a dossier with nobody left to vote on has been voted."""
    items = sitting.items.select_related("candidate__dossier").order_by("candidate_id")
    for item in items:
        dossiers.set_candidate_state(
            actor=actor,
            candidate=item.candidate,
            state=STATES[ItemResult(item.result)],
            reason=reason_of(item, sitting),
        )
    for dossier in Dossier.objects.filter(candidates__agenda_item__sitting=sitting).distinct().order_by("pk"):
        waiting = dossier.candidates.filter(state=CandidateState.AGREED).exists()
        if dossier.state == DossierState.COUNCIL and not waiting:
            dossiers.move(actor=actor, dossier=dossier, step="from_council", on=on, now=now)


def reason_of(item: AgendaItem, sitting: Sitting) -> str:
    if item.result == ItemResult.PASSED:
        return ""
    if item.reason:
        return item.reason
    return _("%(votes)s of %(members)s members in favour; %(share)s of all members needed.") % {
        "votes": item.n_in_favour,
        "members": sitting.attendance.count(),
        "share": share_in_words(item),
    }


def share_in_words(item: AgendaItem) -> str:
    """As 80 %, 2/3, or a dash while no rule is named."""
    if not item.share_numerator or not item.share_denominator:
        return "—"
    percent, rest = divmod(100 * item.share_numerator, item.share_denominator)
    return f"{percent} %" if rest == 0 else f"{item.share_numerator}/{item.share_denominator}"
