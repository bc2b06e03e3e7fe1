"""The screens: the list, the wizard that saves by itself, the launch, a unit's answer, the catalogue."""

from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.campaigns import DRAFT, TEXTS, begun, campaign, field, indicator, launched, plan
from factories.dossiers import PDF, place
from factories.organisations import actor
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.campaigns import hearing
from thidua.modules.campaigns.models import Campaign, Field
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def general(row, **typed):
    return {
        "name": row.name,
        "field": row.field_id,
        "kind": row.kind,
        "scope": row.scope,
        "since": "01/09/2026",
        "last_day": "30/06/2027",
        "cadence": "month",
        "version": row.version,
    } | typed


def test_a_campaign_begins_once_with_name_field_and_days(client, at):
    sign_in(client, at.specialist)
    known = field(at.ward)
    typed = {
        "organisation": at.ward.pk,
        "name": "Vỉa hè thông thoáng",
        "field": known.pk,
        "kind": "thematic",
        "scope": "local",
        "since": "01/09/2026",
        "once": "k",
    }
    wrong = client.post(reverse("campaigns_create"), typed | {"last_day": "31/08/2026"})
    assert list(wrong.context["form"].errors) == ["last_day"]
    made = client.post(reverse("campaigns_create"), typed)
    client.post(reverse("campaigns_create"), typed)
    row = Campaign.objects.get()
    assert made["Location"] == reverse("campaigns_write", args=[row.pk, "chung"])
    assert (row.state, row.launching_body) == ("draft", at.ward.name)


def test_a_step_saves_by_itself_and_says_when(client, at):
    sign_in(client, at.specialist)
    row = campaign(at)
    here = reverse("campaigns_write", args=[row.pk, "chung"])
    saved = client.post(here, general(row, name="Tên mới"), **AUTOSAVE)
    assert (saved.status_code, saved.json()["version"]) == (200, row.version + 1)
    refused = client.post(here, general(row, since="31/02/2026"), **AUTOSAVE)
    assert refused.status_code == 422
    assert "20/11/2026" in refused.json()["error"]
    row.refresh_from_db()
    assert (row.name, row.until) == ("Tên mới", date(2027, 7, 1))


def test_a_conflict_keeps_both_texts(client, at):
    sign_in(client, at.specialist)
    row = campaign(at)
    here = reverse("campaigns_write", args=[row.pk, "noi-dung"])
    texts = {code: TEXTS[code] for code in ("aim", "subjects", "content", "criteria")}
    client.post(here, texts | {"aim": "Bản thứ nhất", "version": 1})
    conflict = client.post(here, texts | {"aim": "Bản thứ hai", "version": 1}, **AUTOSAVE)
    assert (conflict.status_code, conflict.json()) == (409, {"url": here})
    page = client.get(here)
    assert [texts[1:] for texts in page.context["conflict"]] == [("Bản thứ nhất", "Bản thứ hai")]
    assert page.context["form"]["aim"].value() == "Bản thứ nhất"


@pytest.mark.parametrize("slug", ["chung", "don-vi", "noi-dung", "to-chuc", "chi-tieu", "phat-dong"])
def test_every_step_opens_and_only_while_it_is_a_draft(client, at, slug):
    sign_in(client, at.specialist)
    row = campaign(at)
    indicator(at, row)
    assert client.get(reverse("campaigns_write", args=[row.pk, slug])).status_code == 200
    assert client.get(reverse("campaigns_write", args=[launched(at).pk, slug])).status_code == 403


def test_no_other_step(client, at):
    sign_in(client, at.specialist)
    assert client.get(reverse("campaigns_write", args=[campaign(at).pk, "khac"])).status_code == 404


