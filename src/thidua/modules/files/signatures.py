"""What is known of the digital signatures of stored files."""

from dataclasses import asdict
from datetime import datetime

from thidua.documents.signatures import Signed, Unreadable, read_signatures
from thidua.foundation.actions import action
from thidua.foundation.audit import Author
from thidua.modules.files.content import path_of
from thidua.modules.files.models import Outcome, SignatureReading, StoredFile, TrustedRoot


@action
def read_file(*, stored: StoredFile, actor: Author | None, now: datetime) -> SignatureReading:  # noqa: ARG001 -- kept by the action
    """Once more with the roots of today."""
    row, _new = SignatureReading.objects.select_for_update().get_or_create(file=stored)
    roots = [bytes(one) for one in TrustedRoot.objects.values_list("certificate", flat=True)]
    try:
        found = read_signatures(path_of(stored.sha256).read_bytes(), roots, now)
    except Unreadable:
        found = ()
    row.outcome = _outcome(found)
    row.signers = [asdict(one) | {"at": one.at.isoformat() if one.at else None} for one in found]
    row.read_at = now
    row.save()
    return row


def _outcome(found: tuple[Signed, ...]) -> Outcome:
    """As bad as the worst signature."""
    if not found:
        return Outcome.UNREADABLE
    if not all(one.is_same for one in found):
        return Outcome.CHANGED
    if any(one.was_expired for one in found):
        return Outcome.EXPIRED
    return Outcome.GOOD if all(one.is_known for one in found) else Outcome.UNKNOWN
