import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.appraisal import candidate, dossier, person, school_of
from factories.organisations import WardFactory, actor
from thidua.modules.accounts.models import User
from thidua.modules.appraisal import actions
from thidua.modules.appraisal.models import Appraisal, AppraisalState, CheckResult, Finding
from thidua.modules.dossiers.models import DossierState

pytestmark = pytest.mark.django_db


@pytest.fixture
def file():
    made = dossier(school_of())
    candidate(made, person(made.organisation), "LDTT")
    return made


@pytest.fixture
def desk(file, client):
    who = actor(file.receiver, "specialist")
    client.force_login(User.objects.get(pk=who.user_id))
    return who


def received(file, desk) -> Appraisal:
    return actions.receive(dossier=file, n_days=20, days_basis="Quy chế", actor=desk, on=TODAY, now=NOW)


def test_the_whole_way_on_screen(client, file, desk):
    page = client.get(reverse("appraisal_list"))
    assert [row.pk for row in page.context["to_receive"]] == [file.pk]
    client.post(
        reverse("appraisal_receive", args=[file.pk]), {"n_days": "15", "days_basis": "Quy chế, Điều 3"}
    )
    appraisal = Appraisal.objects.get()
    one = file.candidates.get()
    here = reverse("appraisal_show", args=[appraisal.pk])
    assert client.get(here).context["chosen"].pk == one.pk
    for whose in (str(one.pk), ""):
        client.post(reverse("appraisal_examine", args=[appraisal.pk]), {"candidate": whose, "rest": "1"})
    assert appraisal.items.filter(result=CheckResult.OPEN).count() == 0
    client.post(
        reverse("appraisal_conclude_candidate", args=[appraisal.pk]),
        {"candidate": one.pk, "finding": "put_forward", "reason": ""},
    )
    client.post(
        reverse("appraisal_conclude", args=[appraisal.pk]), {"conclusion": "Đủ điều kiện trình Hội đồng"}
    )
    appraisal.refresh_from_db()
    file.refresh_from_db()
    assert (appraisal.state, file.state) == (AppraisalState.CONCLUDED, DossierState.APPRAISED)
    assert client.get(here).status_code == 200


def test_a_refused_conclusion_keeps_what_was_typed(client, file, desk):
    appraisal = received(file, desk)
    answer = client.post(reverse("appraisal_conclude", args=[appraisal.pk]), {"conclusion": "Đủ điều kiện"})
    form = answer.context["conclude_form"]
    assert (form["conclusion"].value(), len(form.non_field_errors())) == ("Đủ điều kiện", 1)


def test_notes_and_results_are_saved_together(client, file, desk):
    appraisal = received(file, desk)
    one = file.candidates.get()
    item = appraisal.items.filter(candidate=one).first()
    typed = {"candidate": one.pk, f"result_{item.pk}": "not_met", f"note_{item.pk}": "Thiếu xác nhận"}
    client.post(reverse("appraisal_examine", args=[appraisal.pk]), typed)
    item.refresh_from_db()
    assert (item.result, item.note) == ("not_met", "Thiếu xác nhận")


def test_roles_and_other_wards(client, file, desk):
    appraisal = received(file, desk)
    here = reverse("appraisal_show", args=[appraisal.pk])
    inspector = actor(file.receiver, "inspector")
    client.force_login(User.objects.get(pk=inspector.user_id))
    assert client.get(here).status_code == 200
    assert (
        client.post(reverse("appraisal_examine", args=[appraisal.pk]), {"candidate": ""}).status_code == 403
    )
    officer = actor(file.organisation, "unit_officer")
    client.force_login(User.objects.get(pk=officer.user_id))
    assert client.get(here).status_code == 404
    other = actor(WardFactory(), "specialist")
    client.force_login(User.objects.get(pk=other.user_id))
    assert client.get(here).status_code == 404
    assert client.get(reverse("appraisal_receive", args=[file.pk])).status_code == 404


@pytest.mark.parametrize(
    "group", ["", "open", "mine", "unassigned", "soon", "overdue", "waiting", "concluded", "x"]
)
def test_each_counter_filters(client, file, desk, group):
    received(file, desk)
    page = client.get(reverse("appraisal_list"), {"nhom": group})
    wanted = 0 if group in {"mine", "soon", "overdue", "waiting", "concluded"} else 1
    assert (page.status_code, len(page.context["rows"])) == (200, wanted)


def test_the_list_takes_as_many_queries_for_three_as_for_one(client, file, desk):
    received(file, desk)
    client.get(reverse("appraisal_list"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("appraisal_list"))
    for _ in range(2):
        row = dossier(file.organisation)
        candidate(row, person(row.organisation))
        received(row, desk)
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("appraisal_list"))
    assert len(three) == len(one)


def test_a_candidate_that_is_put_forward_is_shown(client, file, desk):
    appraisal = received(file, desk)
    one = file.candidates.get()
    actions.examine_rest(appraisal=appraisal, candidate=one, actor=desk)
    actions.conclude_candidate(
        appraisal=appraisal, candidate=one, finding=Finding.PUT_FORWARD, reason="", actor=desk
    )
    page = client.get(reverse("appraisal_show", args=[appraisal.pk]))
    assert page.context["lines"][0].finding.finding == "put_forward"