def test_save_and_launch_leads_to_what_is_missing(client, at):
    sign_in(client, at.specialist)
    row = campaign(at, plan_number="", plan_on=None)
    sent = client.post(reverse("campaigns_write", args=[row.pk, "chung"]), general(row, then="launch"))
    assert sent["Location"] == reverse("campaigns_write", args=[row.pk, "phat-dong"])
    page = client.get(sent["Location"])
    assert [part.code for part in page.context["lacks"]] == ["plan"]
    assert reverse("campaigns_write", args=[row.pk, "chung"]).encode() in page.content
    refused = client.post(reverse("campaigns_launch", args=[row.pk]), {"launched_on": "01/09/2026"})
    assert "Article 17" in refused.content.decode() or "Điều 17" in refused.content.decode()
    attached = SimpleUploadedFile("ke-hoach.pdf", PDF, "application/pdf")
    client.post(reverse("campaigns_attach", args=[row.pk]), {"file": attached})
    done = client.post(reverse("campaigns_launch", args=[row.pk]), {"launched_on": "01/09/2026"})
    assert done["Location"] == reverse("campaigns_show", args=[row.pk])
    row.refresh_from_db()
    assert (row.state, row.launched_on, row.units.count()) == ("launched", date(2026, 9, 1), 1)


def test_indicators_are_added_changed_and_taken_out(client, at):
    sign_in(client, at.specialist)
    row = campaign(at)
    typed = {
        "name": "Tuyến phố",
        "unit": "tuyến",
        "baseline": "2",
        "target": "12,5",
        "direction": "more",
        "adding": "sum",
    }
    client.post(reverse("campaigns_indicator_add", args=[row.pk]), typed | {"once": "a"})
    client.post(reverse("campaigns_indicator_add", args=[row.pk]), typed | {"once": "a"})
    again = client.post(reverse("campaigns_indicator_add", args=[row.pk]), typed | {"once": "b"})
    assert list(again.context["form"].errors) == ["name"]
    one = row.indicators.get()
    assert float(one.target) == 12.5
    here = reverse("campaigns_indicator", args=[one.pk])
    assert client.get(here).context["form"]["name"].value() == "Tuyến phố"
    client.post(here, typed | {"target": "1.500"})
    one.refresh_from_db()
    assert float(one.target) == 1500
    client.post(reverse("campaigns_indicator_remove", args=[one.pk]))
    assert not row.indicators.exists()


def test_a_unit_is_told_and_makes_its_own_plan(client, at):
    above = launched(at)
    hearing.launched(_event(above))
    hearing.launched(_event(above))
    told = Notice.objects.filter(organisation=at.school)
    assert {notice.user_id for notice in told} == {at.officer.user_id, at.head.user_id}
    assert {notice.text.partition(":")[0] for notice in told} == {above.name}
    sign_in(client, at.officer)
    page = client.get(reverse("campaigns_show", args=[above.pk]))
    assert (page.context["reached"].organisation_id, page.context["units"]) == (at.school.pk, None)
    made = client.post(reverse("campaigns_plan", args=[above.pk]), {"once": "k"})
    own = Campaign.objects.get(above=above)
    assert made["Location"] == reverse("campaigns_write", args=[own.pk, "noi-dung"])
    assert TEXTS["aim"] in client.get(made["Location"]).content.decode()


def _event(row):
    from uuid import UUID

    from thidua.foundation.events import Event

    return Event(UUID(int=row.pk), "campaigns.launched", row.pk, {})


def test_standing_aside_on_screen(client, at):
    above = launched(at)
    sign_in(client, at.officer)
    here = reverse("campaigns_aside", args=[above.pk])
    assert list(client.post(here, {"reason": ""}).context["aside"].errors) == ["reason"]
    assert client.post(here, {"reason": "Không có tuyến phố"}).status_code == 302
    sign_in(client, at.specialist)
    [line] = client.get(reverse("campaigns_show", args=[above.pk])).context["units"]
    assert (line["unit"].reason, line["plan"]) == ("Không có tuyến phố", None)


