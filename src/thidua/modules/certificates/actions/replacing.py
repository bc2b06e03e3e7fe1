"""Cấp đổi, cấp lại: another certificate for the same award, in a batch of its own, seen and released like the first."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.certificates import policy
from thidua.modules.certificates.actions.preparing import made
from thidua.modules.certificates.models import Batch, Certificate, Why
from thidua.modules.certificates.standing import Standing, standing_of
from thidua.modules.certificates.states import CERTIFICATE
from thidua.modules.certificates.wording import proposed
from thidua.modules.organisations.api import Actor

LATER = (Why.CORRECTED, Why.SPOILT, Why.LOST)


class CannotReplace(Cannot):
    """The award does not stand, or the reason is missing."""


@action
def replace(*, certificate: Certificate, why: str, reason: str, actor: Actor, now: datetime) -> Batch:
    """From now on the old paper is answered as replaced; the new one has the register's words and a code of its own."""
    rows = Certificate.objects.select_related("batch__decision", "batch__organisation", "item", "entry")
    row = rows.select_for_update(of=("self",)).get(pk=certificate.pk)
    require(policy.may_replace(actor, row))
    stands, said = standing_of(row.entry), clean(reason)[:300]
    if stands.is_revoked:
        raise CannotReplace(_("The award is revoked: no certificate is issued for it any more."))
    if why not in LATER or not said:
        raise CannotReplace(_("Say why the certificate is issued anew."), field="reason")
    if why == Why.CORRECTED and stands.standing != Standing.CORRECTED:
        raise CannotReplace(
            _("The register knows no correction yet: correct the award by a decision first."), field="why"
        )
    CERTIFICATE.move(row, "replace")
    batch = Batch.objects.create(
        decision=row.batch.decision,
        organisation=row.batch.organisation,
        why=why,
        reason=said,
        prepared_by_id=_person(actor),
        prepared_at=now,
    )
    made(
        batch, Certificate(item=row.item, entry=row.entry, replaces=row), proposed(row.item, stands.entry)
    ).save()
    events.publish("certificates.replaced", row.pk, actor=actor.user_id)
    return batch


def _person(actor: Actor) -> int:
    if actor.user_id is None:
        raise CannotReplace(_("Certificates are prepared by a person, so that another can release them."))
    return actor.user_id
