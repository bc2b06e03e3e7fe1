"""Who is invited: recipients from decisions in force in the order of the law, and guests; what they answer."""

import secrets
from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.text import clean
from thidua.law.ceremonies import calling_order
from thidua.modules.ceremonies import policy
from thidua.modules.ceremonies.actions.planning import CannotPlan, held_row
from thidua.modules.ceremonies.drafts import AnswerDraft, GuestDraft
from thidua.modules.ceremonies.models import Answer, Attendee, Ceremony
from thidua.modules.ceremonies.queries import conferrable, receivable
from thidua.modules.decisions.models import Decision, DecisionItem
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.api import Actor
from thidua.modules.register.models import Entry

CODE_BYTES = 9


@action
def take_recipients(*, ceremony: Ceremony, decisions: Iterable[Decision], actor: Actor) -> int:
    """Everybody of these decisions whom no other ceremony has; gives how many were added."""
    held = held_row(ceremony)
    require(policy.may_list(actor, held))
    chosen = conferrable(actor, held).filter(pk__in=[one.pk for one in decisions])
    free = DecisionItem.objects.filter(decision__in=chosen, candidate__isnull=False)
    free = free.exclude(ceremonies__in=Attendee.objects.exclude(ceremony__state="cancelled"))
    made = [_recipient(held, item) for item in free.select_related("candidate")]
    Attendee.objects.bulk_create(made)
    _put_in_order(held)
    return len(made)


def _recipient(ceremony: Ceremony, item: DecisionItem) -> Attendee:
    candidate = item.candidate
    assert candidate is not None  # filtered
    unit = "" if candidate.unit_name == candidate.name else candidate.unit_name
    return Attendee(
        ceremony=ceremony,
        item=item,
        name=candidate.name,
        honorific=candidate.honorific,
        role=", ".join(part for part in (candidate.post, unit) if part),
        honour=candidate.honour,
        is_posthumous=candidate.is_posthumous,
        code=secrets.token_urlsafe(CODE_BYTES),
    )


@action
def take_received(*, ceremony: Ceremony, entries: Iterable[Entry], actor: Actor) -> int:
    """What other bodies conferred and is received here; gives how many were added."""
    held = held_row(ceremony)
    require(policy.may_list(actor, held))
    chosen = receivable(actor, held).filter(pk__in=[one.pk for one in entries])
    made = [_received(held, entry) for entry in chosen]
    Attendee.objects.bulk_create(made)
    _put_in_order(held)
    return len(made)


def _received(ceremony: Ceremony, entry: Entry) -> Attendee:
    unit = "" if entry.unit_name == entry.name else entry.unit_name
    return Attendee(
        ceremony=ceremony,
        entry=entry,
        name=entry.name,
        honorific=entry.honorific,
        role=", ".join(part for part in (entry.post, unit) if part),
        honour=entry.honour,
        code=secrets.token_urlsafe(CODE_BYTES),
    )


def kind_of(honoured: Candidate | Entry) -> str:
    if honoured.collective_id:
        return "collective"
    return "household" if honoured.household_id else "person"


def _put_in_order(ceremony: Ceremony) -> None:
    """By the law, then as the decisions list them; guests come after and are not called."""
    rows = list(ceremony.attendees.select_related("item__candidate", "item__decision", "entry"))
    rows.sort(key=_key)
    for n, row in enumerate(rows, 1):
        row.place = n
    Attendee.objects.bulk_update(rows, ["place"])


def _key(row: Attendee) -> tuple[object, ...]:
    if row.item and row.item.candidate:
        order = calling_order(row.honour, kind_of(row.item.candidate))
        return (0, order, str(row.item.decision.signed_on), row.item.place, row.pk)
    if row.entry:
        order = calling_order(row.honour, kind_of(row.entry))
        return (0, order, str(row.entry.decided_on), row.entry.place, row.pk)
    return (1, (0, 0), "", 0, row.pk)


@action
def invite_guest(*, ceremony: Ceremony, draft: GuestDraft, actor: Actor) -> Attendee:
    held = held_row(ceremony)
    require(policy.may_list(actor, held))
    return Attendee.objects.create(
        ceremony=held,
        name=clean(draft.name),
        honorific=clean(draft.honorific),
        role=clean(draft.role),
        needs=clean(draft.needs),
        email=draft.email,
        place=held.attendees.count() + 1,
        code=secrets.token_urlsafe(CODE_BYTES),
    )


@action
def leave_out(*, attendee: Attendee, actor: Actor) -> None:
    """The recipient's decision is free for another ceremony again; the others are numbered anew."""
    held = held_row(attendee.ceremony)
    require(policy.may_list(actor, held))
    if hasattr(attendee, "handover"):
        raise CannotPlan(_("The certificate was handed over: the name stays on the list."))
    attendee.delete()
    _number(held)


@action
def reorder(*, attendee: Attendee, place: int, actor: Actor) -> None:
    """To another place, by the presenter's wish; everybody is numbered anew."""
    held = held_row(attendee.ceremony)
    require(policy.may_list(actor, held))
    rows = list(held.attendees.order_by("place", "id"))
    moved = next(row for row in rows if row.pk == attendee.pk)
    rows.remove(moved)
    rows.insert(max(0, min(place - 1, len(rows))), moved)
    _number(held, rows)


@action
def order_by_law(*, ceremony: Ceremony, actor: Actor) -> None:
    held = held_row(ceremony)
    require(policy.may_list(actor, held))
    _put_in_order(held)


def _number(ceremony: Ceremony, rows: list[Attendee] | None = None) -> None:
    rows = list(ceremony.attendees.order_by("place", "id")) if rows is None else rows
    for n, row in enumerate(rows, 1):
        row.place = n
    Attendee.objects.bulk_update(rows, ["place"])


@action
def note_answer(*, attendee: Attendee, draft: AnswerDraft, actor: Actor) -> Attendee:
    """Comes, sends somebody, does not come; and what he needs to reach his seat."""
    held = held_row(attendee.ceremony)
    require(policy.may_list(actor, held))
    if draft.answer == Answer.SENDS and not clean(draft.representative):
        raise CannotPlan(_("Name who comes instead."), field="representative")
    attendee.answer, attendee.representative = draft.answer, clean(draft.representative)
    attendee.needs, attendee.reading = clean(draft.needs), clean(draft.reading)
    attendee.email = draft.email
    attendee.save(update_fields=["answer", "representative", "needs", "reading", "email"])
    return attendee
