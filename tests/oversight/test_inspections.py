"""Inspections: checklist from the law, sample by a seed, findings, conclusion, follow-up; records gathered."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.decisions import in_force
from factories.dossiers import place, sent
from factories.fund import desk, paid
from factories.organisations import actor
from factories.oversight import examined, inspected, inspection, running
from thidua.documents.spreadsheet import read_table
from thidua.foundation.models import Export
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.kernel.hashing import sha256
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Role
from thidua.modules.oversight import accounts, actions, queries
from thidua.modules.oversight.actions import FindingDraft, InspectionDraft
from thidua.modules.oversight.gathering import Asked
from thidua.modules.oversight.models import (
    Inspection,
    InspectionFinding,
    InspectionPlan,
    InspectionState,
    Shortcoming,
)
from thidua.modules.oversight.sampling import drawn
from thidua.modules.oversight.states import INSPECTION
from thidua.modules.papers.models import Paper

pytestmark = pytest.mark.django_db
WHEN = {"on": TODAY, "now": NOW}


@pytest.fixture
def at():
    return place()


def finding(at, row, **fields):
    known = {
        "kind": "papers",
        "text": "Một hồ sơ thiếu biên bản bình xét.",
        "recommendation": "Bổ sung biên bản, rút kinh nghiệm.",
        "due_on": date(2026, 12, 20),
    }
    draft = FindingDraft(**(known | fields))
    return actions.add_finding(inspection=row, draft=draft, actor=at.specialist)


def test_the_sample_is_drawn_again_by_its_seed():
    assert drawn("2026-1", range(1, 101), 5) == [22, 76, 99, 91, 75]
    assert drawn("2026-1", reversed(range(1, 101)), 5) == drawn("2026-1", range(1, 101), 5)
    assert drawn("2026-2", range(1, 101), 5) != drawn("2026-1", range(1, 101), 5)
    # One more dossier moves at most one place of the sample.
    assert len(set(drawn("2026-1", range(1, 102), 5)) - set(drawn("2026-1", range(1, 101), 5))) <= 1
    assert drawn("2026-1", [3], 5) == [3]


def test_the_stored_seed_gives_the_stored_sample(at):
    for _ in range(3):
        sent(at)
    row = inspection(at, n_sampled=2)
    stored = list(row.sample.order_by("place").values_list("dossier", flat=True))
    assert stored == drawn(row.seed, actions.candidates_of(row), 2)


def test_the_checklist_comes_from_the_law_with_its_articles(at):
    sent(at, "LDTT")
    items = {item.code: item for item in inspection(at).items.all()}
    assert "84" in items["archive"].cite
    assert any(code.startswith("paper:LDTT:individual:") for code in items)
    assert any(code.startswith("campaign:") for code in items)
    assert all(item.cite and item.confidence for item in items.values())


def test_made_again_until_the_work_begins(at):
    row = inspection(at)
    assert not row.sample.exists()
    sent(at)
    draft = InspectionDraft(
        organisation=at.school, kind="inspection", title="Bình xét", team="Trưởng đoàn",
        since=date(2026, 1, 1), until=date(2027, 1, 1), begins_on=TODAY, ends_on=TODAY,
    )  # fmt: skip
    row = actions.change_inspection(row=row, draft=draft, version=0, actor=at.specialist)
    assert row.sample.count() == 1
    row = inspected(at, row, "begin")
    with pytest.raises(Refused):
        actions.change_inspection(row=row, draft=draft, version=1, actor=at.specialist)


def test_from_the_plan_to_the_end_of_the_follow_up(at):
    sent(at)
    row = running(at)
    with pytest.raises(CannotMove):
        inspected(at, row, "conclude")
    finding(at, row)
    finding(at, row, kind="time", recommendation="", due_on=None)
    row = inspected(at, examined(at, row), "conclude")
    [owed] = Shortcoming.objects.all()
    assert (owed.organisation, owed.due_on, owed.finding.inspection) == (at.school, date(2026, 12, 20), row)
    with pytest.raises(CannotMove):
        inspected(at, row, "follow_up")
    actions.attach(row=owed, label="", link="https://example.vn/bb", actor=at.head, now=NOW)
    actions.step_shortcoming(row=owed, step="close", reason="Đủ.", actor=at.specialist, **WHEN)
    assert inspected(at, row, "follow_up").state == "followed_up"


LEADS = {(source, one.name): one.target for one in INSPECTION for source in one.source}


@pytest.mark.parametrize("state", InspectionState.values)
def test_steps_lead_on_from_their_states_only(at, state):
    for one in INSPECTION:
        row = examined(at, running(at))
        Inspection.objects.filter(pk=row.pk).update(state=state)
        if target := LEADS.get((state, one.name)):
            assert inspected(at, row, one.name).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                inspected(at, row, one.name)


def test_the_unit_reads_what_was_found_once_it_is_concluded(at):
    row = running(at)
    finding(at, row)
    assert list(queries.inspections_visible_to(at.officer)) == [row]
    assert not queries.reads_findings(at.officer, row)
    row = inspected(at, examined(at, row), "conclude")
    assert queries.reads_findings(at.officer, row)
    assert not queries.inspections_visible_to(place().officer).exists()


def test_a_unit_inspects_itself_and_nobody_else(at):
    said = {
        "title": "Tự kiểm tra hồ sơ", "since": date(2026, 1, 1), "until": date(2027, 1, 1),
        "begins_on": TODAY, "ends_on": TODAY,
    }  # fmt: skip
    own = InspectionDraft(organisation=at.school, kind="self", **said)
    row = actions.plan_inspection(body=at.school, draft=own, actor=at.officer, **WHEN)
    assert (row.plan, queries.reads_findings(at.officer, row)) == (None, True)
    other = InspectionDraft(organisation=at.school, kind="inspection", **said)
    with pytest.raises(Refused):
        actions.plan_inspection(body=at.school, draft=other, actor=at.officer, **WHEN)
    with pytest.raises(Refused):
        actions.plan_inspection(
            body=at.ward,
            draft=InspectionDraft(organisation=place().school, kind="inspection", **said),
            actor=at.specialist,
            **WHEN,
        )


def test_what_is_found_again_and_again(at):
    for _ in range(2):
        row = running(at)
        finding(at, row)
        inspected(at, examined(at, row), "conclude")
    assert queries.repeated(at.specialist) == [(at.school.name, "papers of the dossier", 2)]
    assert queries.repeated(place().specialist) == []


@pytest.mark.parametrize(
    ("field", "value"), [("title", " "), ("until", date(2026, 1, 1)), ("ends_on", date(2026, 11, 1))]
)
def test_what_is_typed_is_complete(at, field, value):
    with pytest.raises(actions.CannotInspect):
        inspection(at, **{field: value})


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def test_the_screens_from_plan_to_paper(client, at):
    sent(at)
    sign_in(client, at.specialist)
    typed = {
        "organisation": at.school.pk,
        "kind": "inspection",
        "title": "Bình xét, đề nghị khen thưởng",
        "since": "01/01/2026",
        "last_on": "01/01/2025",
        "begins_on": "23/11/2026",
        "ends_on": "24/11/2026",
        "n_sampled": 3,
        "once": "k",
    }
    wrong = client.post(reverse("inspections_create"), typed)
    assert list(wrong.context["form"].errors) == ["last_on"]
    client.post(reverse("inspections_create"), typed | {"last_on": "31/12/2026"})
    row = Inspection.objects.get()
    here = reverse("inspections_show", args=[row.pk])
    assert client.get(reverse("inspections_step", args=[row.pk, "begin"])).context["lacks"]
    named = typed | {"last_on": "31/12/2026", "team": "Trưởng đoàn", "version": 0}
    client.post(reverse("inspections_change", args=[row.pk]), named)
    client.post(reverse("inspections_step", args=[row.pk, "begin"]), {})
    for name, rows in (("inspections_examine", row.items.all()), ("inspections_read", row.sample.all())):
        for one in rows:
            client.post(reverse(name, args=[one.pk]), {"result": "met"})
    client.post(reverse("inspections_examine", args=[row.items.first().pk]), {"result": "not_met"})
    assert row.items.first().result == "met"
    wrong = client.post(reverse("inspections_find", args=[row.pk]), {"kind": "papers", "text": ""})
    assert wrong.context["finding_form"].errors
    client.post(
        reverse("inspections_find", args=[row.pk]),
        {"kind": "papers", "text": "Thiếu biên bản", "recommendation": "Bổ sung", "due_on": "20/12/2026"},
    )
    client.post(reverse("inspections_find", args=[row.pk]), {"kind": "time", "text": "Gửi nhầm"})
    client.post(reverse("inspections_drop", args=[InspectionFinding.objects.latest("pk").pk]))
    client.post(
        reverse("inspections_conclude", args=[row.pk]),
        {"conclusion": "Cơ bản đúng.", "number": "05/KL-UBND", "concluded_on": "24/11/2026"},
    )
    client.post(reverse("inspections_step", args=[row.pk, "conclude"]), {})
    client.post(reverse("inspections_paper", args=[row.pk]))
    assert Paper.objects.filter(kind="inspection_conclusion").count() == 1
    sign_in(client, at.head)
    assert "Thiếu biên bản" in client.get(here).content.decode()
    paper = Paper.objects.get(kind="inspection_conclusion")
    answer = client.get(reverse("files_download", args=[paper.pdf_id]))
    assert b"".join(answer.streaming_content)[:4] == b"%PDF"


def test_the_yearly_plan_as_a_paper(client, at):
    inspection(at)
    sign_in(client, at.specialist)
    plan = InspectionPlan.objects.get()
    here = reverse("inspections_plan", args=[plan.pk])
    typed = {"aim": "Chấn chỉnh", "carrying_out": "", "number": "03/KH-UBND", "version": 0}
    assert "issued_on" in client.post(here, typed).context["form"].errors
    client.post(here, typed | {"issued_on": "05/01/2026"})
    assert len(client.post(here, typed | {"aim": "Khác", "issued_on": "05/01/2026"}).context["conflict"]) == 1
    client.post(reverse("inspections_plan_paper", args=[plan.pk]))
    assert Paper.objects.filter(kind="inspection_plan").count() == 1


def test_the_records_of_a_period_in_one_file(client, at):
    in_force(at)
    sign_in(client, at.specialist)
    here = reverse("inspections_gather")
    assert client.post(here, {"since": "hôm qua", "last_on": "31/12/2026"}).context["form"].errors
    answer = client.post(here, {"since": "01/01/2026", "last_on": "31/12/2026"})
    archive = zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content)))
    names = archive.namelist()
    assert [name for name in names if name.startswith("3. Quyết định khen thưởng/")]
    book = read_table(archive.read("4. Sổ khen thưởng/so-khen-thuong.xlsx"))
    assert len(book.rows) == 1
    index = read_table(archive.read("0. Mục lục.xlsx"))
    assert {row[0]: row[1] for row in index.rows} == {
        name: sha256(archive.read(name)) for name in names if name != "0. Mục lục.xlsx"
    }
    assert Export.objects.get(table="inspection_records").n_rows == len(index.rows)
    empty = client.post(here, {"since": "01/01/2020", "last_on": "31/12/2020"})
    assert len(zipfile.ZipFile(BytesIO(b"".join(empty.streaming_content))).namelist()) == 7


def test_the_accounts_of_a_period_are_in_that_file(at):
    paid(desk(at))
    asked = Asked(at.ward, date(2026, 1, 1), date(2027, 1, 1), TODAY)
    found = {
        name: [[str(one) for one in row] for row in rows] for name, _heads, rows in accounts.sheets(asked)
    }
    assert set(found) == {"tong-hop-nam-2026", "so-quy", "danh-sach-chi-thuong", "tam-ung"}
    [line] = found["danh-sach-chi-thuong"]
    year = found["tong-hop-nam-2026"]
    assert year[-1][3] == line[6]
    assert {(row[0], row[4]) for row in found["so-quy"]} >= {(at.ward.name, line[6])}
    before = Asked(at.ward, date(2025, 1, 1), date(2026, 1, 1), TODAY)
    assert all(not list(rows) for _name, _heads, rows in accounts.sheets(before))


def test_others_do_not_take_the_records_out(client, at):
    sign_in(client, actor(at.ward, Role.EDITOR))
    assert client.get(reverse("inspections_gather")).status_code == 403


def test_the_list_costs_the_same_for_any_number(client, at):
    inspection(at)
    sign_in(client, at.specialist)
    here = reverse("inspections_list")

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(here).status_code == 200
        return len(captured)

    n_queries()
    one = n_queries()
    inspection(at)
    inspection(at)
    assert n_queries() == one
    assert len(read_table(b"".join(client.get(here, {"xuat": "xlsx"}).streaming_content)).rows) == 3
