"""The board: each mark, its rank, who sees which unit; saying “không có”; reminders."""

from datetime import date, datetime

import pytest

from conftest import NOW, TODAY
from factories.dossiers import person, place
from factories.exemplars import draft, tip, verified
from factories.organisations import OrganisationFactory, actor
from factories.register import BASIS, award_to, entered
from thidua.foundation.permissions import Refused
from thidua.kernel.days import VIETNAM
from thidua.modules.dossiers.models import Dossier
from thidua.modules.duty import actions, provides, queries
from thidua.modules.duty.actions import CannotSay
from thidua.modules.duty.behind import year_of
from thidua.modules.duty.models import EmptyMonth
from thidua.modules.duty.parts import Mark
from thidua.modules.exemplars.actions import exemplars, telling, triage
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role, system
from thidua.modules.organisations.models import Kind
from thidua.modules.register.api import revoke

pytestmark = pytest.mark.django_db
NOVEMBER = 11


@pytest.fixture
def at():
    return place()


def marks(unit, month=NOVEMBER):
    [line] = queries.lines([unit], 2026, TODAY)
    found = line.months[month - 1]
    return found and (found.own, found.upward)


def sent(at, **fields):
    values = {
        "code": f"H{Dossier.objects.count()}",
        "title": "Khen thưởng đột xuất cô Hà",
        "organisation": at.school,
        "receiver": at.ward,
        "ground": "sudden",
        "deed_on": date(2026, 11, 2),
        "state": "sent",
        "approved_on": date(2026, 11, 5),
        "sent_on": date(2026, 11, 5),
        "made_at": NOW,
        "changed_at": NOW,
        "search": "",
    }
    return Dossier.objects.create(**(values | fields))


def none(at, *sides, month=date(2026, 11, 1), reason="Tháng tập trung thi học kỳ"):
    actions.say_none(
        organisation=at.school, month=month, sides=list(sides), reason=reason, actor=at.officer, on=TODAY
    )


def test_a_month_rises_from_open_to_commended(at):
    assert marks(at.school) == (Mark.OPEN, Mark.OPEN)
    tip(at)
    assert marks(at.school) == (Mark.OPEN, Mark.TOLD)
    none(at, "upward")
    assert marks(at.school) == (Mark.OPEN, Mark.NOTHING)
    dossier = sent(at)
    assert marks(at.school) == (Mark.OPEN, Mark.PROPOSED)
    Dossier.objects.filter(pk=dossier.pk).update(state="decided")
    assert marks(at.school) == (Mark.OPEN, Mark.COMMENDED)


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"ground": "movement"}, Mark.PROPOSED),
        ({"ground": "merit"}, Mark.PROPOSED),
        ({"ground": "career"}, Mark.OPEN),
        ({"state": "withdrawn"}, Mark.OPEN),
        ({"state": "refused"}, Mark.PROPOSED),
        ({"sent_on": date(2025, 11, 5), "approved_on": date(2025, 11, 5)}, Mark.OPEN),
    ],
)
def test_which_proposals_count(at, fields, mark):
    sent(at, **fields)
    assert marks(at.school) == (Mark.OPEN, mark)


def test_the_yearly_round_and_what_a_unit_sends_itself_do_not_count(at):
    sent(at, ground="merit", period=at.period)
    sent(at, receiver=at.school)
    assert marks(at.school) == (Mark.OPEN, Mark.OPEN)


def test_what_the_unit_commended_itself_is_in_its_own_book(at):
    who = person(at.school)
    entered(at.ward, at.specialist, award_to(who))
    assert marks(at.school, 6) == (Mark.OPEN, Mark.OPEN)
    [entry] = entered(at.school, actor(at.school, Role.SPECIALIST), award_to(who, honour="GK"))
    assert marks(at.school, 6) == (Mark.COMMENDED, Mark.OPEN)
    [behind] = [one for one in year_of(at.officer, at.school, 2026, TODAY) if one.own]
    assert [deed.on for deed in behind.own] == [date(2026, 6, 30)]
    assert entry.name in behind.own[0].text


def test_an_exemplar_praised_by_the_unit_counts_one_noted_by_the_system_does_not(at):
    first, second = verified(at), verified(at)
    exemplars.commended_by_decision(exemplar=first, reason="QĐ 1", actor=system(TODAY), on=TODAY, now=NOW)
    assert marks(at.school)[0] == Mark.OPEN
    exemplars.move(exemplar=second, step="commend", reason="Thư khen", actor=at.head, on=TODAY, now=NOW)
    assert marks(at.school)[0] == Mark.COMMENDED


