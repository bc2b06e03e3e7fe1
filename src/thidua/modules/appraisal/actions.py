"""Receiving a dossier, examining it, concluding; the clock stands still while supplements are awaited."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import ALLOWED, Answer, refused, require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.accounts.models import User
from thidua.modules.appraisal import checklist, clock, policy
from thidua.modules.appraisal.models import (
    Appraisal,
    AppraisalState,
    CandidateFinding,
    ChecklistItem,
    CheckResult,
    Finding,
)
from thidua.modules.appraisal.queries import specialists_of
from thidua.modules.appraisal.states import WORKFLOW
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier
from thidua.modules.organisations.api import Actor, working_calendar


class CannotReceive(Cannot):
    """The clock needs a number of days and the rule that sets it."""


class CannotAssign(Cannot):
    """Only a specialist of the body can be assigned."""


class CannotConclude(Cannot):
    """Something has not been examined, or the reason is missing."""


@action
def receive(
    *, dossier: Dossier, n_days: int, days_basis: str, actor: Actor, on: date, now: datetime
) -> Appraisal:
    """Receive a proposal: its clock starts. A file that comes again goes on where its clock stood still."""
    require(policy.may_receive(actor, dossier))
    if n_days < 1 or not clean(days_basis):
        raise CannotReceive(
            _("Enter the working days allowed and the rule that sets them."), field="days_basis"
        )
    dossiers.move(dossier=dossier, step="receive", actor=actor, on=on, now=now)
    appraisal = Appraisal.objects.select_for_update(of=("self",)).filter(dossier=dossier).first()
    if appraisal is None:
        appraisal = _start(dossier, n_days, clean(days_basis), on)
    elif appraisal.state == AppraisalState.WAITING:
        resume(appraisal=appraisal, actor=actor, on=dossier.sent_on or on)
    checklist.refresh(appraisal, on)
    return appraisal


@action
def assign(*, appraisal: Appraisal, assignee: User | None, actor: Actor, on: date) -> None:
    require(policy.may_assign(actor, appraisal))
    if assignee and not specialists_of(appraisal.organisation_id, on).filter(pk=assignee.pk).exists():
        raise CannotAssign(_("Choose a specialist of the receiving body."), field="assignee")
    appraisal.assignee = assignee
    appraisal.save(update_fields=["assignee"])
    if assignee:
        events.publish("appraisal.assigned", appraisal.pk, user=assignee.pk)


@action
def pause(*, appraisal: Appraisal, reason: str, actor: Actor, on: date) -> None:
    """The clock stands still from the day after; only until the file comes again."""
    require(policy.may_step(actor, appraisal, "pause"))
    appraisal.pauses.create(since=on, reason=clean(reason)[:200])
    _move(appraisal, "pause")


@action
def resume(*, appraisal: Appraisal, actor: Actor, on: date) -> None:
    """The supplements have come; a day before the pause began ends it on the day it began."""
    require(policy.may_step(actor, appraisal, "resume"))
    for stop in appraisal.pauses.filter(until__isnull=True):
        stop.until = max(on, stop.since)
        stop.save(update_fields=["until"])
    _move(appraisal, "resume")


@action
def examine(*, item: ChecklistItem, result: str, note: str, actor: Actor) -> None:
    require(policy.may_examine(actor, item.appraisal))
    item.result, item.note = CheckResult(result), clean(note)
    item.full_clean()
    item.save(update_fields=["result", "note"])


@action
def examine_rest(*, appraisal: Appraisal, candidate: Candidate | None, actor: Actor) -> int:
    """What nobody has looked at yet of one candidate (or of the whole file) is examined and met."""
    require(policy.may_examine(actor, appraisal))
    return appraisal.items.filter(candidate=candidate, result=CheckResult.OPEN).update(result=CheckResult.MET)


@action
def refresh_checklist(*, appraisal: Appraisal, actor: Actor, on: date) -> None:
    """Compare with the law again, for instance after a fact about a person has been checked."""
    require(policy.may_examine(actor, appraisal))
    checklist.refresh(appraisal, on)


@action
def conclude_candidate(
    *, appraisal: Appraisal, candidate: Candidate, finding: str, reason: str, actor: Actor
) -> CandidateFinding:
    """Put forward, or not with the reason; to put forward against a finding asks for a reason too."""
    require(policy.may_examine(actor, appraisal))
    items = list(appraisal.items.filter(candidate=candidate))
    require(_belongs(appraisal, candidate))
    _refuse_unfounded(items, Finding(finding), reason)
    row, _new = CandidateFinding.objects.update_or_create(
        candidate=candidate,
        defaults={"appraisal": appraisal, "finding": finding, "reason": clean(reason)[:300]},
    )
    return row


@action
def conclude(*, appraisal: Appraisal, conclusion: str, actor: Actor, on: date, now: datetime) -> None:
    """Each candidate gets its state, the dossier is appraised, the clock stops."""
    require(policy.may_step(actor, appraisal, "conclude"))
    _refuse_open_file(appraisal)
    appraisal.conclusion, appraisal.concluded_on = conclusion.strip(), on
    appraisal.save(update_fields=["conclusion", "concluded_on"])
    WORKFLOW.move(appraisal, "conclude")
    for row in appraisal.findings.select_related("candidate__dossier").order_by("candidate_id"):
        _hand_on(row, actor)
    dossiers.move(dossier=appraisal.dossier, step="conclude", actor=actor, on=on, now=now)
    events.publish("appraisal.concluded", appraisal.pk)


@action
def reopen(*, appraisal: Appraisal, reason: str, actor: Actor, on: date, now: datetime) -> None:
    """Before anybody votes or decides, a conclusion may be taken back."""
    require(policy.may_step(actor, appraisal, "reopen"))
    dossiers.move(dossier=appraisal.dossier, step="reopen", actor=actor, on=on, now=now, reason=reason)
    WORKFLOW.move(appraisal, "reopen")
    appraisal.concluded_on = None
    appraisal.save(update_fields=["concluded_on"])


def _start(dossier: Dossier, n_days: int, basis: str, on: date) -> Appraisal:
    return Appraisal.objects.create(
        dossier=dossier,
        organisation_id=dossier.receiver_id,
        received_on=on,
        n_days=n_days,
        days_basis=basis[:200],
        due_on=clock.due_day(working_calendar(), on, n_days, ()),
    )


def _move(appraisal: Appraisal, step: str) -> None:
    """The due day goes only after the file is waiting, and is there before it runs again."""
    pauses = list(appraisal.pauses.all())
    due_on = clock.due_day(working_calendar(), appraisal.received_on, appraisal.n_days, pauses)
    if due_on is None:
        WORKFLOW.move(appraisal, step)
    appraisal.due_on = due_on
    appraisal.save(update_fields=["due_on"])
    if due_on is not None:
        WORKFLOW.move(appraisal, step)


def _belongs(appraisal: Appraisal, candidate: Candidate) -> Answer:
    if candidate.dossier_id == appraisal.dossier_id and candidate.state != CandidateState.DROPPED:
        return ALLOWED
    return refused(_("This candidate is not in the dossier."))


def _refuse_unfounded(items: Iterable[ChecklistItem], finding: Finding, reason: str) -> None:
    results = [item.result for item in items]
    if finding == Finding.NOT_PUT_FORWARD and not clean(reason):
        raise CannotConclude(_("Not putting somebody forward needs a reason."), field="reason")
    if finding == Finding.PUT_FORWARD and CheckResult.OPEN in results:
        raise CannotConclude(_("Examine every item of this candidate before putting it forward."))
    if finding == Finding.PUT_FORWARD and CheckResult.NOT_MET in results and not clean(reason):
        raise CannotConclude(
            _("An item is not met: give the reason for putting forward all the same."), field="reason"
        )


def _refuse_open_file(appraisal: Appraisal) -> None:
    n_open = appraisal.items.filter(candidate__isnull=True, result=CheckResult.OPEN).count()
    if n_open:
        raise CannotConclude(_("%(n)s papers of the whole file have not been examined.") % {"n": n_open})


def _hand_on(row: CandidateFinding, actor: Actor) -> None:
    put_forward = row.finding == Finding.PUT_FORWARD
    state = CandidateState.AGREED if put_forward else CandidateState.NOT_AGREED
    if row.candidate.state not in (state, CandidateState.DROPPED):
        dossiers.set_candidate_state(candidate=row.candidate, state=state, reason=row.reason, actor=actor)
