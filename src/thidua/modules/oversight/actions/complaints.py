"""Letters about awards: received, sorted, accepted or not, settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.actions import action
from thidua.foundation.audit import Author
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.accounts.models import User
from thidua.modules.consultations.api import phone_of
from thidua.modules.consultations.models import Remark
from thidua.modules.exemplars.models import Tip
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Actor, Role, system
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight import letterbox, policy
from thidua.modules.oversight.letterbox import Words
from thidua.modules.oversight.models import (
    Accused,
    Complaint,
    ComplaintKind,
    ComplaintOpening,
    ComplaintOutcome,
    ComplaintState,
    ComplaintStep,
    ComplaintTarget,
    ComplaintWay,
)
from thidua.modules.oversight.states import COMPLAINT
from thidua.modules.papers.api import next_number
from thidua.modules.people.api import close_matter, record_matter
from thidua.modules.people.kinds import MatterKind
from thidua.modules.people.models import Collective, Person

SERIES = "complaint"
SOON = timedelta(days=7)
NEAR = gettext_lazy("Letter {code} is to be settled by {day}.")
LATE = gettext_lazy("Letter {code} was to be settled by {day}.")
ENDS = (ComplaintState.ENDED, ComplaintState.WITHDRAWN, ComplaintState.DECLINED)


class CannotHandle(Cannot):
    """What is typed of a letter is not complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    way: str
    received_on: date
    content: str
    is_anonymous: bool = False
    sender: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    kind: str
    due_on: date | None = None
    due_basis: str = ""
    is_verified_apart: bool = False
    verified: str = ""
    accused: Iterable[User] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """`ground`: of revocation, by article 93.2 of the law, where there is one."""

    outcome: str
    paper: str
    text: str
    ground: str = ""


@action
def receive(
    *, organisation: Organisation, draft: LetterDraft, actor: Actor, on: date, now: datetime
) -> Complaint:
    """By whoever receives letters; number and day without gaps."""
    require(policy.may_receive_letters(actor))
    return _entered(Complaint(organisation=organisation), draft, actor, on, now)


@action
def receive_from_showing(*, remark: Remark, on: date, now: datetime, actor: Author | None) -> Complaint:
    """A complaint about candidates shown to the public, entered by the system once; whom it is about stands in it."""
    known = Complaint.objects.filter(remark=remark).first()
    if known:
        return known
    draft = LetterDraft(
        way=ComplaintWay.ONLINE,
        received_on=civil_day(remark.sent_at),
        content=remark.content,
        sender=remark.name,
        contact=phone_of(remark),
    )
    row = _entered(
        Complaint(organisation=remark.showing.organisation, remark=remark), draft, system(on), on, now
    )
    candidate = remark.about.candidate if remark.about else None
    if candidate and (candidate.person_id or candidate.collective_id):
        ComplaintTarget.objects.create(
            complaint=row, person_id=candidate.person_id, collective_id=candidate.collective_id
        )
    return row


@action
def receive_from_tip(
    *, tip: Tip, organisation: Organisation, on: date, now: datetime, actor: Author | None
) -> Complaint:
    """What was told as a good deed and accuses somebody: a letter of the body that receives them, entered once."""
    known = Complaint.objects.filter(tip=tip).first()
    if known:
        return known
    sender = tip.teller_name or (tip.told_by.full_name if tip.told_by else "")
    draft = LetterDraft(
        way=ComplaintWay.ONLINE,
        received_on=tip.told_on,
        content=f"{tip.deed}\n\n{tip.organisation}, {tip.place}, {tip.deed_on:%d/%m/%Y}",
        is_anonymous=not sender,
        sender=sender,
        contact=tip.teller_contact,
    )
    return _entered(Complaint(organisation=organisation, tip=tip), draft, system(on), on, now)


def _entered(row: Complaint, draft: LetterDraft, actor: Actor, on: date, now: datetime) -> Complaint:
    if not draft.content.strip():
        raise CannotHandle(_("Write down what the letter says."), field="content")
    if not draft.is_anonymous and not clean(draft.sender):
        raise CannotHandle(_("Enter who sent it, or tick that it is anonymous."), field="sender")
    if draft.received_on > on:
        raise CannotHandle(_("A letter is received today at the latest."), field="received_on")
    year = draft.received_on.year
    number = next_number(organisation=row.organisation, kind=SERIES, year=year, actor=actor)
    row.code = f"ĐT-{year}-{number:03}"
    row.way, row.received_on, row.is_anonymous = draft.way, draft.received_on, draft.is_anonymous
    row.made_by_id, row.made_at = actor.user_id, now
    words = Words(clean(draft.sender), clean(draft.contact), draft.content.strip())
    letterbox.seal(row, words)
    row.save()
    _remember(row, "receive", actor, on, now)
    return row


def _remember(row: Complaint, step: str, actor: Actor, on: date, now: datetime) -> None:
    ComplaintStep.objects.create(complaint=row, step=step, on=on, made_by_id=actor.user_id, made_at=now)


def _held(row: Complaint) -> Complaint:
    return Complaint.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=row.pk)


@action
def note_opening(*, row: Complaint, actor: Actor, now: datetime) -> Words:
    """What the letter says; that it was opened is kept."""
    ComplaintOpening.objects.create(complaint=row, user_id=actor.user_id, opened_at=now)
    return letterbox.opened(row)


