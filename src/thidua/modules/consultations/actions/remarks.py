"""Somebody remarks on those shown; the desk verifies and concludes, a complaint goes to its receiver."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, composed
from thidua.modules.consultations import phones, policy
from thidua.modules.consultations.drafts import RemarkDraft
from thidua.modules.consultations.models import (
    Outcome,
    Remark,
    RemarkKind,
    RemarkState,
    RemarkStep,
    Showing,
)
from thidua.modules.consultations.queries.showings import is_open
from thidua.modules.consultations.states import REMARK
from thidua.modules.organisations.api import Actor, system, working_calendar

# A habit of offices, not a rule: the desk looks at a remark within a working week.
HANDLED_WITHIN = 5
PHONES_KEPT = timedelta(days=365)


class CannotRemark(Cannot):
    """Remarks are no longer taken, or what was found is not said."""


@action
def send_remark(*, showing: Showing, draft: RemarkDraft, actor: Actor | None, now: datetime) -> Remark:
    """By anybody, while it is shown. A complaint is read by its receiver only, from the first moment."""
    on = civil_day(now)
    if not is_open(showing, on):
        raise CannotRemark(_("The time for remarks is over."))
    remark = Remark(
        showing=showing,
        about=showing.shown.filter(pk=draft.about).first() if draft.about else None,
        kind=RemarkKind.COMPLAINT if draft.is_complaint else RemarkKind.REMARK,
        name=clean(draft.name),
        content=composed(draft.content),
        sent_at=now,
        due_on=working_calendar().add(on, HANDLED_WITHIN),
        state=RemarkState.REFERRED if draft.is_complaint else RemarkState.RECEIVED,
    )
    remark.save()
    if draft.phone:
        phones.seal(remark, clean(draft.phone))
        remark.save(update_fields=["phone_sealed"])
    news = "consultations.complained" if draft.is_complaint else "consultations.remarked"
    events.publish(news, remark.pk)
    return remark


@action
def verify(*, remark: Remark, note: str, actor: Actor, now: datetime) -> Remark:
    held = _held(remark)
    require(policy.may_step_remark(actor, held, "verify"))
    REMARK.move(held, "verify")
    return _noted(held, "verify", note, actor, now)


@action
def conclude_remark(*, remark: Remark, outcome: str, note: str, actor: Actor, now: datetime) -> Remark:
    held = _held(remark)
    require(policy.may_step_remark(actor, held, "conclude"))
    if outcome not in Outcome.values:
        raise CannotRemark(_("Say whether the remark is founded."), field="outcome")
    if not clean(note):
        raise CannotRemark(_("Write down what was found, and how."), field="note")
    held.outcome, held.note = outcome, composed(note)
    held.save(update_fields=["outcome", "note"])
    REMARK.move(held, "conclude")
    return _noted(held, "conclude", note, actor, now)


@action
def refer(*, remark: Remark, note: str, actor: Actor, now: datetime) -> Remark:
    """It is a complaint after all: from now on only its receiver reads it."""
    held = _held(remark)
    require(policy.may_step_remark(actor, held, "refer"))
    held.kind = RemarkKind.COMPLAINT
    held.save(update_fields=["kind"])
    REMARK.move(held, "refer")
    events.publish("consultations.complained", held.pk)
    return _noted(held, "refer", note, actor, now)


@action
def forget_phones(*, actor: Actor, now: datetime) -> int:
    """Twelve months after it was sent; gives how many were deleted."""
    return due_phones(now).update(phone_sealed=None)


def due_phones(now: datetime) -> QuerySet[Remark]:
    return Remark.objects.filter(sent_at__lte=now - PHONES_KEPT, phone_sealed__isnull=False)


def forget_due_phones(now: datetime) -> int:
    return forget_phones(actor=system(civil_day(now)), now=now)


def _noted(remark: Remark, step: str, note: str, actor: Actor, now: datetime) -> Remark:
    RemarkStep.objects.create(
        remark=remark, step=step, note=clean(note)[:500], made_by_id=actor.user_id, made_at=now
    )
    return remark


def _held(remark: Remark) -> Remark:
    return Remark.objects.select_for_update(of=("self",)).select_related("showing").get(pk=remark.pk)
