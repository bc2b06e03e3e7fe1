"""What becomes of a tip: an exemplar, another telling of the same deed, a complaint, or nothing."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.exemplars import policy
from thidua.modules.exemplars.actions.exemplars import discover
from thidua.modules.exemplars.drafts import ExemplarDraft
from thidua.modules.exemplars.models import Exemplar, Tip, TipState
from thidua.modules.exemplars.states import TIP_WORKFLOW
from thidua.modules.organisations.api import Actor


class CannotTriage(Cannot):
    """The tip cannot go this way."""


@action
def accept(*, tip: Tip, name: str, kind: str, actor: Actor, on: date, now: datetime) -> Exemplar:
    """An exemplar begins with everything that was told."""
    held = _held(tip)
    require(policy.may_step_tip(actor, held, "accept"))
    if not clean(name):
        raise CannotTriage(_("Enter who did it; a short description will do until the visit."), field="name")
    draft = ExemplarDraft(
        name=name,
        kind=kind,
        deed=held.deed,
        deed_on=held.deed_on,
        deed_place=held.place,
        confirmed_by=held.witnesses,
    )
    exemplar = discover(
        organisation=held.organisation, draft=draft, actor=actor, on=on, now=now, found_on=held.told_on
    )
    held.exemplar = exemplar
    held.save(update_fields=["exemplar"])
    TIP_WORKFLOW.move(held, "accept")
    return exemplar


@action
def merge(*, tip: Tip, same_as: Tip, actor: Actor) -> Tip:
    """Another telling of the same deed: it goes where the first one goes."""
    held = _held(tip)
    require(policy.may_step_tip(actor, held, "merge"))
    first = same_as.same_as or same_as
    if first.pk == held.pk or first.organisation_id != held.organisation_id:
        raise CannotTriage(_("Choose another tip of the same unit."), field="same_as")
    if first.state not in (TipState.NEW, TipState.ACCEPTED):
        raise CannotTriage(_("Choose a tip that is new or accepted."), field="same_as")
    held.same_as = first
    held.save(update_fields=["same_as"])
    TIP_WORKFLOW.move(held, "merge")
    held.doubles.update(same_as=first)
    return held


@action
def refer(*, tip: Tip, actor: Actor) -> None:
    """An accusation: from now on only the receiver of complaints reads it."""
    held = _held(tip)
    require(policy.may_step_tip(actor, held, "refer"))
    TIP_WORKFLOW.move(held, "refer")
    events.publish("exemplars.referred", held.pk)


@action
def decline(*, tip: Tip, reason: str, actor: Actor) -> None:
    held = _held(tip)
    require(policy.may_step_tip(actor, held, "decline"))
    if not reason.strip():
        raise CannotTriage(_("Give the reason: it is kept in the history."), field="reason")
    held.note = reason.strip()
    held.save(update_fields=["note"])
    TIP_WORKFLOW.move(held, "decline")


def _held(tip: Tip) -> Tip:
    return Tip.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=tip.pk)
