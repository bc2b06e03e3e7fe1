"""Targets of direct workers: which one holds, what a list under it asks for, what is printed."""

from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import dossier, person, place, propose
from factories.organisations import OrganisationFactory, actor
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.actions.draft import note_inside
from thidua.modules.dossiers.actions.targets import CannotSetTarget, end_target, set_target
from thidua.modules.dossiers.drafts import TargetDraft
from thidua.modules.dossiers.letters import submittal_letter
from thidua.modules.dossiers.models import DirectTarget
from thidua.modules.dossiers.queries.direct import listed, shares_of
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def aimed(at, percent=60, **fields):
    values = {"unit": at.ward, "honour": "", "since": date(2026, 1, 1)} | fields
    draft = TargetDraft(percent=percent, **values)
    return set_target(organisation=at.ward, draft=draft, actor=at.specialist)


def of_list(at, *positions, honour="LDTT"):
    row = dossier(at)
    for n, position in enumerate(positions):
        propose(at, row, person(at.school, f"Lê Văn {n}", position=position), honour)
    return row


def shares(row):
    return shares_of(row, listed(row.candidates.all()), TODAY)


def test_the_share_counts_persons_once(at):
    row = dossier(at)
    propose(at, row, person(at.school), "LDTT", "CSTDCS")
    propose(at, row, person(at.school, "Lê Hiệu Trưởng", position="leader"), "LDTT")
    [whole] = shares(row)
    assert (whole.n_direct, whole.n_leaders, whole.n_all, whole.percent, whole.target) == (1, 1, 2, 50, None)


@pytest.mark.parametrize(("n_direct", "is_under"), [(5, True), (6, False)])
def test_a_target_is_reached_or_not(at, n_direct, is_under):
    aimed(at, 60)
    row = of_list(at, *["direct_worker"] * n_direct, *["manager"] * (10 - n_direct))
    [whole] = shares(row)
    assert (whole.is_under, whole.asks_for_note) == (is_under, is_under)


def test_an_empty_list_is_under_nothing(at):
    aimed(at)
    [whole] = shares(dossier(at))
    assert not whole.asks_for_note


def test_half_leaders_are_not_heavy_and_more_are(at):
    assert not shares(of_list(at, "leader", "direct_worker"))[0].asks_for_note
    assert shares(of_list(at, "leader", "manager", "direct_worker"))[0].asks_for_note


def test_the_nearest_unit_and_the_honour_have_their_own(at):
    aimed(at, 40)
    aimed(at, 70, unit=at.school)
    aimed(at, 50, honour="LDTT")
    aimed(at, 90, unit=OrganisationFactory(parent=at.ward))
    whole, ldtt = shares(of_list(at, "direct_worker"))
    assert (whole.target.percent, ldtt.honour, ldtt.target.percent) == (70, "LDTT", 50)


def test_an_honour_nobody_is_proposed_for_is_not_shown(at):
    aimed(at, honour="CSTDCS")
    assert len(shares(of_list(at, "direct_worker"))) == 1


def test_a_new_target_ends_the_one_before(at):
    first, second = aimed(at, 40), aimed(at, 60, since=date(2026, 6, 1))
    first.refresh_from_db()
    assert (first.until, second.until) == (date(2026, 6, 1), None)
    with pytest.raises(CannotSetTarget):
        aimed(at, 70, since=date(2026, 6, 1))


def test_an_ended_target_holds_no_more(at):
    target = aimed(at)
    end_target(target=target, actor=at.specialist, on=TODAY)
    assert shares(of_list(at, "manager"))[0].target is None
    later = aimed(at, since=date(2027, 1, 1))
    end_target(target=later, actor=at.specialist, on=TODAY)
    assert list(DirectTarget.objects.all()) == [target]


def test_units_set_none(at):
    with pytest.raises(Refused):
        set_target(
            organisation=at.school,
            draft=TargetDraft(unit=at.school, honour="", percent=1, since=TODAY),
            actor=at.officer,
        )