def test_declined_and_referred_tips_are_not_told_of(at):
    triage.decline(tip=tip(at), reason="Không đúng", actor=at.officer)
    triage.refer(tip=tip(at), actor=at.officer)
    assert marks(at.school) == (Mark.OPEN, Mark.OPEN)


def test_the_future_and_the_time_before_a_unit_are_no_months(at):
    assert marks(at.school, 12) is None
    young = OrganisationFactory(parent=at.ward, since=date(2026, 10, 31))
    assert (marks(young, 9), marks(young, 10)) == (None, (Mark.OPEN, Mark.OPEN))
    gone = OrganisationFactory(parent=at.ward, until=date(2026, 3, 1))
    assert (marks(gone, 2), marks(gone, 3)) == ((Mark.OPEN, Mark.OPEN), None)


def test_a_unit_sees_itself_the_ward_all_but_itself_others_nothing(at):
    other = OrganisationFactory(parent=at.ward, kind=Kind.NEIGHBOURHOOD)
    elsewhere = place()
    assert set(queries.visible_to(at.officer, 2026)) == {at.school}
    assert set(queries.visible_to(at.specialist, 2026)) == {at.school, other}
    assert set(queries.visible_to(elsewhere.specialist, 2026)) == {elsewhere.school}
    assert set(queries.visible_to(actor(at.ward, Role.EDITOR), 2026)) == set()


def test_none_is_said_with_a_reason_and_said_again(at):
    none(at, "own", "upward")
    none(at, "upward", reason="Chưa có trường hợp nổi bật")
    said = EmptyMonth.objects.order_by("side").values_list("side", "reason", "said_on")
    assert list(said) == [
        ("own", "Tháng tập trung thi học kỳ", TODAY),
        ("upward", "Chưa có trường hợp nổi bật", TODAY),
    ]
    assert marks(at.school) == (Mark.NOTHING, Mark.NOTHING)


def test_none_is_not_said_of_what_was_done_or_of_the_future(at):
    sent(at)
    for side, month in (("upward", date(2026, 11, 1)), ("own", date(2026, 12, 1))):
        with pytest.raises(CannotSay):
            none(at, side, month=month)
    assert not EmptyMonth.objects.exists()


def test_nobody_else_speaks_for_a_unit(at):
    for who in (place().officer, actor(at.ward, Role.LEADER)):
        with pytest.raises(Refused):
            actions.say_none(
                organisation=at.school,
                month=date(2026, 11, 1),
                sides=["own"],
                reason="x",
                actor=who,
                on=TODAY,
            )


def test_who_has_done_and_said_nothing_is_reminded_once_a_day(at):
    answered = OrganisationFactory(parent=at.ward)
    its_officer = actor(answered, Role.UNIT_OFFICER)
    actions.say_none(
        organisation=answered,
        month=date(2026, 11, 1),
        sides=["upward"],
        reason="Không có trường hợp",
        actor=its_officer,
        on=TODAY,
    )
    told = telling.tell(organisation=at.school, draft=draft(), actor=at.officer, now=NOW)
    assert told.state == "new"
    first = datetime(2026, 11, 20, 8, 30, tzinfo=VIETNAM)
    for _again in range(2):
        actions.remind(actor=system(first.date()), on=first.date(), now=first)
    assert set(Notice.objects.values_list("user_id", flat=True)) == {at.officer.user_id, at.head.user_id}
    assert Notice.objects.count() == 2
    second = datetime(2026, 11, 25, 8, 30, tzinfo=VIETNAM)
    assert actions.remind(actor=system(second.date()), on=second.date(), now=second) == 2
    sent(at)
    last = datetime(2026, 11, 26, 8, 30, tzinfo=VIETNAM)
    assert actions.remind(actor=system(last.date()), on=last.date(), now=last) == 0


def test_the_home_page_says_it_from_the_twentieth_to_the_unit(at):
    assert list(provides.waiting(at.officer, date(2026, 11, 19))) == []
    [item] = provides.waiting(at.officer, date(2026, 11, 20))
    assert (item.due_on, item.url) == (date(2026, 11, 30), f"/nhiem-vu-thang/{at.school.pk}/")
    assert list(provides.waiting(at.specialist, date(2026, 11, 20))) == []
    sent(at)
    assert list(provides.waiting(at.officer, date(2026, 11, 20))) == []


def test_a_revoked_award_counts_no_more(at):
    keeper = actor(at.school, Role.SPECIALIST)
    [entry] = entered(at.school, keeper, award_to(person(at.school), honour="GK"))
    assert marks(at.school, 6)[0] == Mark.COMMENDED
    revoke(entry=entry, basis=BASIS, note="Kê khai sai", actor=keeper, now=NOW)
    assert marks(at.school, 6)[0] == Mark.OPEN
