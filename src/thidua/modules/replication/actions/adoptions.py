"""A unit applies a model of the catalogue, and may one day apply it no more."""

from dataclasses import asdict
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.replication import policy
from thidua.modules.replication.actions.effects import refuse_wrong_days
from thidua.modules.replication.actions.models import locked
from thidua.modules.replication.drafts import MeasureDraft
from thidua.modules.replication.models import Adoption, AdoptionState, Measure, PracticeModel
from thidua.modules.replication.queries import sources_of
from thidua.modules.replication.states import ADOPTION_WORKFLOW


class CannotAdopt(Cannot):
    """The unit cannot apply the model from this day on."""


@action
def adopt(
    *,
    model: PracticeModel,
    organisation: Organisation,
    since: date,
    measure: MeasureDraft,
    actor: Actor,
    on: date,
    now: datetime,
    learnt_from: Organisation | None = None,
    way: str = "",
) -> Adoption:
    """With an indicator of the unit's own as it stands before: without it no effect can be seen later."""
    held = locked(model)
    require(policy.may_adopt_for(actor, held, organisation.pk))
    if since > on:
        raise CannotAdopt(
            _("Enter it once the unit has begun: the day cannot lie in the future."), field="since"
        )
    if held.adoptions.filter(organisation=organisation, state=AdoptionState.IN_USE).exists():
        raise CannotAdopt(_("This unit applies the model already."), field="organisation")
    _refuse_strange_source(held, organisation, learnt_from)
    refuse_wrong_days(measure, on)
    made = Adoption.objects.create(
        model=held,
        organisation=organisation,
        since=since,
        learnt_from=learnt_from,
        way=way.strip(),
        made_by_id=actor.user_id,
        made_at=now,
    )
    Measure.objects.create(adoption=made, **asdict(measure))
    publish("replication.adopted", made.pk)
    return made


def _refuse_strange_source(model: PracticeModel, unit: Organisation, source: Organisation | None) -> None:
    if source is None:
        return
    if source.pk == unit.pk or not sources_of(model).filter(pk=source.pk).exists():
        raise CannotAdopt(
            _("Choose the unit that began the model, a pilot unit, or one that applies it."),
            field="learnt_from",
        )


@action
def withdraw(*, adoption: Adoption, ended_on: date, reason: str, actor: Actor, on: date) -> Adoption:
    held = held_adoption(adoption)
    require(policy.may_step_adoption(actor, held, "withdraw"))
    if not reason.strip():
        raise CannotMove(_("Say why the model is applied no more."), field="reason")
    if not held.since <= ended_on <= on:
        raise CannotMove(_("The day lies between the first day and today."), field="ended_on")
    held.ended_on, held.end_reason = ended_on, reason.strip()
    held.save(update_fields=["ended_on", "end_reason"])
    ADOPTION_WORKFLOW.move(held, "withdraw")
    publish("replication.withdrawn", held.pk)
    return held


def held_adoption(adoption: Adoption) -> Adoption:
    rows = Adoption.objects.select_for_update(of=("self",))
    return rows.select_related("organisation", "model__organisation").get(pk=adoption.pk)
