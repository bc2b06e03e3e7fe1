"""The roots by which issuers of digital signatures are known."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.documents.signatures import certificate_of, name_of
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.hashing import sha256
from thidua.modules.files import policy
from thidua.modules.files.jobs import read_all
from thidua.modules.files.models import TrustedRoot
from thidua.modules.organisations.api import Actor


class CannotTrust(Cannot):
    """The file is not a root certificate."""


@action
def trust(*, content: bytes, actor: Actor, now: datetime) -> TrustedRoot:
    require(policy.may_trust(actor))
    try:
        certificate = certificate_of(content)
        is_root = certificate.ca and certificate.self_issued
    except (ValueError, TypeError) as failure:
        raise CannotTrust(
            _("This is not a certificate. Give the issuer's .crt, .cer or .pem."), field="file"
        ) from failure
    if not is_root:
        raise CannotTrust(
            _("This certificate is not a root: it may not issue others, or another issued it."), field="file"
        )
    digest = sha256(certificate.dump())
    if TrustedRoot.objects.filter(sha256=digest).exists():
        raise CannotTrust(_("This certificate is in the list already."), field="file")
    row = TrustedRoot.objects.create(
        name=name_of(certificate.subject)[:300],
        certificate=certificate.dump(),
        sha256=digest,
        valid_until=certificate.not_valid_after.date(),
        added_by_id=actor.user_id,
        added_at=now,
    )
    read_all.defer()
    return row


@action
def trust_no_more(*, root: TrustedRoot, actor: Actor) -> None:
    require(policy.may_trust(actor))
    root.delete()
    read_all.defer()
