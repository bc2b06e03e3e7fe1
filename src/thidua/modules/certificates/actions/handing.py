"""Who received which certificate, when: at the ceremony, through the unit, or by the family."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.certificates import policy
from thidua.modules.certificates.models import Certificate, Receiver
from thidua.modules.certificates.standing import Standing, standing_of
from thidua.modules.certificates.states import CERTIFICATE
from thidua.modules.organisations.api import Actor


class CannotHandOver(Cannot):
    """The award is revoked, or it is not said who received the certificate and when."""


def _held(certificate: Certificate) -> Certificate:
    rows = Certificate.objects.select_for_update(of=("self",))
    return rows.select_related("batch__decision", "item", "entry").get(pk=certificate.pk)


@action
def hand_over(
    *,
    certificate: Certificate,
    to: str,
    on: date,
    actor: Actor,
    receiver: str = Receiver.SELF,
    note: str = "",
) -> Certificate:
    """`to` is the name of whoever received it; empty for the recipient himself or herself."""
    row = _held(certificate)
    require(policy.may_hand_over(actor, row))
    signed_on = row.batch.decision.signed_on
    if standing_of(row.entry).standing == Standing.REVOKED:
        raise CannotHandOver(_("The award is revoked: this certificate is not handed over."))
    if signed_on is None or on < signed_on:
        raise CannotHandOver(
            _("A certificate is handed over on the day of its decision or later."), field="on"
        )
    if on > actor.on:
        raise CannotHandOver(_("This day is still to come."), field="on")
    name = clean(to) or (row.name if receiver == Receiver.SELF else "")
    if not name or receiver not in Receiver.values:
        raise CannotHandOver(_("Say who received the certificate."), field="to")
    row.handed_over_on, row.receiver, row.handed_to = on, receiver, name[:160]
    row.hand_note, row.handed_by_id = clean(note)[:200], actor.user_id
    row.save(update_fields=["handed_over_on", "receiver", "handed_to", "hand_note", "handed_by"])
    CERTIFICATE.move(row, "hand_over")
    events.publish("certificates.handed_over", row.pk, actor=actor.user_id)
    return row


@action
def take_back(*, certificate: Certificate, reason: str, actor: Actor) -> Certificate:
    """The hand-over was entered by mistake; the history keeps it, with the reason."""
    row = _held(certificate)
    require(policy.may_hand_over(actor, row))
    if not clean(reason):
        raise CannotMove(_("Give the reason."), field="reason")
    CERTIFICATE.move(row, "take_back")
    row.handed_over_on, row.receiver, row.handed_to, row.hand_note, row.handed_by = None, "", "", "", None
    row.save(update_fields=["handed_over_on", "receiver", "handed_to", "hand_note", "handed_by"])
    return row
