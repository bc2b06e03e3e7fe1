"""The way of a sign: the officer asks, the unit explains, the leader decides."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.oversight import policy
from thidua.modules.oversight.actions.remedies import RemedyDraft, kept
from thidua.modules.oversight.models import Shortcoming, Signal, SignalStep
from thidua.modules.oversight.states import SIGNAL

BY_ACCEPT = "accept"


@action
def step_signal(*, signal: Signal, step: str, reason: str, actor: Actor, on: date, now: datetime) -> Signal:
    """Any step but the leader's note of a shortcoming, which says what is to be done as well."""
    if step == BY_ACCEPT:
        raise CannotMove(_("Say cause, measure, owner and deadline with it."))
    return _moved(signal, step, reason, actor, on, now)


@action
def accept(*, signal: Signal, draft: RemedyDraft, actor: Actor, on: date, now: datetime) -> Shortcoming:
    """The leader's word: it becomes a shortcoming, with what is to be done about it."""
    held = _moved(signal, BY_ACCEPT, draft.title, actor, on, now)
    return kept(draft, held.body, held, actor, on, now)


def _moved(  # noqa: PLR0917
    signal: Signal, step: str, reason: str, actor: Actor, on: date, now: datetime
) -> Signal:
    rows = Signal.objects.select_for_update(of=("self",)).select_related("body", "organisation")
    held = rows.get(pk=signal.pk)
    require(policy.may_step_signal(actor, held, step))
    if SIGNAL.by_name[step].needs_reason and not clean(reason):
        raise CannotMove(_("Say it in a sentence or two."), field="reason")
    SIGNAL.move(held, step)
    if step == "ask":
        held.asked_on = on
        held.save(update_fields=["asked_on"])
    SignalStep.objects.create(
        signal=held, step=step, note=reason.strip(), on=on, made_by_id=actor.user_id, made_at=now
    )
    publish(f"oversight.signal_{step}", held.pk, on=on.isoformat())
    return held
