"""The day itself: who has come, who is called, what changes hands."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.ceremonies import policy
from thidua.modules.ceremonies.actions.planning import held_row
from thidua.modules.ceremonies.models import Attendee, Ceremony, Handover, HandoverWay
from thidua.modules.ceremonies.queries import attendees_of
from thidua.modules.ceremonies.seating import gathered
from thidua.modules.certificates import api as certificates
from thidua.modules.certificates.api import Standing, standing_of
from thidua.modules.certificates.models import Certificate, CertificateState, Receiver
from thidua.modules.decisions.api import WITHOUT_CERTIFICATE
from thidua.modules.organisations.api import Actor

RECEIVERS = {HandoverWay.FAMILY: Receiver.FAMILY, HandoverWay.REPRESENTATIVE: Receiver.REPRESENTATIVE}


class CannotHandOver(Cannot):
    """There is nothing to hand over, or it was handed over before."""


@action
def arrived(*, ceremony: Ceremony, codes: Mapping[str, datetime], actor: Actor) -> list[str]:
    """Noted at the door, also later from a telephone that was offline: the first time counts. Gives known codes.

    Who is called twice has come for both.
    """
    held = held_row(ceremony)
    require(policy.may_receive(actor, held))
    met = [
        (one.rows, min(codes[row.code] for row in one.rows if row.code in codes))
        for one in gathered(attendees_of(held))
        if any(row.code in codes for row in one.rows)
    ]
    came = [_came(row, at) for rows, at in met for row in rows]
    Attendee.objects.bulk_update(came, ["arrived_at"])
    return [row.code for row in came if row.code in codes]


def _came(row: Attendee, at: datetime) -> Attendee:
    row.arrived_at = min(filter(None, (row.arrived_at, at)))
    return row


@action
def absent(*, attendee: Attendee, actor: Actor) -> Attendee:
    """Called and not there: the next one is called, the certificate waits."""
    held = held_row(attendee.ceremony)
    require(policy.may_run(actor, held))
    attendee.is_absent = True
    attendee.save(update_fields=["is_absent"])
    return attendee


@action
def call_again(*, attendee: Attendee, actor: Actor) -> Attendee:
    held = held_row(attendee.ceremony)
    require(policy.may_run(actor, held))
    attendee.is_absent = False
    attendee.save(update_fields=["is_absent"])
    return attendee


@action
def hand_over(
    *,
    attendee: Attendee,
    way: str,
    received_by: str,
    handed_on: date,
    is_signed: bool,
    actor: Actor,
    on: date,
    now: datetime,
) -> Handover:
    """Also an honour without a certificate is called: it has been conferred then."""
    held = held_row(attendee.ceremony)
    require(policy.may_hand_over(actor, held))
    if Handover.objects.filter(attendee=attendee).exists():
        raise CannotHandOver(_("It was handed over before."))
    if not attendee.is_recipient:
        raise CannotHandOver(_("A guest receives no certificate."))
    if not held.on <= handed_on <= on:
        raise CannotHandOver(_("The day lies between the day of the ceremony and today."), field="handed_on")
    if way != HandoverWay.AT_CEREMONY and not clean(received_by):
        raise CannotHandOver(_("Name who received it."), field="received_by")
    _refuse_revoked(attendee)
    receiver = clean(received_by) or str(attendee)
    _hand_certificate(held, attendee, way, receiver, handed_on, actor)
    return Handover.objects.create(
        attendee=attendee,
        way=way,
        on=handed_on,
        received_by=receiver,
        is_signed=is_signed,
        made_by_id=actor.user_id,
        made_at=now,
    )


def _refuse_revoked(attendee: Attendee) -> None:
    entry = attendee.award
    if entry and standing_of(entry).standing == Standing.REVOKED:
        raise CannotHandOver(_("The award has been revoked: it is not conferred."))


def _hand_certificate(  # noqa: PLR0917
    ceremony: Ceremony, attendee: Attendee, way: str, receiver: str, on: date, actor: Actor
) -> None:
    """The released certificate goes with it; one that was handed over before, or isn't released, stays as it is."""
    if attendee.item_id is None:  # another body made the certificate
        return
    rows = Certificate.objects.filter(item=attendee.item_id, state=CertificateState.RELEASED)
    for certificate in rows:
        certificates.hand_over(
            certificate=certificate,
            to=receiver,
            on=on,
            receiver=RECEIVERS.get(HandoverWay(way), _who(attendee, receiver)),
            note=ceremony.title,
            actor=actor,
        )


def _who(attendee: Attendee, receiver: str) -> Receiver:
    return Receiver.SELF if receiver in (str(attendee), attendee.name) else Receiver.REPRESENTATIVE


def has_certificate(attendee: Attendee) -> bool:
    return attendee.honour not in WITHOUT_CERTIFICATE
