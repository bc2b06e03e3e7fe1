"""A unit is chosen to try a model out; it concludes, or gives up."""

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
from thidua.modules.replication.actions.models import locked
from thidua.modules.replication.models import Pilot, PilotState, PracticeModel
from thidua.modules.replication.queries import units_beside
from thidua.modules.replication.states import PILOT_WORKFLOW


class CannotChoose(Cannot):
    """The unit cannot pilot the model on these days."""


@action
def choose(
    *,
    model: PracticeModel,
    organisation: Organisation,
    since: date,
    until: date,
    actor: Actor,
    on: date,
    now: datetime,
) -> Pilot:
    held = locked(model)
    require(policy.may_choose_pilots(actor, held))
    if until <= since:
        raise CannotChoose(_("The last day must come after the first."), field="until")
    _refuse_strangers(held, organisation, on)
    made = Pilot.objects.create(
        model=held,
        organisation=organisation,
        since=since,
        until=until,
        chosen_by_id=actor.user_id,
        chosen_at=now,
    )
    publish("replication.pilot_chosen", made.pk)
    return made


def _refuse_strangers(model: PracticeModel, unit: Organisation, on: date) -> None:
    if not units_beside(model.organisation_id, on).filter(pk=unit.pk).exists():
        raise CannotChoose(_("Choose a unit under the same authority."), field="organisation")
    if model.pilots.filter(organisation=unit, state=PilotState.RUNNING).exists():
        raise CannotChoose(_("This unit is piloting the model already."), field="organisation")


@action
def end(*, pilot: Pilot, step: str, reason: str, actor: Actor, on: date) -> Pilot:
    """Conclude it or give it up; `reason` says what came of it, or why it was given up."""
    held = held_pilot(pilot)
    require(policy.may_step_pilot(actor, held, step))
    if not reason.strip():
        raise CannotMove(_("Say what came of the pilot."), field="reason")
    held.conclusion, held.ended_on = reason.strip(), on
    held.save(update_fields=["conclusion", "ended_on"])
    PILOT_WORKFLOW.move(held, step)
    publish("replication.pilot_ended", held.pk)
    return held


def held_pilot(pilot: Pilot) -> Pilot:
    rows = Pilot.objects.select_for_update(of=("self",)).select_related("organisation", "model__organisation")
    return rows.get(pk=pilot.pk)
