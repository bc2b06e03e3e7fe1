"""What is known of the digital signatures of stored files."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from thidua.documents.signatures import Signed, Unreadable, read_signatures
from thidua.foundation.actions import action
from thidua.foundation.audit import Author
from thidua.modules.files.content import path_of
from thidua.modules.files.models import Outcome, SignatureReading, StoredFile, TrustedRoot


@action
def read_file(*, stored: StoredFile, actor: Author | None, now: datetime) -> SignatureReading:  # noqa: ARG001 -- kept by the action
    """Once more with the roots of today; the file was there when it was uploaded."""
    row, _new = SignatureReading.objects.select_for_update().get_or_create(file=stored)
    roots = [bytes(one) for one in TrustedRoot.objects.values_list("certificate", flat=True)]
    try:
        found = read_signatures(path_of(stored.sha256).read_bytes(), roots, stored.uploaded_at)
    except Unreadable:
        found = ()
    row.outcome = _outcome(found)
    row.signers = [_as_json(one) for one in found]
    row.read_at = now
    row.save()
    return row


def _as_json(one: Signed) -> dict[str, Any]:
    told = asdict(one)
    return told | {name: told[name] and told[name].isoformat() for name in ("at", "revoked_at")}


def _outcome(found: tuple[Signed, ...]) -> Outcome:
    """As bad as the worst signature."""
    if not found:
        return Outcome.UNREADABLE
    if not all(one.is_same for one in found):
        return Outcome.CHANGED
    if any(one.revoked_at for one in found):
        return Outcome.REVOKED
    if any(one.was_expired for one in found):
        return Outcome.EXPIRED
    return Outcome.GOOD if all(one.is_known for one in found) else Outcome.UNKNOWN
