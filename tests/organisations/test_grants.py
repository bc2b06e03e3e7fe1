from datetime import date

import pytest

from factories.accounts import UserFactory
from factories.organisations import OrganisationFactory, WardFactory, actor, grant
from thidua.foundation.permissions import Refused
from thidua.modules.organisations import actions, queries
from thidua.modules.organisations.actor import actor_for
from thidua.modules.organisations.models import Grant
from thidua.modules.organisations.roles import Role

TODAY = date(2026, 11, 23)


@pytest.fixture
def ward(db):
    return WardFactory()


@pytest.fixture
def administrator(ward):
    return actor(ward, Role.ADMINISTRATOR)


def give(administrator, organisation, **changes):
    facts = {"user": UserFactory(), "role": Role.SPECIALIST, "since": TODAY}
    return actions.give_role(actor=administrator, organisation=organisation, **facts | changes)


def roles_on(user, day):
    return actor_for(user_id=user.pk, name="", on=day).roles


class TestGiveRole:
    def test_the_role_holds_on_its_days(self, administrator, ward):
        user = UserFactory()
        give(administrator, ward, user=user, since=date(2026, 12, 1), until=date(2027, 1, 1))
        days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))
        assert [roles_on(user, day) for day in days] == [set(), {Role.SPECIALIST}, {Role.SPECIALIST}, set()]

    def test_not_to_oneself(self, administrator, ward):
        me = Grant.objects.get(user=administrator.user_id).user
        with pytest.raises(Refused, match="himself"):
            give(administrator, ward, user=me)

    def test_not_outside_ones_scope(self, administrator):
        with pytest.raises(Refused):
            give(administrator, WardFactory())

    def test_not_twice_on_one_day(self, administrator, ward):
        user = UserFactory()
        give(administrator, ward, user=user, until=date(2026, 12, 1))
        with pytest.raises(actions.CannotGiveRole):
            give(administrator, ward, user=user, since=date(2026, 11, 30))
        give(administrator, ward, user=user, since=date(2026, 12, 1))
        assert user.grants.count() == 2

    def test_a_visiting_team_needs_a_last_day(self, administrator, ward):
        with pytest.raises(actions.CannotGiveRole) as refusal:
            give(administrator, ward, role=Role.VISITOR)
        assert refusal.value.field == "until"


class TestEndGrant:
    def test_up_to_the_day_before(self, administrator, ward):
        held = grant(ward, Role.CLERK)
        actions.end_grant(
            actor=administrator, on=TODAY, grant=held, until=date(2026, 12, 1), reason="nghỉ hưu"
        )
        assert [roles_on(held.user, day) for day in (date(2026, 11, 30), date(2026, 12, 1))] == [
            {Role.CLERK},
            set(),
        ]

    def test_one_that_has_not_begun_is_taken_back(self, administrator, ward):
        held = grant(ward, Role.CLERK, since=date(2026, 12, 1))
        actions.end_grant(actor=administrator, on=TODAY, grant=held, until=TODAY)
        assert not Grant.objects.filter(pk=held.pk).exists()

    def test_not_for_days_gone_by(self, administrator, ward):
        held = grant(ward, Role.CLERK)
        with pytest.raises(actions.CannotEndGrant):
            actions.end_grant(actor=administrator, on=TODAY, grant=held, until=date(2026, 11, 1))

    def test_nobody_ends_his_own_administration(self, administrator):
        with pytest.raises(Refused):
            actions.end_grant(
                actor=administrator,
                on=TODAY,
                grant=Grant.objects.get(user=administrator.user_id),
                until=TODAY,
            )


class TestHandOver:
    @pytest.fixture
    def leader(self, ward):
        return grant(ward, Role.LEADER)

    @pytest.fixture
    def deputy(self, ward):
        return grant(ward, Role.DEPUTY).user

    def hand_over(self, grant, to, since=date(2026, 12, 1), until=date(2026, 12, 11)):
        holder = actor_for(user_id=grant.user_id, name="", on=TODAY)
        return actions.hand_over(actor=holder, on=TODAY, grant=grant, to=to, since=since, until=until)

    def test_the_role_moves_and_returns(self, leader, deputy):
        self.hand_over(leader, deputy)
        days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 11))
        assert [roles_on(leader.user, day) for day in days] == [{Role.LEADER}, set(), {Role.LEADER}]
        assert [roles_on(deputy, day) for day in days] == [
            {Role.DEPUTY},
            {Role.DEPUTY, Role.LEADER},
            {Role.DEPUTY},
        ]
        held = [set(queries.holders(leader.organisation_id, [Role.LEADER], day)) for day in days]
        assert held == [{leader.user}, {deputy}, {leader.user}]

    def test_its_holder_takes_it_back_early(self, leader, deputy):
        handed = self.hand_over(leader, deputy, since=TODAY)
        away = actor_for(user_id=leader.user_id, name="", on=TODAY)
        actions.end_grant(actor=away, on=TODAY, grant=handed, until=TODAY)
        assert roles_on(leader.user, TODAY) == {Role.LEADER}

    def test_it_is_not_handed_on(self, leader, deputy):
        handed = self.hand_over(leader, deputy)
        with pytest.raises(Refused):
            self.hand_over(handed, UserFactory())

    def test_not_beyond_the_days_of_the_role_itself(self, ward, deputy):
        short = grant(ward, Role.LEADER, until=date(2026, 12, 5))
        with pytest.raises(actions.CannotHandOver):
            self.hand_over(short, deputy)

    def test_not_twice_at_a_time_nor_to_oneself(self, leader, deputy):
        self.hand_over(leader, deputy)
        for to in (UserFactory(), leader.user):
            with pytest.raises(actions.CannotHandOver):
                self.hand_over(leader, to, since=date(2026, 12, 10), until=date(2026, 12, 20))

    def test_a_stranger_may_not(self, leader, deputy, ward):
        stranger = actor(ward, Role.CLERK)
        with pytest.raises(Refused):
            actions.hand_over(
                actor=stranger, on=TODAY, grant=leader, to=deputy, since=TODAY, until=date(2026, 12, 1)
            )


class TestAccounts:
    def open(self, administrator, organisation, now, **changes):
        facts = {"username": "binh.tt", "full_name": "Trần Thị Bình", "email": "", "role": Role.UNIT_OFFICER}
        return actions.create_account(
            actor=administrator, on=TODAY, now=now, organisation=organisation, **facts | changes
        )

    def test_a_new_account_has_its_first_role_and_no_password(self, administrator, ward, now):
        school = OrganisationFactory(parent=ward)
        user = self.open(administrator, school, now)
        assert (user.has_usable_password(), roles_on(user, TODAY)) == (False, {Role.UNIT_OFFICER})
        assert list(queries.accounts_in_scope(administrator).exclude(pk=administrator.user_id)) == [user]

    def test_who_has_a_role_elsewhere_is_not_taken_over(self, administrator, ward, now):
        user = grant(ward, Role.CLERK).user
        grant(WardFactory(), Role.LEADER, user=user)
        with pytest.raises(Refused):
            actions.print_slip(actor=administrator, on=TODAY, now=now, user=user)

    def test_the_administrator_of_a_school_cannot_print_a_slip_for_the_chairman(self, ward, now):
        school = OrganisationFactory(parent=ward)
        chairman = grant(ward, Role.LEADER).user
        grant(school, Role.UNIT_OFFICER, user=chairman)
        with pytest.raises(Refused):
            actions.print_slip(actor=actor(school, Role.ADMINISTRATOR), on=TODAY, now=now, user=chairman)
