"""A shortcoming from its note to its end: what is done, what shows it, who closes it and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.files.api import store
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Actor, Role, scope_ids
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight import policy
from thidua.modules.oversight.models import Proof, RemedyNote, Shortcoming, ShortcomingState, Signal
from thidua.modules.oversight.states import LEADER, OFFICER, SHORTCOMING, UNIT

MOST_PROOFS = 20
# Working out who is told: some days before the deadline, on the day after it, and every week from then on.
SOON = timedelta(days=7)
WEEK = 7


class CannotRemedy(Cannot):
    """What is typed of a shortcoming is not complete, or contradicts itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyDraft:
    """What is typed of a shortcoming: the unit concerned, why, what is done by whom until when."""

    title: str
    organisation: Organisation
    cause: str
    measure: str
    owner: Organisation
    owner_post: str = ""
    due_on: date


def subject_of(row: Shortcoming) -> str:
    return f"shortcoming:{row.pk}"


@action
def enter(*, body: Organisation, draft: RemedyDraft, actor: Actor, on: date, now: datetime) -> Shortcoming:
    """By hand: what no detector finds."""
    require(policy.may_oversee(actor, body.pk))
    return kept(draft, body, None, actor, on, now)


def kept(  # noqa: PLR0917
    draft: RemedyDraft, body: Organisation, signal: Signal | None, actor: Actor, on: date, now: datetime
) -> Shortcoming:
    """For the actions that note one; the caller asks the policy."""
    row = Shortcoming(body=body, signal=signal, noted_on=on, made_by_id=actor.user_id, made_at=now)
    _fill(row, draft, actor)
    row.save()
    _remember(row, "note", row.title, actor, on, now)
    publish("oversight.shortcoming_noted", row.pk, on=on.isoformat())
    return row


def _fill(row: Shortcoming, draft: RemedyDraft, actor: Actor) -> None:
    for name in ("title", "cause", "measure"):
        if not str(getattr(draft, name)).strip():
            raise CannotRemedy(_("Fill this in."), field=name)
    if draft.due_on < row.noted_on:
        raise CannotRemedy(_("The deadline cannot lie before the day it was noted."), field="due_on")
    for name in ("organisation", "owner"):
        if not actor.is_system and not scope_ids(actor).filter(descendant=getattr(draft, name)).exists():
            raise CannotRemedy(_("Choose a unit of your own scope."), field=name)
    row.title, row.cause, row.measure = clean(draft.title), draft.cause.strip(), draft.measure.strip()
    row.organisation, row.owner, row.due_on = draft.organisation, draft.owner, draft.due_on
    row.owner_post = clean(draft.owner_post)


def _remember(  # noqa: PLR0917
    row: Shortcoming, step: str, text: str, actor: Actor, on: date, now: datetime
) -> RemedyNote:
    return RemedyNote.objects.create(
        shortcoming=row, step=step, text=text.strip(), on=on, made_by_id=actor.user_id, made_at=now
    )


def held(row: Shortcoming) -> Shortcoming:
    rows = Shortcoming.objects.select_for_update(of=("self",))
    return rows.select_related("body", "organisation", "owner", "signal").get(pk=row.pk)


@action
def change(*, row: Shortcoming, draft: RemedyDraft, version: int, actor: Actor) -> Shortcoming:
    """Raises Conflict with both texts when somebody saved in between."""
    now_held = held(row)
    require(policy.may_change(actor, now_held))
    if version != now_held.version:
        names = ("title", "cause", "measure")
        raise Conflict(*({name: getattr(one, name) for name in names} for one in (now_held, draft)))
    _fill(now_held, draft, actor)
    now_held.version += 1
    now_held.save()
    return now_held


@action
def note(*, row: Shortcoming, text: str, actor: Actor, on: date, now: datetime) -> RemedyNote:
    """What has been done so far."""
    now_held = held(row)
    require(policy.may_note(actor, now_held))
    if not text.strip():
        raise CannotRemedy(_("Say what was done."), field="text")
    return _remember(now_held, "", text, actor, on, now)


