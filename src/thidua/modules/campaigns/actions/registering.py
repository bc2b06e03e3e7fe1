"""A unit registers for a campaign and pledges; the launching body approves, or says why not."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua import law
from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.drafts import PledgeDraft
from thidua.modules.campaigns.models import Campaign, CampaignState, Participant, Registration
from thidua.modules.campaigns.states import REGISTRATION_WORKFLOW
from thidua.modules.files import api as files
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Person

MOST = 2_000
ANSWERS = frozenset({"approve", "refuse"})
RECIPIENTS: dict[str, tuple[Callable[[], QuerySet[Any]], str]] = {
    "person": (Person.objects.all, "individual"),
    "collective": (Collective.objects.all, "collective"),
}


class CannotRegister(Cannot):
    """The registration cannot be kept like this."""


@action
def register(*, campaign: Campaign, organisation: Organisation, actor: Actor, now: datetime) -> Registration:
    """Begin the unit's registration, or find the one that it has."""
    require(policy.may_prepare(actor, organisation.pk))
    row = held(campaign)
    is_own = row.organisation_id == organisation.pk
    is_reached = is_own or row.units.filter(organisation=organisation).exists()
    if not is_reached or row.state != CampaignState.LAUNCHED:
        raise CannotRegister(_("This campaign has not reached the unit, or it is over."))
    found, _is_new = Registration.objects.get_or_create(
        campaign=row,
        organisation=organisation,
        defaults={"made_by_id": actor.user_id, "made_at": now},
    )
    return found


@action
def enrol(
    *,
    registration: Registration,
    kind: str,
    ids: Iterable[int],
    target: str,
    honours: Iterable[str],
    actor: Actor,
    on: date,
) -> int:
    """Several people or collectives of the unit at once; who is there already gets the new target and honours."""
    row = _opened(registration, actor)
    rows, recipient = RECIPIENTS[kind]
    wanted = set(ids)
    known = rows().filter(organisation=row.organisation_id, pk__in=wanted)
    if known.count() != len(wanted) or not wanted:
        raise CannotRegister(_("Choose people or collectives of this unit."), field="recipients")
    if row.participants.count() + len(wanted) > MOST:
        raise CannotRegister(_("A registration names at most %(n)s.") % {"n": MOST}, field="recipients")
    aimed = _known_honours(honours, recipient, on)
    for pk in sorted(wanted):
        who: Any = {f"{kind}_id": pk}
        said = {"target": clean(target), "honours": aimed}
        Participant.objects.update_or_create(registration=row, **who, defaults=said)
    return len(wanted)


def _known_honours(honours: Iterable[str], recipient: str, on: date) -> list[str]:
    book = law.catalogue()
    wanted = sorted(set(honours))
    for code in wanted:
        known = book.get(code)
        if known is None or recipient not in known.recipient or not known.exists_on(on):
            raise CannotRegister(_("Choose honours that these can be given."), field="honours")
    return wanted


@action
def withdraw(*, participant: Participant, actor: Actor) -> None:
    _opened(participant.registration, actor)
    participant.delete()


@action
def pledge(*, registration: Registration, draft: PledgeDraft, version: int, actor: Actor) -> Registration:
    """Raises Conflict with both texts when somebody saved in between."""
    row = _opened(registration, actor)
    mine = draft.values()
    if version != row.version:
        raise Conflict(theirs={name: getattr(row, name) for name in mine}, mine=mine)
    for name, value in mine.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    return row


@action
def attach_pledge(
    *, registration: Registration, content: bytes, name: str, actor: Actor, now: datetime
) -> Registration:
    """The pledge as it was signed."""
    row = _opened(registration, actor)
    row.pledge_file = files.store(
        content=content,
        name=name,
        organisation=row.organisation,
        subject=f"registration:{row.pk}",
        actor=actor,
        now=now,
    )
    row.save(update_fields=["pledge_file"])
    return row


@action
def move(*, registration: Registration, step: str, actor: Actor, on: date, reason: str = "") -> Registration:
    row = _held(registration)
    require(policy.may_step_registration(actor, row, step))
    if REGISTRATION_WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Give the reason: the unit reads it."), field="reason")
    if step == "send":
        row.sent_on, row.answered_on = on, None
    if step in ANSWERS:
        row.answered_on = on
    row.reason = reason.strip()
    row.save(update_fields=["sent_on", "answered_on", "reason"])
    REGISTRATION_WORKFLOW.move(row, step)
    events.publish(f"campaigns.registration_{row.state}", row.pk)
    return row


def _opened(registration: Registration, actor: Actor) -> Registration:
    row = _held(registration)
    require(policy.may_change(actor, row))
    return row


def _held(registration: Registration) -> Registration:
    rows = Registration.objects.select_for_update(of=("self",)).select_related(
        "organisation", "campaign__organisation"
    )
    return rows.get(pk=registration.pk)
