"""From drawing up to sending; what is sent stays; what is due; tables that are kept."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.cache import cache
from django.db import IntegrityError
from django.urls import reverse
from python_calamine import CalamineWorkbook

from conftest import NOW, TODAY
from factories.dossiers import person, place
from factories.organisations import WardFactory, actor
from factories.register import BASIS, award_to, entered
from factories.signing_in import client_of
from thidua.foundation.models import Export
from thidua.foundation.permissions import Refused
from thidua.modules.organisations.api import Role, rebuild_closure
from thidua.modules.organisations.models import OrganisationPeriod
from thidua.modules.reports import actions, queries
from thidua.modules.reports.counting import ALL
from thidua.modules.reports.definitions import Definition, shipped
from thidua.modules.reports.letters import report_letter
from thidua.modules.reports.models import Report, SavedTable
from thidua.modules.reports.periods import span

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def drawn(at, slug="DK01", name="2026"):
    return actions.draw_up(
        organisation=at.ward, form=shipped()[slug], span=span(name), actor=at.specialist, now=NOW
    )


def sent(at, **values):
    row = drawn(at, **values)
    actions.step(report=row, name="submit", actor=at.specialist, now=NOW)
    return actions.step(report=row, name="send", actor=actor(at.ward, Role.LEADER), now=NOW)


def test_what_is_sent_stays_while_the_records_go_on(at):
    [first] = entered(at.ward, at.specialist, award_to(person(at.school)))
    row = sent(at)
    entered(at.ward, at.specialist, award_to(person(at.school, "Người Sau")))
    row.refresh_from_db()
    kept, now = queries.sent_of(row), queries.now_of(row, TODAY)
    assert (kept.at(ALL, ALL), now.at(ALL, ALL), row.ids) == (1, 2, [first.pk])
    assert row.sha256 == kept.digest()
    page = client_of(at.specialist).get(reverse("reports_show", args=[row.pk]))
    assert [(one[4], one[5]) for one in page.context["changed"] if one[:2] == (ALL, ALL)] == [(1, 2)]
    behind = client_of(at.specialist).get(reverse("reports_cell", args=[row.pk]), {"hang": "", "cot": ""})
    assert [was_there for _line, was_there in behind.context["lines"]] == [True, False]


def test_a_new_version_takes_the_place_once(at):
    row = sent(at)
    newer = actions.replace(report=row, actor=at.specialist, now=NOW)
    assert (newer.version, newer.replaces_id, newer.state) == (2, row.pk, "draft")
    with pytest.raises(Refused, match="newer version"):
        actions.replace(report=row, actor=at.specialist, now=NOW)


def test_the_desk_draws_up_and_the_leader_sends(at):
    row = drawn(at)
    leader = actor(at.ward, Role.LEADER)
    actions.step(report=row, name="submit", actor=at.specialist, now=NOW)
    with pytest.raises(Refused):
        actions.step(report=row, name="send", actor=at.specialist, now=NOW)
    with pytest.raises(actions.CannotReport, match="Give the reason"):
        actions.step(report=row, name="hand_back", actor=leader, now=NOW)
    back = actions.step(report=row, name="hand_back", actor=leader, now=NOW, reason="Thiếu thuyết minh")
    assert (back.state, back.last_remark) == ("draft", "Thiếu thuyết minh")


def test_one_report_of_a_form_and_a_period(at):
    drawn(at)
    with pytest.raises(actions.CannotReport, match="such a report already"):
        drawn(at)
    with pytest.raises(actions.CannotReport, match="since 23/03/2023"):
        drawn(at, slug="0603", name="2022")


def test_the_database_keeps_what_is_sent_with_its_digest(at):
    row = drawn(at)
    with pytest.raises(IntegrityError, match="report_sent_is_locked"):
        Report.objects.filter(pk=row.pk).update(state="sent")


def test_a_higher_body_reads_what_was_sent_and_nothing_else(at):
    draft = drawn(at, name="2026-11")
    done = sent(at)
    above = actor(at.ward.parent or at.ward, Role.SPECIALIST)
    stranger = place()
    assert set(queries.visible_to(at.specialist)) == {draft, done}
    assert not queries.visible_to(stranger.specialist).exists()
    assert done in queries.visible_to(above)


def test_what_is_due_stands_until_it_is_sent(at):
    values = {"cadence": "year", "n_days": -16, "basis": "Công văn 12/SNV"}
    actions.ask_for(form=shipped()["DK01"], values=values, actor=at.specialist, now=NOW)
    [one] = queries.due(at.school.pk, TODAY)
    assert (one.span.name, one.on, one.basis) == ("2026", date(2026, 12, 15), "Công văn 12/SNV")
    assert [due.span.name for due in queries.due(at.ward.pk, TODAY)] == ["2026"]
    sent(at)
    assert queries.due(at.ward.pk, TODAY) == []
    assert len(queries.due(at.school.pk, TODAY)) == 1


def test_due_by_month_since_it_was_asked_for(at):
    values = {"cadence": "month", "n_days": 5, "basis": "Công văn 12/SNV"}
    actions.ask_for(form=shipped()["DK01"], values=values, actor=at.specialist, now=NOW)
    assert [one.span.name for one in queries.due(at.ward.pk, TODAY)] == ["2026-10", "2026-11", "2026-12"]


def test_the_sheet_has_the_forms_own_heads(at):
    entered(at.ward, at.specialist, award_to(person(at.school, position="direct_worker")))
    row = sent(at)
    answer = client_of(at.specialist).get(reverse("reports_show", args=[row.pk]), {"xuat": "xlsx"})
    [sheet] = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content))).sheet_names
    answer = client_of(at.specialist).get(reverse("reports_show", args=[row.pk]), {"xuat": "xlsx"})
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_name(sheet).to_python()
    assert rows[1][0] == "Kết quả khen thưởng trong kỳ"
    assert rows[4][:3] == ["Danh hiệu, hình thức", "Tổng số", "Tập thể, cá nhân"]
    assert rows[5][2] == "tập thể"
    assert rows[6][:2] == ["Tổng số", 1]
    assert Export.objects.filter(table="reports").count() == 2


def test_the_paper_has_a_table_for_each_band(at):
    entered(at.ward, at.specialist, award_to(person(at.school)))
    row = sent(at)
    letter = report_letter(row, None, TODAY)
    assert [part.heading for part in letter.parts if part.table] == [
        "1. Tập thể, cá nhân",
        "2. Giới tính",
        "3. Loại hình khen thưởng",
    ]
    assert letter.parts[1].table.rows[-1][:2] == ("Tổng số", "1")
    drawn_paper = actions.draw_paper(report=row, signer=None, actor=at.specialist, now=NOW)
    assert drawn_paper.title == "Kết quả khen thưởng trong kỳ, 2026"


def test_a_table_of_the_moment_is_counted_kept_and_shared(at):
    entered(at.ward, at.specialist, award_to(person(at.school)))
    client = client_of(at.specialist)
    asked = {"source": "awards", "rows": "unit", "bands": ["sex"], "span": "2026"}
    page = client.get(reverse("reports_build"), asked)
    assert [line.cells[0].n for line in page.context["lines"]] == [1, 1]
    client.post(
        f"{reverse('reports_keep')}?{page.context['address']}", {"title": "Theo đơn vị", "is_shared": "on"}
    )
    row = SavedTable.objects.get()
    assert Definition.from_json(row.definition) == Definition("awards", "unit", ("sex",))
    assert [one.pk for one in queries.tables_visible_to(actor(at.ward, Role.LEADER))] == [row.pk]
    assert not queries.tables_visible_to(at.officer).exists()
    with pytest.raises(Refused, match="Only who saved it"):
        actions.drop(table=row, actor=actor(at.ward, Role.SPECIALIST))


@pytest.mark.parametrize("asked", [{"rows": "khac"}, {"span": "2026-13", "rows": "unit"}, {"source": "x"}])
def test_an_odd_question_is_answered_with_the_form(at, asked):
    assert client_of(at.specialist).get(reverse("reports_build"), asked).status_code == 200


def test_drawn_up_on_screen(at):
    client = client_of(at.specialist)
    refused = client.post(reverse("reports_new"), {"form": "0603", "span": "2026-11"})
    assert list(refused.context["form"].errors) == ["span"]
    done = client.post(reverse("reports_new"), {"form": "DK01", "span": "2026-11"})
    row = Report.objects.get()
    assert done["Location"] == reverse("reports_show", args=[row.pk])
    client.post(reverse("reports_note", args=[row.pk]), {"note": "Số liệu đến ngày 23"})
    client.post(reverse("reports_step", args=[row.pk, "submit"]))
    row.refresh_from_db()
    assert (row.note, row.state) == ("Số liệu đến ngày 23", "at_leader")
    with time_machine.travel(NOW + timedelta(minutes=1)):
        assert client.get(reverse("reports_list")).status_code == 200


def test_a_table_by_the_units_of_that_time(at):
    """The school stood under another ward until the two levels came."""
    former = WardFactory(parent=None)
    OrganisationPeriod.objects.filter(organisation=at.school).update(since=date(2025, 7, 1))
    OrganisationPeriod.objects.create(
        organisation=at.school, name="Trường cũ", kind=at.school.kind, code="C1", parent=former,
        since=date(2000, 1, 1), until=date(2025, 7, 1),
    )  # fmt: skip
    rebuild_closure([at.school.pk])
    basis = replace(BASIS, decided_on=date(2024, 12, 20))
    entered(at.ward, actor(at.ward, Role.CLERK), award_to(person(at.school), "GK", 2024), basis=basis)
    asked = {"source": "awards", "rows": "unit_then", "bands": ["sex"], "span": "2024"}

    def total(who, structure):
        page = client_of(who).get(reverse("reports_build"), asked | {"structure": structure})
        return page.context["figures"].at(ALL, ALL)

    theirs = actor(former, Role.SPECIALIST)
    assert [total(at.specialist, one) for one in ("now", "then")] == [1, 0]
    assert [total(theirs, one) for one in ("now", "then")] == [0, 1]


@pytest.mark.parametrize("source", ["awards", "campaigns", "staff"])
def test_each_source_begins_with_a_table(at, source):
    page = client_of(at.specialist).get(reverse("reports_build"), {"source": source})
    assert page.context["figures"] is not None