@action
def sort(*, row: Complaint, sorting: Sorting, actor: Actor, on: date, now: datetime) -> Complaint:
    held = _held(row)
    require(policy.may_step_letter(actor, held, "sort"))
    if sorting.kind == ComplaintKind.UNSORTED:
        raise CannotHandle(_("Choose what kind of letter it is."), field="kind")
    if sorting.is_verified_apart and not sorting.verified.strip():
        raise CannotHandle(_("Say what was verified, and how."), field="verified")
    if sorting.due_on and not clean(sorting.due_basis):
        raise CannotHandle(_("Name the provision that sets the deadline."), field="due_basis")
    words = letterbox.opened(held)
    words.verified = sorting.verified.strip()
    letterbox.seal(held, words)
    held.kind, held.due_on, held.due_basis = sorting.kind, sorting.due_on, clean(sorting.due_basis)
    held.is_verified_apart = sorting.is_verified_apart
    held.save()
    held.accused.all().delete()
    for user in {one.pk: one for one in sorting.accused}.values():
        Accused.objects.create(complaint=held, user=user)
    COMPLAINT.move(held, "sort")
    _remember(held, "sort", actor, on, now)
    return held


@action
def concern(*, row: Complaint, recipient: Person | Collective, actor: Actor) -> ComplaintTarget:
    held = _held(row)
    require(policy.may_step_letter(actor, held, "sort"))
    kind = "person" if isinstance(recipient, Person) else "collective"
    whom: dict[str, Any] = {kind: recipient}
    target, _is_new = ComplaintTarget.objects.get_or_create(complaint=held, **whom)
    return target


@action
def release(*, target: ComplaintTarget, actor: Actor) -> None:
    require(policy.may_step_letter(actor, _held(target.complaint), "sort"))
    target.delete()


@action
def step_letter(
    *, row: Complaint, step: str, reason: str, actor: Actor, on: date, now: datetime
) -> Complaint:
    """Accepting holds the awards of those concerned, by the law's own condition; the end lets them go."""
    if step in {"sort", "conclude"}:
        raise CannotMove(_("This step has a form of its own."))
    return _moved(row, step, reason, actor, on, now)


def _moved(  # noqa: PLR0917
    row: Complaint, step: str, reason: str, actor: Actor, on: date, now: datetime
) -> Complaint:
    held = _held(row)
    require(policy.may_step_letter(actor, held, step))
    if not reason.strip():
        raise CannotMove(_("Say it in a sentence or two."), field="reason")
    words = letterbox.opened(held)
    words.notes.append((step, reason.strip()))
    letterbox.seal(held, words)
    if step == "accept":
        held.accepted_on = on
    target = COMPLAINT.by_name[step].target
    if target in ENDS:
        held.ended_on = on
    held.save(update_fields=["sealed", "accepted_on", "ended_on"])
    COMPLAINT.move(held, step)
    if step == "accept":
        _hold(held, actor, on)
    elif target in ENDS:
        _let_go(
            held,
            actor,
            on,
            is_cleared=held.outcome not in {ComplaintOutcome.FOUNDED, ComplaintOutcome.PARTLY},
        )
    _remember(held, step, actor, on, now)
    return held


def _hold(row: Complaint, actor: Actor, on: date) -> None:
    basis = f"Đơn số {row.code}, thụ lý ngày {on:%d/%m/%Y}"
    for target in row.targets.select_related("person", "collective"):
        recipient = target.person or target.collective
        assert recipient is not None  # a constraint says so
        target.matter = record_matter(
            recipient=recipient, kind=MatterKind.COMPLAINT, since=on, basis=basis, actor=actor
        )
        target.save(update_fields=["matter"])


def _let_go(row: Complaint, actor: Actor, on: date, *, is_cleared: bool) -> None:
    for target in row.targets.filter(matter__isnull=False, matter__until=None).select_related("matter"):
        assert target.matter is not None  # filtered by it
        close_matter(matter=target.matter, until=on, is_cleared=is_cleared, actor=actor)


@action
def settle(*, row: Complaint, settlement: Settlement, actor: Actor, on: date, now: datetime) -> Complaint:
    """The conclusion of whoever was competent, with its paper."""
    held = _held(row)
    require(policy.may_step_letter(actor, held, "conclude"))
    if settlement.outcome not in ComplaintOutcome.values:
        raise CannotHandle(_("Choose the outcome."), field="outcome")
    if not clean(settlement.paper):
        raise CannotHandle(_("Enter number and day of the paper that concludes it."), field="paper")
    if settlement.ground and settlement.outcome == ComplaintOutcome.UNFOUNDED:
        raise CannotHandle(_("What is not right is no ground of revocation."), field="ground")
    held.outcome, held.paper, held.ground = settlement.outcome, clean(settlement.paper), settlement.ground
    held.save(update_fields=["outcome", "paper", "ground"])
    return _moved(held, "conclude", settlement.text, actor, on, now)


@action
def remind_receivers(*, actor: Actor, on: date, now: datetime) -> int:
    """A week before the day on which a letter is to be settled, and on the day after; gives how many were told."""
    n_told = 0
    rows = Complaint.objects.filter(state=ComplaintState.ACCEPTED, due_on__lte=on + SOON)
    for row in rows.select_related("organisation").order_by("due_on", "pk"):
        assert row.due_on is not None  # filtered by it
        is_late = row.due_on < on
        text = LATE if is_late else NEAR
        words = format_lazy(text, code=row.code, day=f"{row.due_on:%d/%m/%Y}")
        url = reverse("complaints_show", args=[row.pk])
        news = News(words, url, f"oversight.letter_due/{row.pk}/{row.due_on:%Y-%m-%d}/{int(is_late)}")
        n_told += tell_roles(
            actor=actor, now=now, news=news, organisation=row.organisation, roles=[Role.COMPLAINTS], on=on
        )
    return n_told
