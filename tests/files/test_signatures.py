"""Digital signatures in uploaded papers: by whom, unchanged or not, by an issuer that is trusted or not."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from asn1crypto import ocsp as asn1_ocsp
from cryptography import x509 as crypto
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from conftest import NOW
from factories.organisations import WardFactory, actor
from factories.signing_in import client_of
from files.authority import Authority, signed, with_lists
from thidua.documents import draw_poster
from thidua.documents.letters import TipPoster
from thidua.documents.revocation import Evidence, revoked_at
from thidua.documents.signatures import Unreadable, certificate_of, read_signatures
from thidua.foundation.permissions import Refused
from thidua.modules.files.actions import store
from thidua.modules.files.models import Outcome, SignatureReading, TrustedRoot
from thidua.modules.files.signatures import read_file
from thidua.modules.files.templatetags.signatures import signatures
from thidua.modules.files.trusting import CannotTrust, trust, trust_no_more
from thidua.modules.organisations.api import Role
from thidua.site.sample.test_key import issuer

PDF = draw_poster(TipPoster(unit="Phường", url="https://example.vn", day=NOW.date()))
ISSUER = issuer()
SIGNED = ISSUER.sign(PDF)


def changed_later(pdf: bytes) -> bytes:
    """Something is written over the page after it was signed."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = NameObject("/Xoay")
    writer.update_container(page)
    return written(writer)


