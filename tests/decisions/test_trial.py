"""The test signature of the demonstration: signed by the job, read like any uploaded copy; refused anywhere else."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from pyhanko.pdf_utils.reader import PdfFileReader

from factories.decisions import NOW, numbered
from factories.dossiers import Place
from factories.organisations import actor
from factories.signing_in import client_of
from papers.samples import DECISION, SMALL_DECISION, TALLY
from thidua.documents import draw_pdf
from thidua.documents.pdf.places import signing_place
from thidua.documents.trial import NO_VALUE, sign_for_trial
from thidua.foundation.permissions import Refused
from thidua.modules.decisions.trial import attach_trial, perform
from thidua.modules.files.models import Outcome
from thidua.modules.files.signatures import read_file
from thidua.modules.files.trusting import trust
from thidua.modules.organisations.api import Role
from thidua.site.sample.test_key import issuer

ISSUER = issuer()
KEY = ISSUER.trial_key()


@pytest.fixture
def demonstration(settings, tmp_path):
    settings.DEMONSTRATION = True
    settings.TRIAL_KEY_PATH = tmp_path / "trial-key.p12"
    settings.TRIAL_KEY_PATH.write_bytes(KEY)


def test_the_worker_signs_and_the_reading_says_by_whom(at: Place, demonstration) -> None:
    trust(content=ISSUER.root, actor=actor(at.ward, Role.ADMINISTRATOR), now=NOW)
    decision = numbered(at)
    perform(decision)
    decision.refresh_from_db()
    assert decision.signed_file.name == "QD-112-ky-thu.pdf"
    row = read_file(stored=decision.signed_file, actor=None, now=NOW)
    assert row.outcome == Outcome.GOOD
    assert row.signers[0]["who"] == NO_VALUE
    perform(decision)  # a second run leaves it


def test_asked_for_on_the_page_in_the_demonstration(at: Place, demonstration) -> None:
    decision = numbered(at)
    client, url = client_of(at.clerk), reverse("decisions_try_signing", args=[decision.pk])
    assert url in client.get(reverse("decisions_show", args=[decision.pk])).content.decode()
    client.post(url)
    job = ProcrastinateJob.objects.get(task_name="decisions.sign_for_trial")
    assert job.args == {"decision_id": decision.pk}


def test_no_button_and_no_signature_anywhere_else(at: Place) -> None:
    decision = numbered(at)
    client: Client = client_of(at.clerk)
    url = reverse("decisions_try_signing", args=[decision.pk])
    assert url not in client.get(reverse("decisions_show", args=[decision.pk])).content.decode()
    assert client.post(url).status_code == 403
    with pytest.raises(Refused):
        attach_trial(decision=decision, actor=at.clerk, now=NOW)
    assert not ProcrastinateJob.objects.filter(task_name="decisions.sign_for_trial").exists()


@pytest.mark.parametrize("letter", [SMALL_DECISION, DECISION])
def test_it_stands_between_post_and_name_and_says_that_it_is_a_test(letter) -> None:
    place = signing_place(letter)
    assert place is not None
    signed = sign_for_trial(draw_pdf(letter), KEY, place, letter.signature.name, NOW)
    reader = PdfFileReader(BytesIO(signed))
    (one,) = reader.embedded_signatures
    left, bottom, right, top = (float(side) for side in one.sig_field["/Rect"])
    assert (left + right) / 2 == pytest.approx(424, abs=2)
    assert 0 < bottom < top < 842
    assert one.sig_object["/Reason"] == NO_VALUE


def test_a_paper_of_two_signatures_gives_the_first_place() -> None:
    assert signing_place(TALLY) is not None
