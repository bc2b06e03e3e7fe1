import uuid
from datetime import date

import pytest

from conftest import NOW, TODAY
from factories.appraisal import candidate, dossier, person, school_of
from factories.organisations import actor
from thidua.foundation.events import Event
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.appraisal import actions, hearing, queries
from thidua.modules.appraisal.models import Appraisal, AppraisalState, CheckResult, Finding
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import CandidateState, DossierState
from thidua.modules.organisations.api import working_calendar

pytestmark = pytest.mark.django_db
BASIS = "Quyết định 638/QĐ-BNV"


@pytest.fixture
def file():
    made = dossier(school_of())
    candidate(made, person(made.organisation), "LDTT")
    return made


@pytest.fixture
def desk(file):
    return actor(file.receiver, "specialist")


def received(file, desk, on: date = TODAY, n_days: int = 20) -> Appraisal:
    return actions.receive(dossier=file, n_days=n_days, days_basis=BASIS, actor=desk, on=on, now=NOW)


def met(appraisal, desk) -> None:
    for row in [*appraisal.dossier.candidates.all(), None]:
        actions.examine_rest(appraisal=appraisal, candidate=row, actor=desk)


def news(name: str, file, on: date) -> Event:
    return Event(uuid.uuid4(), name, file.pk, {"on": on.isoformat(), "reason": "Thiếu báo cáo thành tích"})


def test_receiving_starts_the_clock_and_lists_what_to_examine(file, desk):
    appraisal = received(file, desk)
    file.refresh_from_db()
    assert file.state == DossierState.APPRAISAL
    assert (appraisal.state, appraisal.received_on, appraisal.n_days) == (AppraisalState.OPEN, TODAY, 20)
    assert appraisal.due_on == date(2026, 12, 21)
    one = file.candidates.get()
    codes = set(appraisal.items.filter(candidate=one).values_list("code", flat=True))
    assert "paper:bao_cao" in codes
    assert any(code.startswith("law") for code in codes)
    assert appraisal.items.filter(candidate__isnull=True, code="paper:bien_ban").count() == 1
    unknown = appraisal.items.filter(candidate=one, law_says="unknown").first()
    assert unknown.fact.startswith("Còn thiếu: ")


def test_the_clock_needs_its_rule(file, desk):
    with pytest.raises(actions.CannotReceive):
        actions.receive(dossier=file, n_days=10, days_basis=" ", actor=desk, on=TODAY, now=NOW)
    file.refresh_from_db()
    assert file.state == DossierState.SENT


def test_only_the_receiving_desk_receives(file):
    with pytest.raises(Refused):
        received(file, actor(file.organisation, "specialist"))
    with pytest.raises(Refused):
        received(file, actor(file.receiver, "unit_officer"))


def test_a_return_stops_the_clock_and_a_resubmission_starts_it(file, desk):
    appraisal = received(file, desk, on=date(2026, 11, 2), n_days=10)
    dossiers.move(
        dossier=file, step="return", actor=desk, on=date(2026, 11, 4), now=NOW, reason="Thiếu báo cáo"
    )
    hearing.dossier_returned(news("dossiers.returned", file, date(2026, 11, 4)))
    appraisal.refresh_from_db()
    assert (appraisal.state, appraisal.due_on) == (AppraisalState.WAITING, None)
    assert queries.reading_of(appraisal, on=TODAY).n_left == 8
    hearing.dossier_sent(news("dossiers.sent", file, date(2026, 11, 10)))
    appraisal.refresh_from_db()
    assert (appraisal.state, appraisal.due_on) == (AppraisalState.OPEN, date(2026, 11, 20))
    assert [(row.since, row.until) for row in appraisal.pauses.all()] == [
        (date(2026, 11, 4), date(2026, 11, 10))
    ]


def test_news_heard_twice_changes_nothing(file, desk):
    appraisal = received(file, desk)
    for _ in range(2):
        hearing.dossier_returned(news("dossiers.returned", file, TODAY))
    assert appraisal.pauses.count() == 1


def test_receiving_again_goes_on_even_before_the_news_is_heard(file, desk):
    appraisal = received(file, desk, on=date(2026, 11, 2))
    dossiers.move(
        dossier=file, step="return", actor=desk, on=date(2026, 11, 4), now=NOW, reason="Thiếu báo cáo"
    )
    hearing.dossier_returned(news("dossiers.returned", file, date(2026, 11, 4)))
    type(file).objects.filter(pk=file.pk).update(state=DossierState.SENT, sent_on=date(2026, 11, 10))
    file.refresh_from_db()
    again = received(file, desk)
    assert (again.pk, again.state) == (appraisal.pk, AppraisalState.OPEN)
    assert again.pauses.get().until == date(2026, 11, 10)


def test_an_unexamined_candidate_is_not_put_forward(file, desk):
    appraisal, one = received(file, desk), file.candidates.get()
    with pytest.raises(actions.CannotConclude, match="Examine every item"):
        actions.conclude_candidate(
            appraisal=appraisal, candidate=one, finding=Finding.PUT_FORWARD, reason="", actor=desk
        )


