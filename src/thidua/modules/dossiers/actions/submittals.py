"""Gathering several units' dossiers into one submittal (tờ trình) upward."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers.models import Dossier, DossierState, Submittal, SubmittalState
from thidua.modules.dossiers.policy import may_gather
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.papers.api import next_number

GATHERABLE = frozenset({DossierState.APPRAISED, DossierState.VOTED, DossierState.FORWARDED})


class CannotGather(Cannot):
    """These dossiers cannot go into one submittal."""


@action
def gather_submittal(
    *,
    organisation: Organisation,
    dossiers: Sequence[Dossier],
    title: str,
    addressed_to: str,
    actor: Actor,
    on: date,
    now: datetime,
    period: Period | None = None,
) -> Submittal:
    """One submittal of the receiving body from several units' dossiers."""
    require(may_gather(actor, organisation.pk))
    if not dossiers:
        raise CannotGather(_("Choose at least one dossier."), field="dossiers")
    number = next_number(organisation=organisation, kind="submittal", year=on.year, actor=actor)
    submittal = Submittal.objects.create(
        code=f"TT-{on.year}-{number:04}",
        organisation=organisation,
        addressed_to=clean(addressed_to),
        period=period,
        title=clean(title),
        made_by_id=actor.user_id,
        made_at=now,
    )
    ids = sorted(dossier.pk for dossier in dossiers)
    for dossier in Dossier.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"):
        _take_in(submittal, dossier, now)
    return submittal


def _take_in(submittal: Submittal, dossier: Dossier, now: datetime) -> None:
    if dossier.receiver_id != submittal.organisation_id:
        raise CannotGather(_("%(code)s was sent to another body.") % {"code": dossier.code})
    if dossier.submittal_id:
        raise CannotGather(_("%(code)s is in another submittal already.") % {"code": dossier.code})
    if dossier.state not in GATHERABLE:
        raise CannotGather(_("%(code)s has not been appraised yet.") % {"code": dossier.code})
    dossier.submittal = submittal
    dossier.changed_at = now
    dossier.save(update_fields=["submittal", "changed_at"])


@action
def leave_submittal(*, dossier: Dossier, actor: Actor, now: datetime) -> None:
    """Take a dossier out of a submittal that has not gone yet."""
    held = Dossier.objects.select_for_update(of=("self",)).select_related("submittal").get(pk=dossier.pk)
    require(may_gather(actor, held.receiver_id))
    if held.submittal is None or held.submittal.state != SubmittalState.OPEN:
        raise CannotGather(_("The submittal has gone: nothing in it changes any more."))
    held.submittal = None
    held.changed_at = now
    held.save(update_fields=["submittal", "changed_at"])


@action
def submit(*, submittal: Submittal, actor: Actor, on: date) -> Submittal:
    """The submittal has gone to the higher level."""
    held = Submittal.objects.select_for_update(of=("self",)).get(pk=submittal.pk)
    require(may_gather(actor, held.organisation_id))
    if held.state != SubmittalState.OPEN:
        raise CannotGather(_("This submittal has gone already."))
    if not held.dossiers.exists():
        raise CannotGather(_("Choose at least one dossier."), field="dossiers")
    held.state = SubmittalState.SUBMITTED
    held.submitted_on = on
    held.save(update_fields=["state", "submitted_on"])
    events.publish("submittals.submitted", held.pk, actor=actor.user_id, on=on.isoformat())
    return held
