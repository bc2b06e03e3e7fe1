"""The list for officers, one person's reasons, a dossier with one click, not this time, taking the list out."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import collective, dossier, graded, person, place, propose
from factories.organisations import OrganisationFactory, actor
from factories.suggestions import looked
from thidua.documents.spreadsheet import read_table
from thidua.foundation.models import Export
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.api import Role
from thidua.modules.suggestions.actions import ask
from thidua.modules.suggestions.models import ExportPermit, Run, SetAside, Suggestion

pytestmark = pytest.mark.django_db
LIST = "/goi-y-khen-thuong/"


@pytest.fixture(autouse=True)
def _clean(settings):
    settings.DEMONSTRATION = True  # no second factor is asked for
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def teacher(at, name="Trần Thị Minh Châu", **fields):
    who = person(at.school, name, **fields)
    graded(who, "good")
    return who


def names(client, **filters):
    return [row.name for row, _tone, _drafts in client.get(LIST, filters).context["lines"]]


def address(name, who):
    return reverse(name, args=["ca-nhan", who.pk])


def test_direct_workers_first_then_by_name_never_by_score(client, at):
    for name, position in (("Vũ Ánh", "leader"), ("Lê Yến", "direct_worker"), ("Bùi An", "direct_worker")):
        teacher(at, name, position=position)
    looked(at)
    sign_in(client, at.specialist)
    assert names(client, loai="qualifies") == ["Bùi An", "Lê Yến", "Vũ Ánh"]


def test_a_unit_sees_itself_and_nobody_else_anything(client, at):
    teacher(at)
    other = OrganisationFactory(parent=at.ward)
    graded(person(other, "Lê Văn Khác"), "good")
    looked(at)
    sign_in(client, at.officer)
    assert set(names(client)) == {"Trần Thị Minh Châu"}
    sign_in(client, at.specialist)
    assert set(names(client)) == {"Trần Thị Minh Châu", "Lê Văn Khác"}
    for role in (Role.CLERK, Role.INSPECTOR, Role.ADMINISTRATOR, Role.COUNCIL_MEMBER):
        sign_in(client, actor(at.ward, role))
        assert client.get(LIST).status_code == 403


def test_filters_and_counters(client, at):
    teacher(at, "Lê An", natures=["production"])
    teacher(at, "Lê Bình", status_group="worker", position="manager")
    looked(at)
    sign_in(client, at.specialist)
    assert names(client, tinh_chat="production", loai="qualifies") == ["Lê An"]
    assert names(client, nhom="worker", loai="qualifies") == ["Lê Bình"]
    assert names(client, vi_tri="manager", loai="qualifies") == ["Lê Bình"]
    assert names(client, khen="LDTT", don_vi=at.school.pk) == ["Lê An", "Lê Bình"]
    counters = {one.label: one.n for one in client.get(LIST, {"khen": "LDTT"}).context["counters"]}
    assert next(iter(counters.values())) == 2


def test_the_reasons_stand_with_their_articles(client, at):
    who = teacher(at)
    looked(at)
    sign_in(client, at.officer)
    page = client.get(address("suggestions_show", who), {"khen": "LDTT"})
    assert page.context["answer"].verdict == "yes"
    assert not page.context["has_changed"]
    assert "Luật 06/2022/QH15, Điều 24" in page.content.decode()


def test_a_record_that_has_changed_since_says_so(client, at):
    who = teacher(at)
    looked(at)
    who.grades.all().delete()
    sign_in(client, at.officer)
    assert client.get(address("suggestions_show", who), {"khen": "LDTT"}).context["has_changed"]


def test_a_dossier_is_opened_with_one_click_and_once(client, at):
    who = teacher(at)
    looked(at)
    sign_in(client, at.officer)
    sent = {"khen": "LDTT", "once": "k"}
    first = client.post(address("suggestions_propose", who), sent)
    again = client.post(address("suggestions_propose", who), sent)
    row = Dossier.objects.get()
    assert first["Location"] == again["Location"] == reverse("dossiers_show", args=[row.pk])
    assert (row.organisation, row.receiver, row.period) == (at.school, at.ward, at.period)
    assert list(row.candidates.values_list("person", "honour")) == [(who.pk, "LDTT")]
    assert "LDTT" not in [line.honour for line, *_ in client.get(LIST).context["lines"]]
    assert names(client, da_lam="proposed") == [who.name]


def test_or_added_to_the_one_being_prepared(client, at):
    who, draft = teacher(at), dossier(at)
    looked(at)
    sign_in(client, at.officer)
    [line] = [each for each in client.get(LIST).context["lines"] if each[0].honour == "LDTT"]
    assert line[2] == [draft]
    client.post(address("suggestions_propose", who), {"khen": "LDTT", "ho_so": draft.pk, "once": "k"})
    assert Candidate.objects.get().dossier == draft


def test_another_units_draft_is_not_found(client, at):
    who = teacher(at)
    other = place()
    strange = dossier(other)
    looked(at)
    sign_in(client, at.officer)
    sent = {"khen": "LDTT", "ho_so": strange.pk, "once": "k"}
    assert client.post(address("suggestions_propose", who), sent).status_code == 404


def test_leaders_read_and_open_nothing(client, at):
    who = teacher(at)
    looked(at)
    sign_in(client, actor(at.ward, Role.LEADER))
    assert names(client, khen="LDTT") == [who.name]
    assert client.post(address("suggestions_propose", who), {"khen": "LDTT"}).status_code == 403
    assert client.post(address("suggestions_aside", who), {"khen": "LDTT", "reason": "x"}).status_code == 403


def test_who_is_forgotten_is_proposed_for_what_the_officer_chooses(client, at):
    who = teacher(at)
    graded(who, "good", 2025)
    graded(who, "good", 2024)
    looked(at)
    sign_in(client, at.officer)
    assert names(client, loai="forgotten") == [who.name]
    page = client.get(address("suggestions_show", who), {"khen": ""})
    assert page.context["honours"].fields["honour"].choices[0][0] == "GK"
    client.post(address("suggestions_propose", who), {"khen": "", "honour": "GK", "once": "k"})
    assert Candidate.objects.get().honour == "GK"
    assert names(client, loai="forgotten") == []


def test_a_period_that_is_missing_is_said(client, at):
    who = teacher(at)
    looked(at)
    Suggestion.objects.update(year=2023)
    sign_in(client, at.officer)
    answer = client.post(address("suggestions_propose", who), {"khen": "LDTT", "once": "k"}, follow=True)
    assert [str(said) for said in answer.context["messages"]] != []
    assert not Dossier.objects.exists()


def test_not_this_time_is_kept_hidden_and_can_come_back(client, at):
    who = teacher(at)
    looked(at)
    sign_in(client, at.officer)
    sent = {"khen": "LDTT", "reason": "Xét đợt sau"}
    client.post(address("suggestions_aside", who), sent)
    assert "LDTT" not in [line.honour for line, *_ in client.get(LIST).context["lines"]]
    assert names(client, da_lam="aside") == [who.name]
    looked(at)
    assert names(client, da_lam="aside") == [who.name]
    assert SetAside.objects.get().reason == "Xét đợt sau"
    client.post(address("suggestions_back", who), sent)
    assert names(client, khen="LDTT") == [who.name]


def test_without_a_reason_nothing_is_set_aside(client, at):
    who = teacher(at)
    looked(at)
    sign_in(client, at.officer)
    client.post(address("suggestions_aside", who), {"khen": "LDTT", "reason": " "})
    assert not SetAside.objects.exists()


def test_it_is_taken_out_only_where_the_leaders_allow_it(client, at):
    who = teacher(at)
    looked(at)
    sign_in(client, at.officer)
    assert client.get(LIST, {"xuat": "xlsx"}).status_code == 403
    assert "table" not in client.get(LIST).context
    leader = actor(at.ward, Role.LEADER)
    sign_in(client, leader)
    client.post(reverse("suggestions_permit"), {"basis": "Phiên họp Hội đồng tháng 12"})
    sign_in(client, at.officer)
    file = client.get(LIST, {"xuat": "xlsx", "khen": "LDTT"})
    [row] = read_table(b"".join(file.streaming_content)).rows
    assert (row[0], row[2]) == (who.name, at.school.name)
    assert list(Export.objects.values_list("table", "n_rows", "user_id")) == [
        ("suggestions", 1, at.officer.user_id)
    ]
    sign_in(client, leader)
    client.post(reverse("suggestions_permit"), {"khong": "1"})
    assert not ExportPermit.objects.exists()


def test_the_desk_looks_anew_and_stops(client, at):
    sign_in(client, at.specialist)
    client.post(reverse("suggestions_look"))
    run = Run.objects.get()
    assert (run.organisation, run.state) == (at.ward, "waiting")
    here = reverse("suggestions_progress", args=[run.pk])
    assert "every 2s" in client.get(here).content.decode()
    client.post(reverse("suggestions_stop", args=[run.pk]))
    assert client.get(here)["HX-Refresh"] == "true"
    run.refresh_from_db()
    assert run.state == "stopped"


def test_a_second_look_is_refused_in_words(client, at):
    ask(organisation=at.ward, actor=at.specialist, on=TODAY, now=NOW)
    sign_in(client, at.specialist)
    answer = client.post(reverse("suggestions_look"), follow=True)
    assert len(answer.context["messages"]) == 1
    assert Run.objects.count() == 1


@pytest.mark.parametrize("name", ["suggestions_list", "suggestions_show"])
def test_a_page_costs_the_same_for_any_number(client, at, name):
    who = teacher(at)
    sign_in(client, at.officer)

    def n_queries():
        looked(at)
        place = LIST if name == "suggestions_list" else address("suggestions_show", who) + "?khen=LDTT"
        client.get(place)
        with CaptureQueriesContext(connection) as captured:
            client.get(place)
        return len(captured)

    one = n_queries()
    for other in ("Lê An", "Lê Bình"):
        propose(at, dossier(at), teacher(at, other), "LDTT")
    collective(at.school)
    assert n_queries() == one
