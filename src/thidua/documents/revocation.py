"""Was a certificate revoked? Told by the lists and answers that the document itself brings; nothing is fetched.

The library asks only for certificates that say where their list is kept, and passes over lists that have grown old: here every list
and answer that the issuer signed is heard, since a revocation is never taken back by a newer one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from asn1crypto import crl, ocsp, x509
from cryptography import x509 as crypto
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp as answers
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError

LONGEST_PATH = 10
INSIDE = "adobe_revocation_info_archival"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a document brings: certificates, lists of the revoked, answers about one certificate."""

    certificates: list[x509.Certificate] = field(default_factory=list)
    lists: list[crl.CertificateList] = field(default_factory=list)
    answers: list[ocsp.OCSPResponse] = field(default_factory=list)


def evidence_of(reader: PdfFileReader, signatures: Iterable[Any]) -> Evidence:
    """From the document's own store and from inside each signature."""
    found = Evidence()
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        pass
    else:
        found.certificates.extend(store.load_certs())
        found.lists.extend(crl.CertificateList.load(one.get_object().data) for one in store.crls)
        found.answers.extend(ocsp.OCSPResponse.load(one.get_object().data) for one in store.ocsps)
    for one in signatures:
        found.certificates.extend(one.other_embedded_certs)
        for attribute in one.signer_info["signed_attrs"]:
            if attribute["type"].native == INSIDE:
                found.lists.extend(attribute["values"][0]["crl"] or ())
                found.answers.extend(attribute["values"][0]["ocsp"] or ())
    return found


def revoked_at(
    certificate: x509.Certificate, roots: Sequence[x509.Certificate], evidence: Evidence
) -> datetime | None:
    """The earliest day on which it, or one that issued it, was revoked."""
    path = _path(certificate, [*evidence.certificates, *roots])
    found = (day for one, issuer in pairwise(path) for day in _revocations(one, issuer, evidence))
    return min(found, default=None)


def _path(certificate: x509.Certificate, known: Iterable[x509.Certificate]) -> list[crypto.Certificate]:
    """From the certificate up, as far as its issuers are at hand."""
    at_hand = [_read(one) for one in known]
    path = [_read(certificate)]
    while len(path) < LONGEST_PATH:
        issuer = next((one for one in at_hand if _issued(one, path[-1])), None)
        if issuer is None or issuer in path:
            break
        path.append(issuer)
    return path


def _read(certificate: x509.Certificate) -> crypto.Certificate:
    return crypto.load_der_x509_certificate(certificate.dump())


def _issued(issuer: crypto.Certificate, certificate: crypto.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _revocations(
    certificate: crypto.Certificate, issuer: crypto.Certificate, evidence: Evidence
) -> Iterator[datetime]:
    for one in evidence.lists:
        held = crypto.load_der_x509_crl(one.dump())
        if held.issuer == issuer.subject and held.is_signature_valid(issuer.public_key()):  # type: ignore[arg-type]
            line = held.get_revoked_certificate_by_serial_number(certificate.serial_number)
            if line is not None:
                yield line.revocation_date_utc
    for answer in evidence.answers:
        said = answers.load_der_ocsp_response(answer.dump())
        if _answers_for(said, certificate, issuer) and (day := said.revocation_time_utc):
            yield day


def _answers_for(
    said: answers.OCSPResponse, certificate: crypto.Certificate, issuer: crypto.Certificate
) -> bool:
    """About this certificate, and signed by its issuer or by one whom the issuer lets answer."""
    is_good = said.response_status == answers.OCSPResponseStatus.SUCCESSFUL
    if not is_good or said.serial_number != certificate.serial_number:
        return False
    delegates = [one for one in said.certificates if _issued(issuer, one) and _may_answer(one)]
    return any(_signed(said, one) for one in [issuer, *delegates])


def _may_answer(certificate: crypto.Certificate) -> bool:
    try:
        purposes = certificate.extensions.get_extension_for_class(crypto.ExtendedKeyUsage).value
    except crypto.ExtensionNotFound:
        return False
    return ExtendedKeyUsageOID.OCSP_SIGNING in purposes


def _signed(said: answers.OCSPResponse, by: crypto.Certificate) -> bool:
    key, how = by.public_key(), said.signature_hash_algorithm
    try:
        if isinstance(key, ec.EllipticCurvePublicKey) and how:
            key.verify(said.signature, said.tbs_response_bytes, ec.ECDSA(how))
        elif isinstance(key, rsa.RSAPublicKey) and how:
            key.verify(said.signature, said.tbs_response_bytes, padding.PKCS1v15(), how)
        else:
            return False
    except InvalidSignature:
        return False
    return True
