"""What officers do with suggestions: look anew, stop that, set aside, let the list be taken out."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.suggestions import policy
from thidua.modules.suggestions.kinds import RunState
from thidua.modules.suggestions.models import OPEN, ExportPermit, Run, SetAside, Suggestion
from thidua.modules.suggestions.running import drop

# A worker that was killed leaves a run open: after this long without a batch it is given up.
GIVEN_UP = timedelta(minutes=30)


class CannotLook(Cannot):
    """A run is on its way already."""


class CannotSetAside(Cannot):
    """There is no such suggestion, or no reason."""


@action
def ask(*, organisation: Organisation, actor: Actor, on: date, now: datetime) -> Run:
    """A run that waits for the worker; one at a time for each body."""
    require(policy.may_look(actor, organisation.pk))
    for run in Run.objects.select_for_update(of=("self",)).filter(organisation=organisation, state__in=OPEN):
        if now - run.moved_at < GIVEN_UP:
            raise CannotLook(_("The records are being looked through already: wait for the end, or stop it."))
        _end(run, RunState.FAILED, now, _("The worker stopped in between."))
    return Run.objects.create(
        organisation=organisation, on=on, asked_by_id=actor.user_id, asked_at=now, moved_at=now
    )


@action
def stop(*, run: Run, actor: Actor, now: datetime) -> None:
    """The list that is read stays the one before."""
    require(policy.may_look(actor, run.organisation_id))
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state in OPEN:
        _end(held, RunState.STOPPED, now)


def _end(run: Run, state: RunState, now: datetime, problem: str = "") -> None:
    run.state, run.problem, run.moved_at = state, problem, now
    run.save(update_fields=["state", "problem", "moved_at"])
    drop(run)


@action
def set_aside(*, suggestion: Suggestion, reason: str, actor: Actor, on: date) -> SetAside:
    """Hidden for its year; said again, the later reason stands."""
    require(policy.may_decide(actor, suggestion.organisation_id))
    said = clean(reason)
    if not said:
        raise CannotSetAside(_("Say why not this time."), field="reason")
    row = asides_of(suggestion).first() or SetAside(
        person_id=suggestion.person_id,
        collective_id=suggestion.collective_id,
        honour=suggestion.honour,
        year=suggestion.year,
    )
    row.organisation_id, row.reason = suggestion.organisation_id, said
    row.said_by_id, row.said_on = actor.user_id, on
    row.save()
    return row


def asides_of(suggestion: Suggestion) -> QuerySet[SetAside]:
    """What was said of the recipient and honour in this year."""
    about = {"person": suggestion.person_id, "collective": suggestion.collective_id}
    return SetAside.objects.filter(**about, honour=suggestion.honour, year=suggestion.year)


@action
def bring_back(*, row: SetAside, actor: Actor) -> None:
    require(policy.may_decide(actor, row.organisation_id))
    row.delete()


@action
def permit_export(*, organisation: Organisation, basis: str, actor: Actor, on: date) -> None:
    require(policy.may_permit(actor, organisation.pk))
    if not clean(basis):
        raise CannotSetAside(_("Say for what purpose the list may be taken out."), field="basis")
    ExportPermit.objects.update_or_create(
        organisation=organisation,
        defaults={"basis": clean(basis), "given_by_id": actor.user_id, "given_on": on},
    )


@action
def forbid_export(*, organisation: Organisation, actor: Actor) -> None:
    require(policy.may_permit(actor, organisation.pk))
    for permit in ExportPermit.objects.filter(organisation=organisation):
        permit.delete()
