"""The screens: what each shows, what is typed stays, the cost of lists."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import TODAY
from factories.dossiers import place
from factories.organisations import actor
from factories.oversight import shortcoming, signal, silent_campaign
from factories.signing_in import client_of
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Role
from thidua.modules.oversight.models import RemedyPlan, Shortcoming, Signal, Threshold

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def test_looking_again_fills_the_list(client, at):
    silent_campaign(at, True)
    sign_in(client, at.specialist)
    done = client.post(reverse("signals_look"), follow=True)
    assert [row.detector for row, *_ in done.context["lines"]].count("silent_campaign") == 1
    assert any(counter.n for counter in done.context["counters"])
    filtered = client.get(reverse("signals_list"), {"dau_hieu": "empty_months"})
    assert {row.detector for row, *_ in filtered.context["lines"]} <= {"empty_months"}


def test_a_sign_from_question_to_shortcoming(client, at):
    row = signal(at)
    sign_in(client, at.specialist)
    here = reverse("signals_step", args=[row.pk, "ask"])
    assert client.post(here, {"reason": " "}).context["form"].errors
    client.post(here, {"reason": "Đề nghị nêu lý do."})
    sign_in(client, at.head)
    assert "Đề nghị nêu lý do." in client.get(reverse("signals_show", args=[row.pk])).content.decode()
    client.post(reverse("signals_step", args=[row.pk, "explain"]), {"reason": "Chưa phân công."})
    sign_in(client, at.specialist)
    client.post(reverse("signals_step", args=[row.pk, "submit"]), {"reason": "Trình xem xét."})
    client = client_of(actor(at.ward, Role.LEADER))
    here = reverse("signals_accept", args=[row.pk])
    typed = {
        "title": "Không có điển hình",
        "organisation": at.school.pk,
        "cause": "Chưa phân công",
        "measure": "Phân công",
        "owner": at.school.pk,
        "due_on": "01/11/2026",
        "once": "k",
    }
    wrong = client.post(here, typed)
    assert (list(wrong.context["form"].errors), wrong.context["form"]["cause"].value()) == (
        ["due_on"],
        "Chưa phân công",
    )
    for _ in range(2):
        client.post(here, typed | {"due_on": "15/12/2026"})
    assert Shortcoming.objects.get().signal == row


def test_a_threshold_is_tried_and_nothing_is_kept(client, at):
    silent_campaign(at, True)
    sign_in(client, at.specialist)
    here = reverse("thresholds_show", args=["silent_campaign"])
    tried = client.post(here, {"value": "10", "thu": "1"})
    assert (tried.context["preview"].n, tried.context["form"].errors) == (1, {})
    assert client.post(here, {"value": "90", "thu": "1"}).context["preview"].n == 0
    assert (Threshold.objects.count(), Signal.objects.count()) == (0, 0)
    kept = client.post(here, {"value": "90", "since": "23/11/2026", "basis": "Kế hoạch 12"})
    assert (kept.status_code, Threshold.objects.get().value) == (302, 90)
    assert client.get(reverse("thresholds_show", args=["khong-co"])).status_code == 404
    assert client.get(reverse("thresholds_list")).status_code == 200


def test_a_shortcoming_by_hand_to_its_end(client, at):
    sign_in(client, at.specialist)
    typed = {
        "title": "Hồ sơ lưu thiếu",
        "organisation": at.school.pk,
        "cause": "Thiếu hướng dẫn",
        "measure": "Hướng dẫn lại",
        "owner": at.school.pk,
        "due_on": "15/12/2026",
        "once": "k",
    }
    client.post(reverse("shortcomings_create"), typed)
    row = Shortcoming.objects.get()
    here = reverse("shortcomings_show", args=[row.pk])
    changed = typed | {"cause": "Chưa hướng dẫn", "version": 0}
    client.post(reverse("shortcomings_change", args=[row.pk]), changed)
    conflict = client.post(reverse("shortcomings_change", args=[row.pk]), changed | {"cause": "Khác"})
    assert len(conflict.context["conflict"]) == 1
    closing = reverse("shortcomings_step", args=[row.pk, "close"])
    assert client.get(closing).context["lacks"]
    sign_in(client, at.head)
    client.post(reverse("shortcomings_note", args=[row.pk]), {"text": "Đã tập huấn."})
    client.post(reverse("shortcomings_attach", args=[row.pk]), {"link": "https://example.vn/bb"})
    assert client.post(reverse("shortcomings_detach", args=[row.proofs.get().pk])).status_code == 302
    assert not row.proofs.exists()
    client.post(reverse("shortcomings_attach", args=[row.pk]), {"link": "https://example.vn/bb"})
    wrong = client.post(reverse("shortcomings_attach", args=[row.pk]), {"link": "bb"})
    assert wrong.context["proof"].errors
    client.post(reverse("shortcomings_step", args=[row.pk, "report"]), {"reason": "Đã xong."})
    sign_in(client, at.specialist)
    client.post(closing, {"reason": "Đủ minh chứng."})
    row.refresh_from_db()
    assert (row.state, row.cause) == ("closed", "Chưa hướng dẫn")
    assert "Đã tập huấn." in client.get(here).content.decode()


def test_the_plan_from_begin_to_paper(client, at):
    row = shortcoming(at)
    sign_in(client, at.specialist)
    typed = {"title": "Kế hoạch khắc phục", "aim": "Khắc phục dứt điểm", "version": 0, "once": "p"}
    client.post(reverse("remedy_plans_create"), typed)
    plan = RemedyPlan.objects.get()
    assert (plan.aim, plan.shortcomings.get()) == ("Khắc phục dứt điểm", row)
    here = reverse("remedy_plans_show", args=[plan.pk])
    client.post(reverse("remedy_plans_take", args=[row.pk]))
    assert list(client.get(here).context["loose"]) == [row]
    client.post(reverse("remedy_plans_add", args=[plan.pk]), {"ton_tai": [row.pk]})
    number = {"number": "12/KH-UBND", "version": plan.version}
    missing = client.post(reverse("remedy_plans_change", args=[plan.pk]), typed | number)
    assert "issued_on" in missing.context["form"].errors
    client.post(reverse("remedy_plans_change", args=[plan.pk]), typed | number | {"issued_on": "23/11/2026"})
    client.post(reverse("remedy_plans_paper", args=[plan.pk]))
    [paper] = client.get(here).context["papers"]
    answer = client.get(reverse("files_download", args=[paper.docx_id]))
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    stale = client.post(reverse("remedy_plans_change", args=[plan.pk]), typed | {"aim": "Khác"})
    assert len(stale.context["conflict"]) >= 1


@pytest.mark.parametrize("name", ["signals_list", "shortcomings_list", "remedy_plans_list"])
def test_lists_cost_the_same_for_any_number(client, at, name):
    def grow():
        signal(at)
        shortcoming(at, due_on=TODAY + timedelta(days=9))
        RemedyPlan.objects.create(organisation=at.ward, title="Kế hoạch", made_at="2026-11-23T02:00Z")

    grow()
    sign_in(client, at.specialist)
    here = reverse(name)

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(here).status_code == 200
        return len(captured)

    n_queries()
    one = n_queries()
    grow()
    grow()
    assert n_queries() == one
    table = read_table(b"".join(client.get(here, {"xuat": "xlsx"}).streaming_content))
    assert len(table.rows) == 3
