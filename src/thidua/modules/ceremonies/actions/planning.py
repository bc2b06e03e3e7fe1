"""A ceremony is planned: occasion, place, cost, checks, programme, and its steps."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.ceremonies import policy
from thidua.modules.ceremonies.beginnings import begin_with
from thidua.modules.ceremonies.drafts import CeremonyDraft, PartDraft
from thidua.modules.ceremonies.models import Ceremony, CeremonyCheck, ProgrammePart
from thidua.modules.ceremonies.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotPlan(Cannot):
    """The plan lacks something or contradicts itself."""


@action
def plan(
    *, organisation: Organisation, draft: CeremonyDraft, actor: Actor, on: date, now: datetime
) -> Ceremony:
    require(policy.may_plan(actor, organisation.pk))
    if draft.on < on:
        raise CannotPlan(_("The day lies in the past."), field="on")
    ceremony = Ceremony(organisation=organisation, made_by_id=actor.user_id, made_at=now)
    _describe(ceremony, draft)
    ceremony.save()
    begin_with(ceremony)
    return ceremony


@action
def change(*, ceremony: Ceremony, draft: CeremonyDraft, version: int, actor: Actor) -> Ceremony:
    """Raises Conflict with both texts when somebody saved in between."""
    held = held_row(ceremony)
    require(policy.may_change(actor, held))
    values = asdict(draft)
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in values}, mine=values)
    told = _when_and_where(held)
    _describe(held, draft)
    held.version += 1
    held.save()
    if told != _when_and_where(held):
        held.attendees.update(mailed_at=None)  # who was written to is written to again
    return held


def _when_and_where(ceremony: Ceremony) -> tuple[object, ...]:
    return ceremony.on, ceremony.starts_at, ceremony.venue


def _describe(ceremony: Ceremony, draft: CeremonyDraft) -> None:
    for name, value in asdict(draft).items():
        setattr(ceremony, name, clean(value) if isinstance(value, str) else value)
    if not ceremony.combined_with and not ceremony.alone_reason:
        raise CannotPlan(
            _("Name the meeting it is held within, or say why it is held alone."), field="combined_with"
        )


@action
def check(*, ceremony: Ceremony, answers: Mapping[int, tuple[bool, str, str]], actor: Actor) -> None:
    """For each check: in order or not, who answers for it, a note."""
    held = held_row(ceremony)
    require(policy.may_change(actor, held))
    rows = list(held.checks.all())
    for row in rows:
        is_done, responsible, note = answers.get(row.pk, (row.is_done, row.responsible, row.note))
        if is_done and not clean(responsible):
            raise CannotPlan(_("Name who answers for it: %(check)s.") % {"check": row.label})
        row.is_done, row.responsible, row.note = is_done, clean(responsible), clean(note)
    CeremonyCheck.objects.bulk_update(rows, ["is_done", "responsible", "note"])


@action
def add_part(*, ceremony: Ceremony, draft: PartDraft, actor: Actor) -> ProgrammePart:
    held = held_row(ceremony)
    require(policy.may_list(actor, held))
    return ProgrammePart.objects.create(ceremony=held, place=held.parts.count(), **asdict(draft))


@action
def remove_part(*, part: ProgrammePart, actor: Actor) -> None:
    held = held_row(part.ceremony)
    require(policy.may_list(actor, held))
    part.delete()
    for n, row in enumerate(held.parts.order_by("place", "id")):
        row.place = n
        row.save(update_fields=["place"])


@action
def count(*, ceremony: Ceremony, actual_cost: int, actor: Actor) -> Ceremony:
    """What it cost, after it was held."""
    held = held_row(ceremony)
    require(policy.may_count(actor, held))
    held.actual_cost = actual_cost
    held.save(update_fields=["actual_cost"])
    return held


@action
def move(*, ceremony: Ceremony, step: str, actor: Actor, on: date, reason: str = "") -> Ceremony:
    held = held_row(ceremony)
    require(policy.may_step(actor, held, step))
    if WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Say why: it is kept in the history."), field="reason")
    if step == "hold" and on < held.on:
        raise CannotMove(_("The day of the ceremony has not come yet."))
    if reason.strip():
        held.last_remark = clean(reason)[:300]
        held.save(update_fields=["last_remark"])
    WORKFLOW.move(held, step)
    return held


def held_row(ceremony: Ceremony) -> Ceremony:
    rows = Ceremony.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=ceremony.pk)