@pytest.mark.parametrize(("is_printed", "n"), [(True, 1), (False, 0)])
def test_it_is_printed_only_where_chosen_and_the_note_never(at, is_printed, n):
    aimed(at, 90, is_printed=is_printed)
    row = of_list(at, "direct_worker", "leader", "leader")
    note_inside(dossier=row, note="Ba lãnh đạo chủ trì việc khó", actor=at.officer, now=NOW)
    row.refresh_from_db()
    said = submittal_letter(row, TODAY)
    about = [text for text in said.paragraphs if "trực tiếp lao động" in text]
    assert len(about) == n
    assert not n or "1/3 cá nhân được đề nghị (33%)" in about[0]
    assert "việc khó" not in repr(said)


class TestScreens:
    @pytest.fixture(autouse=True)
    def _clean(self, settings):
        settings.DEMONSTRATION = True  # no second factor is asked for
        cache.clear()
        with time_machine.travel(NOW):
            yield

    def sign_in(self, client, who):
        client.force_login(User.objects.get(pk=who.user_id))

    def test_the_desk_sets_and_ends_one(self, client, at):
        self.sign_in(client, at.specialist)
        here = reverse("targets_list")
        refused = client.post(here, {"unit": at.ward.pk, "percent": "0", "since": "01/01/2026", "once": "a"})
        assert list(refused.context["form"].errors) == ["percent"]
        sent = {"unit": at.school.pk, "percent": "55", "since": "01/01/2026", "honour": "LDTT", "once": "b"}
        assert client.post(here, sent)["Location"] == here
        target = DirectTarget.objects.get()
        assert (target.organisation, target.unit, target.percent) == (at.ward, at.school, 55)
        client.post(reverse("targets_end", args=[target.pk]))
        target.refresh_from_db()
        assert target.until == TODAY

    def test_leaders_may_and_units_may_not(self, client, at):
        for who, status in ((actor(at.ward, Role.LEADER), 200), (at.officer, 403), (at.clerk, 403)):
            self.sign_in(client, who)
            assert client.get(reverse("targets_list")).status_code == status

    def test_the_share_moves_while_people_are_ticked(self, client, at):
        aimed(at, 60)
        row = of_list(at, "direct_worker")
        boss = person(at.school, "Lê Hiệu Trưởng", position="leader")
        self.sign_in(client, at.officer)
        here = reverse("dossiers_share", args=[row.pk])
        (before,) = client.get(here).context["shares"]
        (after,) = client.get(here, {"recipients": [boss.pk], "honours": ["LDTT"]}).context["shares"]
        assert [(s.n_direct, s.n_all, s.is_under) for s in (before, after)] == [(1, 1, False), (1, 2, True)]
        aimed(at, honour="LDTT")
        whole, ldtt = client.get(here, {"recipients": [boss.pk]}).context["shares"]
        assert [(s.honour, s.n_all) for s in (whole, ldtt)] == [("", 2), ("LDTT", 1)]

    def test_a_list_under_its_target_asks_for_a_note_until_there_is_one(self, client, at):
        aimed(at, 90)
        row = of_list(at, "direct_worker", "manager")
        self.sign_in(client, at.officer)
        here = reverse("dossiers_show", args=[row.pk])
        link = reverse("dossiers_note", args=[row.pk])
        warning = "chỉ tiêu là 90%"
        assert warning in client.get(here).content.decode()
        client.post(link, {"note": "Hai người chủ trì công việc đặc biệt khó khăn"})
        assert warning not in client.get(here).content.decode()

    def test_targets_cost_the_same_for_any_number(self, client, at):
        self.sign_in(client, at.officer)
        row = of_list(at, "direct_worker", "direct_worker")
        aimed(at, honour="LDTT")

        def n_queries():
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse("dossiers_show", args=[row.pk]))
            return len(captured)

        n_queries()
        one = n_queries()
        aimed(at, honour="CSTDCS")
        aimed(at, unit=at.school)
        assert n_queries() == one
