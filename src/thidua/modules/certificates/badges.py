"""The electronic certificate of an award, signed with the key of this installation."""

from datetime import datetime

from thidua.documents.credential import Badge, did_of, signed
from thidua.foundation import keys
from thidua.modules.certificates.letters import check_url
from thidua.modules.certificates.models import Certificate


def badge(certificate: Certificate) -> Badge:
    """As the paper says it; post and unit are left out."""
    entry = certificate.entry
    assert entry.decided_on is not None  # a decision made here is dated
    return Badge(
        url=check_url(certificate),
        issuer=entry.decided_by,
        recipient=str(certificate),
        award=certificate.award,
        merit=certificate.merit,
        decision_number=entry.decision_number,
        decided_on=entry.decided_on,
    )


def electronic(certificate: Certificate, now: datetime) -> bytes:
    return signed(badge(certificate), keys.load().current("badge").secret, now)


def issuers() -> list[str]:
    """The public halves of all keys that have signed here, newest first: to be compared with."""
    known = [key for key in keys.load().keys if key.purpose == "badge"]
    return [did_of(key.secret) for key in reversed(known)]
