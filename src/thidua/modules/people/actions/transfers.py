"""A person moves between units: the old unit asks, the new one accepts or declines."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.checking import checked
from thidua.modules.people.actions.posts import open_post
from thidua.modules.people.drafts import PostDraft
from thidua.modules.people.models import Person, Post, Transfer, TransferState


class CannotTransfer(Cannot):
    """The transfer was answered already, or its day has not come."""


@action
def ask_transfer(
    *, person: Person, target: Organisation, moves_on: date, actor: Actor, post: str = "", note: str = ""
) -> Transfer:
    require(policy.may_ask_transfer(actor, person))
    row = Transfer(
        person=person,
        source=person.organisation,
        target=target,
        on=moves_on,
        post=clean(post),
        note=clean(note),
        asked_by_id=actor.user_id,
    )
    checked(row).save()
    events.publish("people.transfer_asked", row.pk)
    return row


@action
def accept_transfer(*, transfer: Transfer, actor: Actor, on: date) -> Person:
    """From the day of the move on the person belongs to the new unit; the old one keeps reading its years."""
    transfer = _to_answer(transfer, actor)
    if on < transfer.on:
        raise CannotTransfer(
            _("The move is on %(day)s: accept it from that day on.") % {"day": f"{transfer.on:%d/%m/%Y}"}
        )
    person = transfer.person
    held = Post.objects.filter(person=person, organisation=transfer.source)
    held.filter(until__isnull=True, since__lt=transfer.on).update(until=transfer.on)
    person.organisation = transfer.target
    open_post(person, _new_post(person, transfer))
    person.version += 1
    person.save()
    _answer(transfer, TransferState.ACCEPTED, actor)
    return person


def _new_post(person: Person, transfer: Transfer) -> PostDraft:
    """As the person worked before, under the new title where one was given."""
    return PostDraft(
        title=transfer.post or person.post,
        position=person.position,
        status_group=person.status_group,
        natures=person.natures,
        on_contract=person.on_contract,
        since=transfer.on,
    )


@action
def decline_transfer(*, transfer: Transfer, reason: str, actor: Actor) -> Transfer:
    transfer = _to_answer(transfer, actor)
    if not clean(reason):
        raise CannotTransfer(_("Say why the transfer is declined."), field="reason")
    transfer.note = clean(reason)
    _answer(transfer, TransferState.DECLINED, actor)
    return transfer


def _to_answer(transfer: Transfer, actor: Actor) -> Transfer:
    require(policy.may_answer_transfer(actor, transfer))
    transfer = Transfer.objects.select_for_update(of=("self",)).get(pk=transfer.pk)
    if transfer.state != TransferState.ASKED:
        raise CannotTransfer(_("This transfer has been answered already."))
    return transfer


def _answer(transfer: Transfer, state: TransferState, actor: Actor) -> None:
    transfer.state, transfer.answered_by_id = state, actor.user_id
    transfer.save(update_fields=["state", "answered_by", "note"])
    events.publish("people.transfer_answered", transfer.pk)
