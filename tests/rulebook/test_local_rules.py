"""Stored local rules: their life, who keeps them, and the law that follows from them."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from factories.dossiers import ON as DOSSIER_ON
from factories.dossiers import dossier, graded, person, place, propose
from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.rulebook import GK, NOW, ON, draft, local_rule, rule_content
from thidua.foundation.permissions import Refused
from thidua.law.local import written
from thidua.modules.councils.thresholds import by_law, quorum_by_rule
from thidua.modules.dossiers.queries import compare
from thidua.modules.organisations.api import Role, system
from thidua.modules.organisations.models import Kind
from thidua.modules.rulebook import actions, policy
from thidua.modules.rulebook.api import book
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.places import place_of
from thidua.modules.rulebook.provides import waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    return OrganisationFactory(name="Tỉnh Bắc Ninh", kind=Kind.PROVINCE)


@pytest.fixture
def ward(province):
    return WardFactory(name="Phường Kinh Bắc", parent=province)


def test_places_are_named_as_local_rules_name_them(province, ward):
    school = OrganisationFactory(parent=ward)
    assert [place_of(one, ON) for one in (province, ward)] == ["bac-ninh", "bac-ninh/kinh-bac"]
    assert place_of(school, ON).startswith("bac-ninh/")
    assert place_of(OrganisationFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE), ON) == "ha-noi"


def test_a_draft_is_kept_whatever_is_wrong_in_it(province):
    rule = actions.enter(organisation=province, text="a: [1", actor=system(ON), now=NOW)
    assert (rule.state, rule.digest, rule.number) == (RuleState.DRAFT, "", "")
    with pytest.raises(actions.CannotKeepRule, match="Cần một nhóm khóa"):
        actions.put_in_force(rule=rule, actor=system(ON), now=NOW)
    rule.refresh_from_db()
    assert (rule.state, rule.confirmed_at) == (RuleState.DRAFT, None)


def test_the_columns_follow_the_text(province):
    rule = draft(province)
    assert (rule.number, rule.since, rule.until, rule.checked_on) == (
        "01/2026/QĐ-UBND",
        date(2026, 1, 1),
        None,
        date(2026, 11, 1),
    )
    assert rule.digest


def test_in_force_the_law_of_the_place_follows(province, ward):
    school, elsewhere = OrganisationFactory(parent=ward), WardFactory()
    assert book(school, ON).local == ()
    rule = local_rule(province)
    assert [item.number for item in book(school, ON).local] == [rule.number]
    assert book(elsewhere, ON).local == ()
    assert book(school, ON) is book(ward, ON)


def test_the_book_costs_one_question_however_many_rules(province, ward):
    counts = []
    for n in range(3):
        local_rule(
            province,
            number=f"0{n}/2026/QĐ-UBND",
            criteria=[],
            values=[{"name": f"sets/{('GK', 'LDTT', 'TVH')[n]}", "value": 2}],
        )
        book(ward, ON)
        with CaptureQueriesContext(connection) as queries:
            book(ward, ON)
        counts.append(len(queries))
    assert counts == [1, 1, 1]


def test_a_rule_of_another_place_does_not_come_into_force(province):
    rule = draft(province, instrument={"place": "ha-nam"})
    with pytest.raises(actions.CannotKeepRule, match="Ghi bac-ninh"):
        actions.put_in_force(rule=rule, actor=system(ON), now=NOW)


def test_two_rules_do_not_settle_one_point_on_one_day(province):
    local_rule(province)
    second = draft(province, number="02/2026/QĐ-UBND")
    with pytest.raises(actions.CannotKeepRule, match="01/2026/QĐ-UBND đã quy định từ 01/01/2026"):
        actions.put_in_force(rule=second, actor=system(ON), now=NOW)


def test_an_ended_rule_makes_room_and_keeps_its_days(province, ward):
    rule = local_rule(province)
    with pytest.raises(actions.CannotKeepRule):
        actions.end(rule=rule, until=date(2026, 1, 1), actor=system(ON), reason="02/2026")
    actions.end(rule=rule, until=date(2026, 7, 1), actor=system(ON), reason="02/2026")
    second = draft(province, number="02/2026/QĐ-UBND", instrument={"since": "2026-07-01"})
    actions.put_in_force(rule=second, actor=system(ON), now=NOW)
    standing = book(ward, ON)
    numbers = [
        [rules.number for rules in standing.standing(day)] for day in (date(2026, 6, 30), date(2026, 7, 1))
    ]
    assert numbers == [["01/2026/QĐ-UBND"], ["02/2026/QĐ-UBND"]]


def test_the_database_keeps_what_has_been_in_force(province):
    rule = local_rule(province)
    for change in ({"text": "x"}, {"since": date(2026, 2, 1)}, {"digest": "x"}, {"state": RuleState.DRAFT}):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            LocalRule.objects.filter(pk=rule.pk).update(**change)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        rule.delete()


def test_constraints_say_what_a_state_implies(province):
    rule = draft(province)
    with pytest.raises(IntegrityError, match="local_rule_in_force_is_complete"), transaction.atomic():
        LocalRule.objects.filter(pk=rule.pk).update(state=RuleState.IN_FORCE)
    with pytest.raises(IntegrityError, match="local_rule_ended_has_a_day"), transaction.atomic():
        LocalRule.objects.filter(pk=rule.pk).update(state=RuleState.ENDED, confirmed_at=NOW)
    with pytest.raises(IntegrityError, match="local_rule_ends_later"), transaction.atomic():
        LocalRule.objects.filter(pk=rule.pk).update(until=date(2020, 1, 1))


def test_a_draft_is_thrown_away_a_rule_is_not(province):
    actions.throw_away(rule=draft(province), actor=system(ON))
    assert LocalRule.objects.count() == 0
    with pytest.raises(Refused):
        actions.throw_away(rule=local_rule(province), actor=system(ON))


def test_two_who_rewrite_one_draft_do_not_lose_each_others_text(province):
    rule = draft(province)
    seen = actions.seen_as(rule)
    first = written(rule_content(province, number="02/2026/QĐ-UBND"))
    actions.rewrite(rule=rule, text=first, seen=seen, actor=system(ON))
    with pytest.raises(actions.CannotKeepRule):
        actions.rewrite(rule=rule, text="khác", seen=seen, actor=system(ON))
    rule.refresh_from_db()
    assert rule.number == "02/2026/QĐ-UBND"


def test_who_keeps_rules(province, ward):
    admin, specialist = actor(ward, Role.ADMINISTRATOR), actor(ward, Role.SPECIALIST)
    school = OrganisationFactory(parent=ward)
    assert policy.may_keep(admin, ward)
    assert policy.may_keep(specialist, ward)
    assert not policy.may_keep(actor(ward, Role.LEADER), ward)
    assert not policy.may_keep(admin, school)
    assert policy.may_keep(admin, province)
    actor(province, Role.SPECIALIST)
    refusal = policy.may_keep(admin, province)
    assert (refusal.allowed, str(refusal.reason)) == (False, "Tỉnh Bắc Ninh keeps its own rules here.")


def test_who_enters_a_rule_and_who_answers_for_it_are_two(province, ward):
    leader, deputy, specialist, admin = (
        actor(ward, role) for role in (Role.LEADER, Role.DEPUTY, Role.SPECIALIST, Role.ADMINISTRATOR)
    )
    rule = draft(province, by=admin)
    allowed = [bool(policy.may_confirm(who, rule)) for who in (leader, deputy, specialist, admin)]
    assert allowed == [True, True, False, False]
    assert "You entered this rule yourself" in str(policy.may_confirm(admin, rule).reason)
    other = actor(ward, Role.ADMINISTRATOR)
    assert policy.may_confirm(other, rule)
    assert not policy.may_confirm(actor(OrganisationFactory(parent=ward), Role.LEADER), draft(ward))
    with pytest.raises(Refused):
        actions.put_in_force(rule=rule, actor=admin, now=NOW)
    actions.put_in_force(rule=rule, actor=leader, now=NOW)
    assert (rule.state, rule.confirmed_by_id) == (RuleState.IN_FORCE, leader.user_id)


def test_a_draft_without_faults_waits_for_the_leader(province, ward):
    leader, specialist = actor(ward, Role.LEADER), actor(ward, Role.SPECIALIST)
    draft(province, number="02/2026/QĐ-UBND", criteria=[{**GK, "conditions": []}])
    rule = draft(province)
    assert [item.label for item in waiting(leader, ON)] == [f"{rule.number}: {rule.name}"]
    assert list(waiting(specialist, ON)) == []
    actions.put_in_force(rule=rule, actor=leader, now=NOW)
    assert list(waiting(leader, ON)) == []


def test_a_dossier_is_compared_with_the_rule_of_its_place():
    at = place()
    row, who = dossier(at), person(at.school)
    graded(who, "good")
    propose(at, row, who, "GK")

    def verdict():
        (found,) = compare(row, on=DOSSIER_ON)
        return found.verdict.value

    assert verdict() == "unknown"
    province = OrganisationFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE)
    _put_under(at, province)
    local_rule(province, criteria=[GK])
    assert verdict() == "yes"


def _put_under(at, province):
    from thidua.modules.organisations.api import rebuild_closure
    from thidua.modules.organisations.models import OrganisationPeriod

    ward = at.school.parent
    OrganisationPeriod.objects.filter(organisation=ward).update(parent=province)
    rebuild_closure([ward.pk, at.school.pk])


def test_the_council_takes_share_and_quorum_from_the_rule(province, ward):
    assert (by_law("GK", ON, ward), quorum_by_rule(ON, ward)) == (None, None)
    local_rule(
        province,
        values=[
            {"name": "votes/GK", "value": 60, "at": "7"},
            {"name": "councils/present", "value": "4/5", "levels": ["xa"], "at": "8"},
        ],
    )
    share, quorum = by_law("GK", ON, ward), quorum_by_rule(ON, ward)
    assert share is not None
    assert quorum is not None
    assert (str(share.share), share.basis, share.is_local) == (
        "≥ 60 %",
        "Quyết định 01/2026/QĐ-UBND, Điều 7",
        True,
    )
    assert (str(quorum.share), quorum_by_rule(ON, province)) == ("≥ 80 %", None)
