"""Digital signatures inside a PDF (PAdES and older CMS): by whom, when, and whether the paper is still the same.

Nothing is fetched: an issuer is known by the roots that are given, a revocation by the lists that the document brings.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import pem, x509
from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from thidua.documents.revocation import Evidence, evidence_of, revoked_at

# Further signatures and their time stamps are added in later revisions; anything else changes the paper.
ALLOWED_LATER = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
MOST_SIGNATURES = 20
# Raised by the parser on files that were made to break it.
BROKEN = (
    PdfError,
    SigningError,
    SignatureValidationError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    RecursionError,
    UnsupportedAlgorithm,
)


class Unreadable(Exception):
    """The file or one of its signatures is damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """`at` is what the signer's clock said, unless `is_stamped` by a trusted authority of time.

    A signature is as old as its stamp, else as the first day on which the file was seen: whether the certificate `was_expired`
    or revoked (`revoked_at`, where that was before) is asked for that instant; a signer's clock proves nothing.
    """

    who: str
    issuer: str
    at: datetime | None
    is_stamped: bool
    is_same: bool
    is_known: bool
    was_expired: bool
    revoked_at: datetime | None = None


def may_be_signed(content: bytes) -> bool:
    """The range that a signature covers stands in plain bytes, never in a packed part of the file."""
    return b"/ByteRange" in content


def certificate_of(content: bytes) -> x509.Certificate:
    """A certificate as PEM or DER. Raises ValueError for anything else."""
    if pem.detect(content):
        _kind, _headers, content = pem.unarmor(content)
    certificate = x509.Certificate.load(content, strict=True)
    certificate.native  # noqa: B018 -- parsed only when looked at
    return certificate


def read_signatures(content: bytes, roots: Sequence[bytes], seen_at: datetime) -> tuple[Signed, ...]:
    """Each signature in the order in which it was made; `seen_at`: the file was there by then. Raises Unreadable.

    In a thread of its own: the library runs an event loop, and one may be running here.
    """
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(_read_all, content, roots, seen_at).result()


def _read_all(content: bytes, roots: Sequence[bytes], seen_at: datetime) -> tuple[Signed, ...]:
    try:
        reader = PdfFileReader(BytesIO(content), strict=False)
        found = reader.embedded_regular_signatures[:MOST_SIGNATURES]
        fields = {one.field_name for one in reader.embedded_signatures}
        trusted = [certificate_of(root) for root in roots]
        evidence = evidence_of(reader, reader.embedded_signatures)
        return tuple(_read(one, fields, trusted, evidence, seen_at) for one in found)
    except BROKEN as failure:
        raise Unreadable(str(failure)) from failure


def _read(
    one: Any,
    fields: set[str],
    roots: Sequence[x509.Certificate],
    evidence: Evidence,
    seen_at: datetime,
) -> Signed:
    said = one.self_reported_timestamp
    status = _validated(one, roots, evidence, seen_at, seen_at)
    stamp = status.timestamp_validity
    is_stamped = bool(stamp and stamp.intact and stamp.valid and stamp.trusted)
    proven = stamp.timestamp if is_stamped else seen_at
    if is_stamped:
        status = _validated(one, roots, evidence, proven, seen_at)
    certificate = status.signing_cert
    begins, ends = certificate.not_valid_before, certificate.not_valid_after
    revoked = revoked_at(certificate, roots, evidence)
    return Signed(
        who=name_of(certificate.subject),
        issuer=name_of(certificate.issuer),
        at=proven if is_stamped else said,
        is_stamped=is_stamped,
        is_same=bool(status.intact and status.valid and _unchanged(status, fields)),
        is_known=bool(status.trusted),
        was_expired=not begins <= proven <= ends or bool(said and said < begins),
        revoked_at=revoked if revoked and revoked <= proven else None,
    )


def _validated(
    one: Any, roots: Sequence[x509.Certificate], evidence: Evidence, signer_at: datetime, stamp_at: datetime
) -> Any:
    def context(moment: datetime) -> ValidationContext:
        certificates = evidence.certificates
        return ValidationContext(
            trust_roots=list(roots), moment=moment, allow_fetching=False, other_certs=certificates
        )

    return validate_pdf_signature(
        one, signer_validation_context=context(signer_at), ts_validation_context=context(stamp_at)
    )


def _unchanged(status: Any, fields: set[str]) -> bool:
    """Of the fields of a form only those for signatures may have been filled in since."""
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return True
    later = status.diff_result
    return status.modification_level in ALLOWED_LATER and later.changed_form_fields <= fields


def name_of(name: x509.Name) -> str:
    """The common name, else all of it."""
    native = name.native
    return str(native.get("common_name") or name.human_friendly)
