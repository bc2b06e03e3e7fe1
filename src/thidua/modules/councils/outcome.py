"""What the council's result means for candidates and dossiers."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.law import Verdict as Answer
from thidua.modules.councils.models import AgendaItem, ItemResult, Sitting
from thidua.modules.councils.shares import share_of
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState, Verdict
from thidua.modules.organisations.api import Actor


def hand_on(sitting: Sitting, *, actor: Actor, on: date, now: datetime) -> None:
    """Each candidate gets the result; a dossier with nobody left to vote on has been voted."""
    items = list(sitting.items.select_related("candidate__dossier").order_by("candidate_id"))
    fallen = [item for item in items if item.result != ItemResult.PASSED]
    _set(fallen, CandidateState.FAILED, sitting, actor)
    while fallen:
        fallen = _no_longer_standing([item for item in items if item.result == ItemResult.PASSED], fallen, on)
        _set(fallen, CandidateState.FAILED, sitting, actor)
    _set([item for item in items if item.result == ItemResult.PASSED], CandidateState.PASSED, sitting, actor)
    _move_dossiers(sitting, actor, on, now)


def _set(items: Iterable[AgendaItem], state: CandidateState, sitting: Sitting, actor: Actor) -> None:
    for item in items:
        dossiers.set_candidate_state(
            actor=actor, candidate=item.candidate, state=state, reason=reason_of(item, sitting)
        )


def _no_longer_standing(passed: list[AgendaItem], fallen: Iterable[AgendaItem], on: date) -> list[AgendaItem]:
    """A collective whose share of members with a title has fallen with them: the law, asked again, says no."""
    files = {item.candidate.dossier_id: item.candidate.dossier for item in fallen}
    answers = {
        pk: row.verdict for file in files.values() for pk, row in dossiers.compare(file, on=on).rows.items()
    }
    before = _answers_before([item.candidate for item in passed])
    now_not = [
        item
        for item in passed
        if answers.get(item.candidate_id) == Answer.NO and before.get(item.candidate_id) != Answer.NO
    ]
    for item in now_not:
        item.result = ItemResult.DROPPED
        item.reason = _(
            "Without the titles that were not passed in this sitting the standard is no longer met."
        )
        item.save(update_fields=["result", "reason"])
    return now_not


def _answers_before(candidates: Iterable[Candidate]) -> dict[int, str]:
    """What the law said when the dossier was put before the council."""
    rows = Verdict.objects.filter(candidate__in=list(candidates), step="to_council").order_by("pk")
    return dict(rows.values_list("candidate", "answer"))


def _move_dossiers(sitting: Sitting, actor: Actor, on: date, now: datetime) -> None:
    rows = Dossier.objects.filter(candidates__agenda_item__sitting=sitting).distinct().order_by("pk")
    for dossier in rows:
        waiting = dossier.candidates.filter(state=CandidateState.AGREED).exists()
        if dossier.state == DossierState.COUNCIL and not waiting:
            dossiers.move(actor=actor, dossier=dossier, step="from_council", on=on, now=now)


def reason_of(item: AgendaItem, sitting: Sitting) -> str:
    if item.result == ItemResult.PASSED:
        return ""
    if item.reason:
        return item.reason
    return _("%(votes)s of %(members)s members in favour; needed of all members: %(share)s.") % {
        "votes": item.n_in_favour,
        "members": sitting.attendance.count(),
        "share": share_of(item),
    }
