"""An authority for tests: certificates, lists of the revoked, and a time stamp; everything made here, nothing fetched."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from asn1crypto import crl as asn1_crl
from asn1crypto import keys, x509
from cryptography import x509 as crypto
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
YEARS = timedelta(days=3650)


@dataclass(frozen=True)
class Holder:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

    @property
    def signing_key(self) -> keys.PrivateKeyInfo:
        plain = self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return keys.PrivateKeyInfo.load(plain)


class Authority:
    def __init__(self, name: str = "Cơ quan chứng thực thử") -> None:
        self.name = _name(name)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.root = self._issued(self.name, self.key, YEARS, is_root=True).public_bytes(Encoding.DER)

    def holder(self, who: str, *, lasts: timedelta = YEARS, stamps: bool = False) -> Holder:
        # The library's stamper signs with RSA only.
        key = rsa.generate_private_key(65537, 2048) if stamps else ec.generate_private_key(ec.SECP256R1())
        made = self._issued(_name(who), key, lasts, stamps=stamps)
        return Holder(x509.Certificate.load(made.public_bytes(Encoding.DER)), key)

    def crl(
        self, *revoked: tuple[Holder, datetime], at: datetime, lasts: int = 30
    ) -> asn1_crl.CertificateList:
        made = crypto.CertificateRevocationListBuilder().issuer_name(self.name).last_update(at)
        made = made.next_update(at + timedelta(days=lasts))
        for holder, since in revoked:
            serial = holder.certificate.serial_number
            one = crypto.RevokedCertificateBuilder().serial_number(serial).revocation_date(since).build()
            made = made.add_revoked_certificate(one)
        signed = made.sign(self.key, hashes.SHA256())
        return asn1_crl.CertificateList.load(signed.public_bytes(Encoding.DER))

    def stamper(self, at: datetime) -> DummyTimeStamper:
        tsa = self.holder("Dấu thời gian thử", stamps=True)
        return DummyTimeStamper(tsa.certificate, tsa.signing_key, fixed_dt=at)

    def _issued(self, subject, own, lasts, *, is_root=False, stamps=False):
        usage = dict.fromkeys(
            ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"),
            False,
        )
        usage |= dict.fromkeys(("digital_signature", "content_commitment"), not is_root)
        usage |= dict.fromkeys(("key_cert_sign", "crl_sign"), is_root)
        made = (
            crypto.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(own.public_key())
            .serial_number(crypto.random_serial_number())
            .not_valid_before(SINCE)
            .not_valid_after(SINCE + lasts)
            .add_extension(crypto.BasicConstraints(ca=is_root, path_length=None), critical=True)
            .add_extension(crypto.KeyUsage(**usage), critical=True)
        )
        if stamps:
            purpose = crypto.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            made = made.add_extension(purpose, critical=True)
        return made.sign(self.key, hashes.SHA256())


def _name(name: str) -> crypto.Name:
    return crypto.Name([crypto.NameAttribute(NameOID.COMMON_NAME, name)])


def signed(pdf: bytes, by: Holder, stamper: DummyTimeStamper | None = None) -> bytes:
    """PAdES; by the clock of the machine unless a stamp says when."""

    def sign() -> bytes:
        out = BytesIO()
        signer = SimpleSigner(by.certificate, by.signing_key, SimpleCertificateStore())
        said = PdfSignatureMetadata(field_name="Chu-ky", subfilter=SigSeedSubFilter.PADES)
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        sign_pdf(writer, said, signer=signer, timestamper=stamper, output=out)
        return out.getvalue()

    return _aside(sign)


def with_lists(pdf: bytes, *lists: asn1_crl.CertificateList) -> bytes:
    """Put into the document's store of evidence, as long-term signatures do."""

    def add() -> bytes:
        out = BytesIO(pdf)
        DocumentSecurityStore.add_dss(out, sig_contents=None, crls=lists)
        return out.getvalue()

    return _aside(add)


def _aside(act) -> bytes:
    """The library runs an event loop, and one may be running here."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(act).result()
