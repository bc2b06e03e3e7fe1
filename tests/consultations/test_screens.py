import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.appraisal import candidate, dossier, person, school_of
from factories.organisations import OrganisationFactory, WardFactory, actor
from thidua.modules.accounts.models import User
from thidua.modules.consultations import actions
from thidua.modules.consultations.models import Consultation
from thidua.modules.dossiers.models import DossierState
from thidua.modules.organisations.models import Kind

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def file():
    made = dossier(school_of(), DossierState.APPRAISAL)
    candidate(made, person(made.organisation), "GK")
    return made


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))
    return who


@pytest.fixture
def desk(file, client):
    return sign_in(client, actor(file.receiver, "specialist"))


def asked(file, desk, body=None) -> Consultation:
    row = actions.prepare(
        dossier=file, question="Chấp hành pháp luật", body=body, body_name="Thuế cơ sở 3", actor=desk, now=NOW
    )
    actions.ask(
        consultation=row, letter_number="512/UBND", asked_on=TODAY, due_on=TODAY, actor=desk, on=TODAY
    )
    return row


def test_asked_drawn_sent_and_entered(client, file, desk):
    values = {"body_name": "Thuế cơ sở 3", "question": "Chấp hành pháp luật về thuế", "due_on": "30/11/2026"}
    first = client.post(reverse("consultations_new", args=[file.pk]), values | {"once": "k"})
    again = client.post(reverse("consultations_new", args=[file.pk]), values | {"once": "k"})
    row = Consultation.objects.get()
    here = reverse("consultations_show", args=[row.pk])
    assert first["Location"] == again["Location"] == here
    client.post(reverse("consultations_letter", args=[row.pk]), {})
    assert len(client.get(here).context["papers"]) == 1
    sent = {"letter_number": "512/UBND-VX", "asked_on": "20/11/2026", "due_on": "30/11/2026"}
    client.post(reverse("consultations_ask", args=[row.pk]), sent)
    reply = {
        "reply_number": "88/TCS3",
        "replied_on": "23/11/2026",
        "opinion": "agrees",
        "file": SimpleUploadedFile("tra-loi.pdf", SCAN, "application/pdf"),
    }
    client.post(reverse("consultations_record", args=[row.pk]), reply)
    row.refresh_from_db()
    assert (row.state, row.reply_number, row.reply_file.name) == ("answered", "88/TCS3", "tra-loi.pdf")


def test_a_wrong_day_keeps_what_was_typed(client, file, desk):
    row = actions.prepare(dossier=file, question="x", body_name="Thuế", actor=desk, now=NOW)
    typed = {"letter_number": "512/UBND-VX", "asked_on": "20/11/2026", "due_on": "01/11/2026"}
    page = client.post(reverse("consultations_ask", args=[row.pk]), typed)
    form = page.context["ask_form"]
    assert (form["letter_number"].value(), list(form.errors)) == ("512/UBND-VX", ["due_on"])


def test_a_body_sees_its_question_and_answers(client, file, desk):
    tax = OrganisationFactory(name="Thuế cơ sở 3", kind=Kind.DEPARTMENT)
    row = asked(file, desk, tax)
    other = asked(file, desk)
    sign_in(client, actor(tax, "consulted"))
    page = client.get(reverse("consultations_list"))
    assert [found.pk for found in page.context["page"].rows] == [row.pk]
    assert client.get(reverse("consultations_show", args=[other.pk])).status_code == 404
    client.post(reverse("consultations_answer", args=[row.pk]), {"opinion": "agrees", "reply": ""})
    row.refresh_from_db()
    assert row.state == "answered"


def test_roles_and_other_wards(client, file, desk):
    row = asked(file, desk)
    sign_in(client, actor(file.receiver, "inspector"))
    assert client.get(reverse("consultations_show", args=[row.pk])).status_code == 200
    assert client.post(reverse("consultations_cancel", args=[row.pk]), {"reason": "x"}).status_code == 403
    sign_in(client, actor(WardFactory(), "specialist"))
    assert client.get(reverse("consultations_show", args=[row.pk])).status_code == 404
    assert client.get(reverse("consultations_new", args=[file.pk])).status_code == 404


def test_the_list_takes_as_many_queries_for_three_as_for_one(client, file, desk):
    asked(file, desk)
    client.get(reverse("consultations_list"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("consultations_list"))
    asked(file, desk)
    asked(file, desk)
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("consultations_list"))
    assert len(three) == len(one)


def test_a_letter_that_asks_for_yesterday_is_refused_and_kept_on_screen(client, file, desk):
    values = {"body_name": "Thuế cơ sở 3", "question": "Chấp hành pháp luật", "due_on": "22/11/2026"}
    form = client.post(reverse("consultations_new", args=[file.pk]), values).context["form"]
    assert (list(form.errors), form["question"].value()) == (["due_on"], "Chấp hành pháp luật")