def test_a_step_is_taken_with_its_reason(client, at):
    row = launched(at)
    sign_in(client, at.specialist)
    here = reverse("campaigns_step", args=[row.pk, "end"])
    assert client.get(here).status_code == 200
    assert list(client.post(here, {"reason": ""}).context["form"].errors) == ["reason"]
    assert client.post(here, {"reason": "Đã tổng kết"})["Location"] == reverse(
        "campaigns_show", args=[row.pk]
    )
    assert client.get(reverse("campaigns_step", args=[row.pk, "launch"])).status_code == 404
    assert [step.step for step in row.steps.order_by("pk")] == ["launched", "ended"]


def test_the_list_by_source_state_field_year_and_words(client, at):
    above = launched(at)
    own = plan(at, above)
    health = campaign(at, name="Sức khỏe cộng đồng", field_id=field(at.ward, "Y tế").pk)
    sign_in(client, at.specialist)

    def names(**asked):
        return {line["row"].pk for line in client.get(reverse("campaigns_list"), asked).context["lines"]}

    assert names() == {above.pk, health.pk}
    assert names(nguon="every") == {above.pk, own.pk, health.pk}
    assert names(nguon="own") == {above.pk, health.pk}
    assert names(nguon="below") == {own.pk}
    assert names(linh_vuc=health.field_id) == {health.pk}
    assert names(q="suc khoe") == {health.pk}
    assert names(nam=2025) == set()
    assert names(**{"trang-thai": "launched"}) == {above.pk}
    sign_in(client, at.officer)
    assert names(nguon="above") == {above.pk}


def test_the_list_in_excel(client, at):
    launched(at)
    sign_in(client, at.specialist)
    answer = client.get(reverse("campaigns_list"), {"xuat": "xlsx"})
    read = read_table(b"".join(answer.streaming_content))
    assert [row[:2] for row in read.rows] == [(DRAFT["name"], "Trật tự đô thị")]


def test_the_list_asks_the_same_number_of_queries_for_one_and_three(client, at):
    sign_in(client, at.officer)
    counts = []
    for n in (1, 2):
        for _ in range(n):
            plan(at, launched(at))
        client.get(reverse("campaigns_list"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("campaigns_list"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_catalogue_begins_grows_and_retires(client, at):
    sign_in(client, at.specialist)
    client.post(reverse("campaign_fields_begin"))
    assert Field.objects.count() == 9
    client.post(reverse("campaign_fields"), {"name": "Chuyển đổi số", "once": "k"})
    client.post(reverse("campaign_fields"), {"name": "Chuyển đổi số", "once": "k"})
    again = client.post(reverse("campaign_fields"), {"name": "chuyển đổi số", "once": "m"})
    assert list(again.context["form"].errors) == ["name"]
    one = Field.objects.get(name="Chuyển đổi số")
    client.post(reverse("campaign_fields_rename", args=[one.pk]), {"name": "Chuyển đổi số ở cơ sở"})
    client.post(reverse("campaign_fields_retire", args=[one.pk]))
    one.refresh_from_db()
    assert (one.name, one.retired_on) == ("Chuyển đổi số ở cơ sở", TODAY)
    assert client.get(reverse("campaign_fields")).status_code == 200
    sign_in(client, at.officer)
    assert client.get(reverse("campaign_fields")).status_code == 403


def test_another_office_learns_nothing(client, at):
    row, stranger = campaign(at), place()
    sign_in(client, stranger.specialist)
    assert client.get(reverse("campaigns_show", args=[row.pk])).status_code == 404
    assert client.post(reverse("campaigns_launch", args=[row.pk])).status_code == 404
    [known] = begun(at)[:1]
    assert client.get(reverse("campaign_fields_rename", args=[known.pk])).status_code == 404


def test_a_reader_reads_what_was_launched_and_writes_nothing(client, at):
    row = launched(at)
    sign_in(client, actor(at.ward, Role.INSPECTOR))
    assert client.get(reverse("campaigns_show", args=[row.pk])).status_code == 200
    assert client.get(reverse("campaigns_create")).status_code == 403
    assert client.post(reverse("campaigns_step", args=[row.pk, "end"])).status_code == 403