def with_a_form(pdf: bytes) -> bytes:
    """A line to be filled in, as a form has."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    line = {"/FT": NameObject("/Tx"), "/T": pdf_string("Ghi-chu"), "/V": pdf_string("")}
    field = writer.add_object(DictionaryObject({NameObject(name): value for name, value in line.items()}))
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([field])})
    writer.root[NameObject("/AcroForm")] = writer.add_object(form)
    writer.update_root()
    return written(writer)


def filled_in(pdf: bytes, words: str) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[NameObject("/V")] = pdf_string(words)
    writer.update_container(field)
    return written(writer)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def one(pdf: bytes, *roots: bytes):
    (found,) = read_signatures(pdf, roots, NOW)
    return found


def test_who_signed_and_that_it_is_the_same_paper():
    found = one(SIGNED, ISSUER.root)
    assert (found.who, found.issuer) == ("Trần Văn Ký", "Ban Cơ yếu thử nghiệm")
    assert (found.is_same, found.is_known, found.was_expired, found.is_stamped) == (True, True, False, False)


@pytest.mark.parametrize("roots", [(), (issuer("Người khác").root,)])
def test_an_issuer_that_is_not_trusted_is_not_known(roots):
    found = one(SIGNED, *roots)
    assert (found.is_same, found.is_known) == (True, False)


def test_one_changed_byte_is_seen():
    at = SIGNED.index(b"/Type")
    assert not one(SIGNED[:at] + b"/tYpe" + SIGNED[at + 5 :], ISSUER.root).is_same


def test_a_page_changed_afterwards_is_seen():
    assert not one(changed_later(SIGNED), ISSUER.root).is_same


def test_a_form_filled_in_afterwards_is_seen():
    signed = ISSUER.sign(with_a_form(PDF))
    assert one(signed, ISSUER.root).is_same
    assert not one(filled_in(signed, "Tăng mức thưởng"), ISSUER.root).is_same


def test_a_second_signature_does_not_change_the_first():
    both = read_signatures(ISSUER.sign(SIGNED, "Lê Thị Văn Thư", field="Chu-ky-2"), [ISSUER.root], NOW)
    assert [(row.who, row.is_same) for row in both] == [("Trần Văn Ký", True), ("Lê Thị Văn Thư", True)]


def test_signed_with_an_expired_certificate():
    found = one(ISSUER.sign(PDF, days=10), ISSUER.root)
    assert (found.is_same, found.is_known, found.was_expired) == (True, False, True)


def test_it_is_read_also_where_an_event_loop_runs():
    async def here() -> str:
        return one(SIGNED, ISSUER.root).who

    with ThreadPoolExecutor(1) as aside:
        assert aside.submit(lambda: asyncio.run(here())).result() == "Trần Văn Ký"


def test_an_unsigned_file_has_none_and_a_broken_one_is_refused():
    assert read_signatures(PDF, [], NOW) == ()
    with pytest.raises(Unreadable):
        read_signatures(SIGNED[: len(SIGNED) // 3], [], NOW)


@pytest.fixture
def ward(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    return WardFactory()


def kept(ward, content: bytes):
    return store(
        content=content,
        name="quyet-dinh.pdf",
        organisation=ward,
        subject="decision:1",
        actor=actor(ward, Role.CLERK),
        now=NOW,
    )


@pytest.mark.django_db
def test_an_upload_waits_for_the_worker_and_a_scan_does_not(ward):
    stored, scan = kept(ward, SIGNED), kept(ward, PDF)
    assert SignatureReading.objects.get().file == stored
    assert ProcrastinateJob.objects.filter(task_name="files.read").get().args == {"file_id": stored.pk}
    assert not hasattr(scan, "signatures")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "is_trusted", "outcome"),
    [
        (SIGNED, True, Outcome.GOOD),
        (SIGNED, False, Outcome.UNKNOWN),
        (changed_later(SIGNED), True, Outcome.CHANGED),
        (ISSUER.sign(PDF, days=10), True, Outcome.EXPIRED),
        (PDF + b"\n% /ByteRange\n%%EOF\n", True, Outcome.UNREADABLE),
    ],
)
def test_as_bad_as_the_worst_signature(ward, content, is_trusted, outcome):
    if is_trusted:
        trust(content=ISSUER.root, actor=actor(ward, Role.ADMINISTRATOR), now=NOW)
    row = read_file(stored=kept(ward, content), actor=None, now=NOW)
    assert row.outcome == outcome


@pytest.mark.django_db
def test_trusted_on_screen_once_and_taken_back(ward):
    boss = actor(ward, Role.ADMINISTRATOR)
    client = client_of(boss)
    url = reverse("roots_list")
    for _twice in range(2):
        answer = client.post(url, {"file": SimpleUploadedFile("goc.crt", ISSUER.root)})
    assert list(answer.context["form"].errors) == ["file"]
    row = TrustedRoot.objects.get()
    assert "Ban Cơ yếu thử nghiệm" in client.get(url).content.decode()
    assert row.valid_until == (NOW.replace(year=2020, month=1, day=1) + timedelta(days=7300)).date()
    trust_no_more(root=row, actor=boss)
    assert not TrustedRoot.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content", [b"x", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", b""]
)
def test_what_is_no_root_is_refused_with_a_sentence(ward, content):
    with pytest.raises(CannotTrust, match="not a certificate"):
        trust(content=content, actor=actor(ward, Role.ADMINISTRATOR), now=NOW)


@pytest.mark.django_db
def test_trust_is_for_administrators(ward):
    with pytest.raises(Refused):
        trust(content=ISSUER.root, actor=actor(ward, Role.CLERK), now=NOW)


AUTHORITY = Authority()
SIGNER = AUTHORITY.holder("Trần Văn Ký")
SHORT = AUTHORITY.holder("Trần Văn Ký", lasts=timedelta(days=60))
WINTER, SPRING, SUMMER = (datetime(2026, month, 1, tzinfo=UTC) for month in (2, 4, 7))


def revoked(since: datetime, *, at: datetime = SUMMER, by: Authority = AUTHORITY):
    return by.crl((SIGNER, since), at=at)


def stamped(at: datetime, by=SIGNER) -> bytes:
    return signed(PDF, by, AUTHORITY.stamper(at))


@pytest.mark.parametrize(
    ("content", "is_stamped", "is_known", "was_expired", "revoked_at"),
    [
        pytest.param(with_lists(signed(PDF, SIGNER), AUTHORITY.crl(at=SUMMER)), False, True, False, None, id="good"),
        pytest.param(with_lists(signed(PDF, SIGNER), revoked(SPRING)), False, True, False, SPRING, id="revoked"),
        pytest.param(
            with_lists(signed(PDF, SIGNER), revoked(SPRING, at=SPRING)), False, True, False, SPRING, id="by an old list"
        ),
        pytest.param(
            with_lists(signed(PDF, SIGNER), revoked(SPRING, by=Authority())), False, True, False, None, id="a forged list"
        ),
        pytest.param(stamped(WINTER), True, True, False, None, id="stamped"),
        pytest.param(with_lists(stamped(WINTER), revoked(SPRING)), True, True, False, None, id="revoked later"),
        pytest.param(with_lists(stamped(SUMMER), revoked(SPRING)), True, True, False, SPRING, id="revoked before"),
        pytest.param(stamped(WINTER, SHORT), True, True, False, None, id="expired after the stamp"),
        pytest.param(stamped(SUMMER, SHORT), True, False, True, None, id="expired before the stamp"),
        pytest.param(signed(PDF, SHORT), False, False, True, None, id="expired without a stamp"),
    ],
)  # fmt: skip
def test_what_the_documents_own_evidence_tells(content, is_stamped, is_known, was_expired, revoked_at):
    found = one(content, AUTHORITY.root)
    assert found.is_same
    assert (found.is_stamped, found.is_known, found.was_expired) == (is_stamped, is_known, was_expired)
    assert found.revoked_at == revoked_at
    assert not is_stamped or found.at in {WINTER, SUMMER}


def test_a_signers_clock_set_back_proves_nothing():
    with time_machine.travel(WINTER, tick=False):
        back = signed(PDF, SHORT)
    found = one(back, AUTHORITY.root)
    assert (found.at, found.was_expired) == (WINTER, True)


def test_a_stamp_by_an_unknown_authority_is_no_proof():
    strange = signed(PDF, SHORT, Authority("Người lạ").stamper(WINTER))
    found = one(strange, AUTHORITY.root)
    assert (found.is_stamped, found.was_expired) == (False, True)


def test_a_changed_page_is_seen_beneath_stamp_and_lists():
    whole = with_lists(stamped(WINTER), AUTHORITY.crl(at=SUMMER))
    assert not one(changed_later(whole), AUTHORITY.root).is_same


def answer(certificate, authority: Authority, since: datetime) -> bytes:
    made = ocsp.OCSPResponseBuilder().add_response(
        cert=crypto.load_der_x509_certificate(certificate.dump()),
        issuer=crypto.load_der_x509_certificate(authority.root),
        algorithm=hashes.SHA1(),
        cert_status=ocsp.OCSPCertStatus.REVOKED,
        this_update=SUMMER,
        next_update=None,
        revocation_time=since,
        revocation_reason=None,
    )
    made = made.responder_id(
        ocsp.OCSPResponderEncoding.NAME, crypto.load_der_x509_certificate(authority.root)
    )
    return made.sign(authority.key, hashes.SHA256()).public_bytes(Encoding.DER)


@pytest.mark.parametrize(("by", "found"), [(AUTHORITY, SPRING), (Authority(), None)])
def test_an_answer_about_the_certificate_is_heard_where_the_issuer_gave_it(by, found):
    told = Evidence(answers=[asn1_ocsp.OCSPResponse.load(answer(SIGNER.certificate, by, SPRING))])
    root = certificate_of(AUTHORITY.root)
    assert revoked_at(SIGNER.certificate, [root], told) == found


@pytest.mark.django_db
def test_a_revoked_certificate_is_told_on_screen(ward):
    trust(content=AUTHORITY.root, actor=actor(ward, Role.ADMINISTRATOR), now=NOW)
    stored = kept(ward, with_lists(signed(PDF, SIGNER), revoked(SPRING)))
    row = read_file(stored=stored, actor=None, now=NOW)
    assert row.outcome == Outcome.REVOKED
    shown = render_to_string("files/_signatures.html", signatures(stored))
    assert "no time stamp shows that it was signed before" in shown or "không có dấu thời gian" in shown


@pytest.mark.django_db
def test_read_again_years_later_a_file_is_as_old_as_its_upload(ward):
    trust(content=AUTHORITY.root, actor=actor(ward, Role.ADMINISTRATOR), now=NOW)
    stored = kept(ward, signed(PDF, SIGNER))
    row = read_file(stored=stored, actor=None, now=NOW + timedelta(days=20 * 365))
    assert row.outcome == Outcome.GOOD
