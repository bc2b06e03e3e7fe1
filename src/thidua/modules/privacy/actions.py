"""Entering and answering what people ask about their own data; each copy that goes out is kept as an export."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.api import next_number
from thidua.modules.people.models import Person
from thidua.modules.privacy import policy
from thidua.modules.privacy.models import DataRequest
from thidua.modules.privacy.states import WORKFLOW

SERIES = "data_request"


class CannotAnswer(Cannot):
    """Something of the request or of its answer is not right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    kind: str
    way: str
    asked_by: str
    text: str
    received_on: date
    is_proven: bool = False
    due_on: date | None = None
    due_basis: str = ""


@action
def enter(*, person: Person, draft: RequestDraft, actor: Actor, on: date, now: datetime) -> DataRequest:
    """A number of the body that answers, without gaps."""
    require(policy.may_enter(actor, person))
    _refuse_bad(draft, on)
    year = draft.received_on.year
    number = next_number(organisation=person.organisation, kind=SERIES, year=year, actor=actor)
    return DataRequest.objects.create(
        person=person,
        organisation=person.organisation,
        code=f"DLCN-{year}-{number:03}",
        made_by_id=actor.user_id,
        made_at=now,
        **asdict(draft),
    )


@action
def change(*, row: DataRequest, draft: RequestDraft, actor: Actor, on: date) -> DataRequest:
    held = _held(row)
    require(policy.may_change(actor, held))
    _refuse_bad(draft, on)
    for name, value in asdict(draft).items():
        setattr(held, name, value)
    held.save()
    return held


@action
def answer(*, row: DataRequest, step: str, text: str, actor: Actor, on: date) -> DataRequest:
    """Answered or refused: `text` is what was said to who asked."""
    held = _held(row)
    require(policy.may_step(actor, held, step))
    if not text.strip():
        raise CannotAnswer(_("Write down what was answered."), field="answer")
    held.answer, held.answered_on, held.answered_by_id = text.strip(), on, actor.user_id
    held.save(update_fields=["answer", "answered_on", "answered_by"])
    WORKFLOW.move(held, step)
    return held


def _refuse_bad(draft: RequestDraft, on: date) -> None:
    if draft.received_on > on:
        raise CannotAnswer(_("A request is received today at the latest."), field="received_on")
    if draft.due_on and not clean(draft.due_basis):
        raise CannotAnswer(_("Name the provision that sets the deadline."), field="due_basis")


def _held(row: DataRequest) -> DataRequest:
    rows = DataRequest.objects.select_for_update(of=("self",)).select_related("organisation", "person")
    return rows.get(pk=row.pk)
