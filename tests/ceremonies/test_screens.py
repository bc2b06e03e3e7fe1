"""The screens: plan, people, papers, door, stage."""

import json

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW
from factories.ceremonies import cleared, invited, planned, with_recipients
from factories.decisions import in_force, leader, voted
from factories.dossiers import place
from factories.signing_in import client_of
from thidua.modules.ceremonies import queries
from thidua.modules.ceremonies.actions import inviting
from thidua.modules.ceremonies.drafts import GuestDraft
from thidua.modules.ceremonies.models import Ceremony

pytestmark = pytest.mark.django_db
TYPED = {
    "kind": "confer",
    "title": "Trao tặng nhân Ngày Nhà giáo Việt Nam",
    "on": "24/11/2026",
    "starts_at": "08:00",
    "venue": "Hội trường",
    "capacity": "100",
    "seats_per_row": "12",
    "presenter": "Chủ tịch UBND phường",
    "combined_with": "Kỷ niệm 20/11",
    "planned_cost": "5000000",
    "once": "k",
}


@pytest.fixture(autouse=True)
def _at_that_time(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def test_planned_on_screen_once_and_nothing_typed_is_lost(at):
    client = client_of(at.specialist)
    refused = client.post(reverse("ceremonies_begin"), TYPED | {"combined_with": ""})
    form = refused.context["form"]
    assert (list(form.errors), form["title"].value()) == (["combined_with"], TYPED["title"])
    client.post(reverse("ceremonies_begin"), TYPED)
    client.post(reverse("ceremonies_begin"), TYPED)
    assert client.get(reverse("ceremonies_show", args=[Ceremony.objects.get().pk])).status_code == 200


def test_from_decision_to_sign_off_on_screen(at):
    decision = in_force(at, voted(at, "LDTT", "CSTDCS"))
    ceremony = planned(at)
    client = client_of(at.specialist)
    page = client.get(reverse("ceremonies_people", args=[ceremony.pk]))
    assert [row.n_free for row in page.context["decisions"]] == [2]
    client.post(reverse("ceremonies_take", args=[ceremony.pk]), {"decision": decision.pk})
    said = {f"{name}-{row.pk}": "An" for row in ceremony.checks.all() for name in ("done", "who")}
    client.post(reverse("ceremonies_checks", args=[ceremony.pk]), said)
    client_of(leader(at)).post(reverse("ceremonies_step", args=[ceremony.pk, "clear"]))
    ceremony.refresh_from_db()
    assert ceremony.state == "cleared"
    assert client.post(reverse("ceremonies_checks", args=[ceremony.pk]), said).status_code == 403


def test_no_invitation_before_safety(at):
    client = client_of(at.specialist)
    ceremony = with_recipients(at)
    for name in ("giay-moi", "the-ten"):
        paper = reverse("ceremonies_paper", args=[ceremony.pk, name, "pdf"])
        assert client.get(paper).status_code == 403


@pytest.mark.parametrize("name", ["kich-ban", "ky-nhan", "giay-moi"])
def test_papers_say_who_and_what(at, name):
    import pypdfium2

    ceremony = cleared(at)
    client = client_of(at.specialist)
    answer = client.get(reverse("ceremonies_paper", args=[ceremony.pk, name, "pdf"]))
    pdf = pypdfium2.PdfDocument(answer.content)
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    assert ceremony.attendees.earliest("place").name in words
    assert "Chiến sĩ thi đua cơ sở" in words
    assert ("Lao động tiên tiến" in words) == (name != "ky-nhan")
    word = client.get(reverse("ceremonies_paper", args=[ceremony.pk, name, "docx"]))
    assert word.content[:2] == b"PK"


def test_a_paper_that_does_not_exist(at):
    client = client_of(at.specialist)
    ceremony = cleared(at)
    for name, form in (("khac", "pdf"), ("kich-ban", "exe")):
        assert client.get(reverse("ceremonies_paper", args=[ceremony.pk, name, form])).status_code == 404


def test_the_door_takes_what_was_kept_offline(at):
    ceremony = invited(at)
    client = client_of(at.clerk)
    assert client.get(reverse("ceremonies_door", args=[ceremony.pk])).status_code == 200
    codes = dict.fromkeys(ceremony.attendees.values_list("code", flat=True), NOW.timestamp() * 1000)
    address = reverse("ceremonies_arrived", args=[ceremony.pk])
    for _twice in range(2):
        said = client.post(address, json.dumps({"arrived": codes}), content_type="application/json")
        assert sorted(said.json()["known"]) == sorted(codes)
    assert client.post(address, "x", content_type="application/json").status_code == 422


def test_the_stage_with_one_key(at):
    ceremony = invited(at)
    client = client_of(at.specialist)
    stage = reverse("ceremonies_day", args=[ceremony.pk])
    for honour in ("CSTDCS", "LDTT"):
        now = client.get(stage).context["now"]
        assert now.honour == honour
        said = {"stage": "1", "handed_on": "23/11/2026", "way": "ceremony", "received_by": str(now)}
        done = client.post(reverse("ceremonies_hand_over", args=[now.pk]), said)
        assert done["Location"] == stage
    assert client.get(stage).context["now"] is None
    assert not queries.to_hand_over(ceremony).exists()


def test_the_next_two_names_cost_as_much_as_one(at):
    client = client_of(at.specialist)
    ceremony = invited(at)

    def n_queries(name: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(name, args=[ceremony.pk])).status_code == 200
        return len(asked)

    names = ("ceremonies_people", "ceremonies_day", "ceremonies_door", "ceremonies_show")
    before = [n_queries(name) for name in names for _again in range(2)][1::2]
    for n in range(3):
        inviting.invite_guest(ceremony=ceremony, draft=GuestDraft(name=f"Khách {n}"), actor=at.specialist)
    assert [n_queries(name) for name in names] == before


def test_the_list_costs_the_same_at_any_length(at):
    client = client_of(at.specialist)
    planned(at)
    client.get(reverse("ceremonies_list"))

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("ceremonies_list")).status_code == 200
        return len(asked)

    one = n_queries()
    planned(at), planned(at)
    assert n_queries() == one


def test_the_list_as_a_file(at):
    planned(at)
    answer = client_of(at.specialist).get(reverse("ceremonies_list"), {"xuat": "xlsx"})
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_the_days_of_honouring_begin_a_plan(at):
    client = client_of(at.specialist)
    first, _left = client.get(reverse("ceremonies_calendar")).context["coming"][0]
    assert (first.on.day, first.on.month) == (22, 12)
    page = client.get(reverse("ceremonies_begin"), {"dip": first.name, "ngay": "22/12/2026"})
    assert page.context["form"]["combined_with"].value() == first.name
