"""A test key for the demonstration and the tests: made anew each time, kept nowhere, of no value outside.

The server signs nothing: whoever decides signs outside, and the signed paper is uploaded and verified.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from asn1crypto import keys, x509
from cryptography import x509 as crypto
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore

from thidua.documents.trial import NO_VALUE, PASSWORD

# Before anything that the demonstration tells of.
SINCE = datetime(2020, 1, 1, tzinfo=UTC)
DAYS = 7300


@dataclass(frozen=True)
class Issuer:
    """`root` as DER; signs in the name of somebody."""

    root: bytes
    key: ec.EllipticCurvePrivateKey
    name: crypto.Name

    def sign(
        self, pdf: bytes, who: str = "Trần Văn Ký", *, field: str = "Chu-ky-1", days: int = DAYS
    ) -> bytes:
        own = ec.generate_private_key(ec.SECP256R1())
        subject = _name(who)
        made = _certificate(subject, own, self.name, self.key, days=days, is_root=False)
        signer = SimpleSigner(
            signing_cert=x509.Certificate.load(made),
            signing_key=keys.PrivateKeyInfo.load(
                own.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
            ),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        )
        # In a thread of its own: the library runs an event loop, and one may be running here.
        with ThreadPoolExecutor(1) as aside:
            return aside.submit(_signed, pdf, signer, field).result()

    def trial_key(self) -> bytes:
        """PKCS#12 for `documents.trial`; its certificate says that it is worth nothing."""
        own = ec.generate_private_key(ec.SECP256R1())
        made = _certificate(_name(NO_VALUE), own, self.name, self.key, days=DAYS, is_root=False)
        return pkcs12.serialize_key_and_certificates(
            NO_VALUE.encode(),
            own,
            crypto.load_der_x509_certificate(made),
            [crypto.load_der_x509_certificate(self.root)],
            BestAvailableEncryption(PASSWORD),
        )


def _signed(pdf: bytes, signer: SimpleSigner, field: str) -> bytes:
    out = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    sign_pdf(writer, PdfSignatureMetadata(field_name=field), signer=signer, output=out)
    return out.getvalue()


def issuer(name: str = "Ban Cơ yếu thử nghiệm") -> Issuer:
    key = ec.generate_private_key(ec.SECP256R1())
    own = _name(name)
    return Issuer(_certificate(own, key, own, key, days=DAYS, is_root=True), key, own)


def _name(name: str) -> crypto.Name:
    return crypto.Name([crypto.NameAttribute(crypto.NameOID.COMMON_NAME, name)])


def _certificate(
    subject: crypto.Name,
    own: ec.EllipticCurvePrivateKey,
    by: crypto.Name,
    key: ec.EllipticCurvePrivateKey,
    *,
    days: int,
    is_root: bool,
) -> bytes:
    usage = {
        "digital_signature": not is_root,
        "content_commitment": not is_root,
        "key_encipherment": False,
        "data_encipherment": False,
        "key_agreement": False,
        "key_cert_sign": is_root,
        "crl_sign": is_root,
        "encipher_only": False,
        "decipher_only": False,
    }
    made = (
        crypto.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by)
        .public_key(own.public_key())
        .serial_number(crypto.random_serial_number())
        .not_valid_before(SINCE)
        .not_valid_after(SINCE + timedelta(days=days))
        .add_extension(crypto.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(crypto.KeyUsage(**usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(Encoding.DER)
