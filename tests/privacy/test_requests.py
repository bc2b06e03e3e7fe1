"""Requests about personal data: entered, answered, the copy and what is never in it, how long what is kept."""

import json
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from conftest import NOW, TODAY
from factories.dossiers import graded, person, place
from factories.exemplars import PHOTO, tip
from factories.organisations import actor
from factories.oversight import receiver, sorted_letter
from factories.register import award_to, entered
from factories.signing_in import client_of
from thidua.documents.spreadsheet import read_table
from thidua.foundation.models import Export
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.exemplars.models import Tip
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Transfer
from thidua.modules.privacy import actions, own, queries
from thidua.modules.privacy.actions import CannotAnswer, RequestDraft
from thidua.modules.privacy.models import DataRequest, RequestState
from thidua.modules.privacy.parts import said
from thidua.modules.privacy.states import WORKFLOW
from thidua.modules.reports.models import Staff
from thidua.modules.suggestions.models import SetAside

pytestmark = pytest.mark.django_db
LEADS = {("received", "answer"): "answered", ("received", "refuse"): "refused"}


@pytest.fixture
def at(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    return place()


@pytest.fixture
def who(at):
    return person(at.school)


def draft(**fields):
    known = {
        "kind": "copy",
        "way": "direct",
        "asked_by": "Lê Thị Mẫu",
        "text": "Bản sao.",
        "received_on": TODAY,
    }
    return RequestDraft(**known | {"is_proven": True} | fields)


def asked(at, who, **fields):
    return actions.enter(person=who, draft=draft(**fields), actor=at.specialist, on=TODAY, now=NOW)


@pytest.mark.parametrize("state", list(RequestState))
@pytest.mark.parametrize("step", [step.name for step in WORKFLOW])
def test_every_state_and_step(at, who, state, step):
    row = asked(at, who)
    done = {} if state == "received" else {"answer": "Đã làm.", "answered_on": TODAY}
    DataRequest.objects.filter(pk=row.pk).update(state=state, **done)
    row.refresh_from_db()
    if target := LEADS.get((state, step)):
        answered = actions.answer(row=row, step=step, text="Đã gửi.", actor=at.specialist, on=TODAY)
        assert (answered.state, answered.answer) == (target, "Đã gửi.")
    else:
        with pytest.raises(Refused):
            actions.answer(row=row, step=step, text="Đã gửi.", actor=at.specialist, on=TODAY)


def test_numbers_have_no_gaps_and_are_the_unit_s_own(at, who):
    codes = [asked(at, who).code for _n in range(2)]
    with pytest.raises(CannotAnswer):
        asked(at, who, received_on=TODAY + timedelta(days=1))
    assert [*codes, asked(at, who).code] == [f"DLCN-2026-{n:03}" for n in (1, 2, 3)]


def test_a_deadline_names_its_provision(at, who):
    with pytest.raises(CannotAnswer) as refusal:
        asked(at, who, due_on=TODAY + timedelta(days=3))
    assert refusal.value.field == "due_basis"
    row = asked(at, who, due_on=TODAY + timedelta(days=3), due_basis="Quy chế của cơ quan")
    row.due_basis = ""
    with pytest.raises(IntegrityError, match="data_request_deadline_has_its_provision"):
        row.save()


def test_who_has_not_proved_who_he_is_gets_no_copy_and_no_answer(at, who):
    row = asked(at, who, is_proven=False)
    client = client_of(at.specialist)
    assert client.post(reverse("data_requests_copy", args=[row.pk])).status_code == 403
    with pytest.raises(CannotMove):
        actions.answer(row=row, step="answer", text="Đã gửi.", actor=at.specialist, on=TODAY)
    actions.answer(row=row, step="refuse", text="Không chứng minh được.", actor=at.specialist, on=TODAY)


def test_the_copy_holds_what_modules_hold_and_that_it_was_taken_is_kept(at, who):
    graded(who, at.period)
    entered(at.ward, actor(at.ward, Role.CLERK), award_to(who, "GK", 2024))
    row = asked(at, who)
    answer = client_of(at.specialist).post(reverse("data_requests_copy", args=[row.pk]))
    packed = ZipFile(BytesIO(b"".join(answer.streaming_content)))
    data = json.loads(packed.read("du-lieu-ca-nhan.json"))
    parts = {part["ten"]: part["dong"] for part in data["phan"]}
    assert parts["Thông tin cá nhân"][0]["Họ và tên"] == who.name
    assert parts["Sổ khen thưởng"][0]["Năm"] == "2024"
    assert {"Mức xếp loại", "Yêu cầu về dữ liệu cá nhân"} <= set(parts)
    first = read_table(packed.read("du-lieu-ca-nhan.xlsx"))
    assert first.rows[0][0] == who.name
    kept = Export.objects.get(table="personal_data")
    assert (row.code in kept.title, kept.n_rows) == (True, sum(map(len, parts.values())))


def test_every_column_has_a_name_that_people_read(at, who):
    graded(who, at.period)
    Transfer.objects.create(person=who, source=at.school, target=at.ward, on=TODAY)
    Staff.objects.create(person=who, organisation=at.school, education="master", since=TODAY)
    SetAside.objects.create(person=who, organisation=at.school, year=2026, reason="Đã có", said_on=TODAY)
    asked(at, who)
    with translation.override("vi"):
        titles = {column for part in own.everything(who) for column in part.columns}
        parts = {part.title for part in own.everything(who)}
    assert {"Đơn vị", "Kỳ đánh giá", "Trạng thái", "Chuyển từ", "Chuyển đến"} <= titles
    assert {"Người làm công tác thi đua, khen thưởng", "Không đề nghị lần này"} <= parts
    assert not {title for title in titles if title.isascii()}


def test_an_hour_is_told_as_the_day_in_vietnam():
    assert said(datetime(2026, 11, 23, 18, 30, tzinfo=UTC)) == "24/11/2026"


def test_what_others_said_in_confidence_is_not_in_it(at, who):
    sorted_letter(at, receiver(at), who)
    words = json.dumps([(part.title, part.rows) for part in own.everything(who)], ensure_ascii=False)
    assert "ĐT-" not in words
    assert "tố cáo" not in words.casefold()


def test_the_unit_s_officer_another_ward_and_the_clerk_see_nothing(at, who):
    row = asked(at, who)
    for stranger in (at.officer, at.head, place().specialist, actor(at.ward, Role.CLERK)):
        assert not queries.visible_to(stranger).filter(pk=row.pk).exists()
    assert queries.visible_to(actor(at.ward, Role.INSPECTOR)).filter(pk=row.pk).exists()
    with pytest.raises(Refused):
        actions.enter(person=who, draft=draft(), actor=at.officer, on=TODAY, now=NOW)


def test_from_the_page_of_the_person_to_the_answer(at, who):
    client = client_of(at.specialist)
    here = reverse("data_requests_create", args=[who.pk])
    assert here in client.get(reverse("people_show", args=[who.pk])).content.decode()
    typed = {
        "kind": "correction",
        "way": "direct",
        "asked_by": who.name,
        "received_on": "",
        "text": "Sai ngày sinh.",
    }
    again = client.post(here, typed | {"once": "k"}).content.decode()
    assert "Sai ngày sinh." in again
    made = client.post(here, typed | {"once": "k", "received_on": f"{TODAY:%d/%m/%Y}", "is_proven": "on"})
    row = DataRequest.objects.get()
    assert made["Location"] == reverse("data_requests_show", args=[row.pk])
    client.post(
        reverse("data_requests_change", args=[row.pk]),
        typed | {"received_on": "01/11/2026", "is_proven": "on"},
    )
    client.post(reverse("data_requests_answer", args=[row.pk, "answer"]), {"answer": "Đã sửa."})
    row.refresh_from_db()
    assert (row.state, row.received_on, row.answer) == ("answered", date(2026, 11, 1), "Đã sửa.")
    assert "Đã sửa." in client.get(made["Location"]).content.decode()
    assert client.get(reverse("data_requests_change", args=[row.pk])).status_code == 403


def test_how_long_what_is_kept_is_said_with_what_is_past_its_time(at):
    told = tip(at, photo=PHOTO, shows_child=True)
    Tip.objects.filter(pk=told.pk).update(deed_on=date(2026, 1, 1), told_on=date(2026, 1, 2))
    page = client_of(at.officer).get(reverse("data_requests_rules"))
    assert [rule.n_due for rule in page.context["rules"]] == [1, 0, 0]


def test_the_list_asks_the_same_number_of_queries_for_one_and_three(at, who):
    client, counts = client_of(at.specialist), []
    for _n in range(2):
        asked(at, who)
        client.get(reverse("data_requests_list"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("data_requests_list"))
        counts.append(len(captured))
        asked(at, who)
    assert counts[0] == counts[1]