def test_against_a_finding_a_reason_is_asked(file, desk):
    appraisal, one = received(file, desk), file.candidates.get()
    met(appraisal, desk)
    item = appraisal.items.filter(candidate=one).first()
    actions.examine(item=item, result=CheckResult.NOT_MET, note="Chưa có xếp loại", actor=desk)
    put = {"appraisal": appraisal, "candidate": one, "finding": Finding.PUT_FORWARD, "actor": desk}
    with pytest.raises(actions.CannotConclude, match="not met"):
        actions.conclude_candidate(reason="", **put)
    row = actions.conclude_candidate(reason="Xếp loại đã có tại thông báo số 12", **put)
    assert row.finding == Finding.PUT_FORWARD


def test_conclusion(file, desk):
    other = candidate(file, person(file.organisation, "Lê Văn Bình"), "LDTT")
    appraisal = received(file, desk)
    met(appraisal, desk)
    first = file.candidates.first()
    actions.conclude_candidate(
        appraisal=appraisal, candidate=first, finding=Finding.PUT_FORWARD, reason="", actor=desk
    )
    with pytest.raises(CannotMove, match="1 candidate has no conclusion"):
        actions.conclude(appraisal=appraisal, conclusion="Đủ điều kiện", actor=desk, on=TODAY, now=NOW)
    actions.conclude_candidate(
        appraisal=appraisal,
        candidate=other,
        finding=Finding.NOT_PUT_FORWARD,
        reason="Nghỉ 3 tháng",
        actor=desk,
    )
    actions.conclude(appraisal=appraisal, conclusion="Trình Hội đồng", actor=desk, on=TODAY, now=NOW)
    for row in (first, other, file, appraisal):
        row.refresh_from_db()
    assert (first.state, other.state) == (CandidateState.AGREED, CandidateState.NOT_AGREED)
    assert other.outcome_reason == "Nghỉ 3 tháng"
    assert (file.state, appraisal.state) == (DossierState.APPRAISED, AppraisalState.CONCLUDED)
    assert appraisal.concluded_on == TODAY


def test_a_conclusion_may_be_reopened_before_the_council(file, desk):
    appraisal = received(file, desk)
    met(appraisal, desk)
    actions.conclude_candidate(
        appraisal=appraisal,
        candidate=file.candidates.get(),
        finding=Finding.PUT_FORWARD,
        reason="",
        actor=desk,
    )
    actions.conclude(appraisal=appraisal, conclusion="Trình Hội đồng", actor=desk, on=TODAY, now=NOW)
    actions.reopen(appraisal=appraisal, reason="Có đơn", actor=desk, on=TODAY, now=NOW)
    file.refresh_from_db()
    assert (appraisal.state, file.state) == (AppraisalState.OPEN, DossierState.APPRAISAL)


def counts(somebody, on):
    return queries.counts(somebody, queries.filters(somebody, on, working_calendar()))


def test_assigning(file, desk):
    appraisal = received(file, desk)
    colleague = actor(file.receiver, "specialist")
    user = queries.specialists_of(file.receiver_id, TODAY).get(pk=colleague.user_id)
    actions.assign(appraisal=appraisal, assignee=user, actor=desk, on=TODAY)
    assert counts(colleague, TODAY)["mine"] == 1
    assert counts(desk, TODAY)["mine"] == 0
    outsider = actor(file.organisation, "unit_officer")
    with pytest.raises(actions.CannotAssign):
        actions.assign(
            appraisal=appraisal,
            assignee=type(user).objects.get(pk=outsider.user_id),
            actor=desk,
            on=TODAY,
        )


def test_counters(file, desk):
    received(file, desk, on=date(2026, 11, 2), n_days=10)
    found = counts(desk, TODAY)
    assert {name: n for name, n in found.items() if n} == {"open": 1, "unassigned": 1, "overdue": 1}
    assert counts(desk, date(2026, 11, 12))["soon"] == 1


def test_another_ward_sees_nothing(file, desk):
    received(file, desk)
    other = actor(school_of().parent, "specialist")
    assert list(queries.visible_to(other)) == []
    assert queries.visible_to(desk).count() == 1


def test_notes_stay_when_the_checklist_is_made_anew(file, desk):
    appraisal = received(file, desk)
    item = appraisal.items.get(code="paper:bien_ban")
    actions.examine(item=item, result=CheckResult.MET, note="Biên bản ngày 29/5", actor=desk)
    actions.refresh_checklist(appraisal=appraisal, actor=desk, on=TODAY)
    item.refresh_from_db()
    assert (item.result, item.note) == (CheckResult.MET, "Biên bản ngày 29/5")


@pytest.mark.parametrize("n_files", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(file, desk, n_files, django_assert_num_queries):
    for _ in range(n_files):
        row = dossier(file.organisation)
        candidate(row, person(row.organisation), "LDTT")
        received(row, desk)
    with django_assert_num_queries(3):
        rows = list(queries.visible_to(desk).prefetch_related("pauses"))
        found = queries.readings(rows, on=TODAY, calendar=working_calendar())
    assert len(found) == n_files
