"""A visible test signature, for the demonstration and the tests alone: PAdES with a PKCS#12 key that is of no value outside.

Whoever decides signs outside; the server never holds a leader's key.
"""

import json
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.stamp import StaticStampStyle

from thidua.documents.pdf.places import Place
from thidua.documents.pdf.press import press

NO_VALUE = "CHỮ KÝ THỬ – không có giá trị"
PASSWORD = b"chu-ky-thu"  # says nothing: the key is worth nothing
FIELD = "Chu-ky-thu"


class CannotSign(Exception):
    """The test key cannot be read."""


def sign_for_trial(pdf: bytes, key: bytes, place: Place, name: str, at: datetime) -> bytes:
    """`name` and `at` (Vietnamese time) stand on the stamp; the certificate says that it is a test."""
    with tempfile.TemporaryDirectory(prefix="thidua-trial-") as made:
        folder = Path(made)
        (folder / "key.p12").write_bytes(key)
        (folder / "stamp.pdf").write_bytes(_stamp(name, at))
        return _aside(lambda: _signed(pdf, folder, place))


def _stamp(name: str, at: datetime) -> bytes:
    said = {"name": name, "when": f"{at:%d/%m/%Y %H:%M:%S %z}"}
    return press("trial_stamp.typ", {"stamp": json.dumps(said, ensure_ascii=False)}, at.date())


def _signed(pdf: bytes, folder: Path, place: Place) -> bytes:
    signer = SimpleSigner.load_pkcs12(str(folder / "key.p12"), passphrase=PASSWORD)  # type: ignore[no-untyped-call]
    if signer is None:
        raise CannotSign("The test key cannot be read.")
    said = PdfSignatureMetadata(field_name=FIELD, subfilter=SigSeedSubFilter.PADES, reason=NO_VALUE)
    box = (round(place.left), round(place.bottom), round(place.right), round(place.top))
    look = ImportedPdfPage(str(folder / "stamp.pdf"))  # type: ignore[no-untyped-call]
    style = StaticStampStyle(border_width=0, background=look, background_opacity=1)
    drawn = PdfSigner(
        said,
        signer=signer,
        stamp_style=style,
        new_field_spec=SigFieldSpec(FIELD, on_page=place.page, box=box),
    )
    out = BytesIO()
    drawn.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()


def _aside(act: Callable[[], bytes]) -> bytes:
    """The library runs an event loop, and one may be running here."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(act).result()