@action
def step_shortcoming(
    *, row: Shortcoming, step: str, reason: str, actor: Actor, on: date, now: datetime
) -> Shortcoming:
    now_held = held(row)
    require(policy.may_step_shortcoming(actor, now_held, step))
    if not clean(reason):
        raise CannotMove(_("Say it in a sentence or two."), field="reason")
    is_end = SHORTCOMING.by_name[step].target == ShortcomingState.CLOSED
    now_held.closed_on = on if is_end else None
    now_held.close_reason = reason.strip() if is_end else ""
    now_held.is_overridden = step == "override"
    if not is_end:
        SHORTCOMING.move(now_held, step)
    now_held.save(update_fields=["closed_on", "close_reason", "is_overridden"])
    if is_end:
        SHORTCOMING.move(now_held, step)
    _remember(now_held, step, reason, actor, on, now)
    publish(f"oversight.shortcoming_{step}", now_held.pk, on=on.isoformat())
    return now_held


@action
def attach(
    *,
    row: Shortcoming,
    label: str,
    actor: Actor,
    now: datetime,
    content: bytes | None = None,
    name: str = "",
    link: str = "",
) -> Proof:
    """A file (its bytes and name) or a link."""
    now_held = held(row)
    require(policy.may_note(actor, now_held))
    if (content is None) == (not link):
        raise CannotRemedy(_("Attach a file or give a link, not both."), field="file")
    if now_held.proofs.count() >= MOST_PROOFS:
        raise CannotRemedy(_("At most %(n)s files and links.") % {"n": MOST_PROOFS}, field="file")
    kept_file = None
    if content is not None:
        kept_file = store(
            content=content,
            name=name,
            organisation=now_held.owner,
            subject=subject_of(now_held),
            actor=actor,
            now=now,
        )
    words = clean(label) or clean(name) or link
    return Proof.objects.create(shortcoming=now_held, label=words[:200], file=kept_file, link=_address(link))


def _address(link: str) -> str:
    try:
        if link:
            URLValidator(schemes=["http", "https"])(link)
    except ValidationError as error:
        raise CannotRemedy(_("Write the link from https:// on."), field="link") from error
    return link


@action
def detach(*, proof: Proof, actor: Actor) -> None:
    require(policy.may_note(actor, held(proof.shortcoming)))
    proof.delete()


@action
def remind(*, actor: Actor, on: date, now: datetime) -> int:
    """A week before the deadline its owner; after it the leaders too, every week; gives how many were told."""
    n_told = 0
    for row in _due(on):
        late = (on - row.due_on).days
        text = gettext_lazy("A shortcoming is to be remedied by {day}: {title}.")
        if late > 0:
            text = gettext_lazy("The deadline ({day}) of a remedy has passed: {title}.")
        words = format_lazy(text, day=f"{row.due_on:%d/%m/%Y}", title=row.title)
        n = 0 if late <= 0 else 1 + late // WEEK
        url = reverse("shortcomings_show", args=[row.pk])
        news = News(words, url, f"oversight.due/{row.pk}/{row.due_on:%Y-%m-%d}/{n}")
        roles = UNIT | OFFICER
        n_told += tell_roles(
            actor=actor, now=now, news=news, organisation=row.owner, roles=list(roles), on=on
        )
        if late > 0:
            above: list[Role] = [*LEADER, *OFFICER]
            n_told += tell_roles(actor=actor, now=now, news=news, organisation=row.body, roles=above, on=on)
    return n_told


def _due(on: date) -> Iterator[Shortcoming]:
    rows = Shortcoming.objects.filter(state=ShortcomingState.OPEN, due_on__lte=on + SOON)
    yield from rows.select_related("owner", "body").order_by("due_on", "pk")
