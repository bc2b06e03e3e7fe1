"""Each screen answers for who may see it, in a constant number of queries, and refuses others with a reason."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.accounts import UserFactory
from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, grant
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import CalendarDay, Grant, Kind, Organisation, Period, Succession
from thidua.modules.organisations.roles import Role


@pytest.fixture(autouse=True)
def _demonstration(settings):
    """No second factor in these tests; it has its own."""
    settings.DEMONSTRATION = True


@pytest.fixture
def ward(db):
    return WardFactory(name="Phường Hai Bà Trưng", code="00256")


@pytest.fixture
def administrator(ward):
    return grant(ward, Role.ADMINISTRATOR).user


@pytest.fixture
def browser(client, administrator):
    client.force_login(administrator)
    client.cookies["ngon_ngu"] = "en"
    return client


def text(response):
    return response.content.decode()


LISTS = ["organisations_tree", "accounts_list", "grants_list", "periods_list", "calendar_show", "roles_mine"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_cost_the_same_for_one_row_and_for_three(browser, ward, name):
    def rows(n):
        for _ in range(n):
            unit = OrganisationFactory(parent=ward)
            grant(unit, Role.UNIT_OFFICER)
            PeriodFactory(year=2000 + Period.objects.count())
            CalendarDay.objects.create(
                on=date(2026, 6, 1 + CalendarDay.objects.count()), is_working=False, note="x"
            )

    browser.get(reverse(name))
    counts = []
    for n in (1, 2):
        rows(n)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(reverse(name)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_another_wards_unit_is_not_there(browser):
    other = OrganisationFactory(parent=WardFactory())
    for name in ("organisations_show", "organisations_rename", "organisations_move"):
        assert browser.get(reverse(name, args=[other.pk])).status_code == 404
    stranger = grant(other, Role.UNIT_OFFICER)
    assert browser.get(reverse("accounts_show", args=[stranger.user_id])).status_code == 404
    assert browser.get(reverse("grants_end", args=[stranger.pk])).status_code == 404


@pytest.mark.parametrize(
    "name", ["accounts_list", "grants_list", "calendar_show", "periods_list", "organisations_create"]
)
def test_without_the_role_it_is_403_with_a_reason(client, ward, name):
    client.force_login(grant(ward, Role.SPECIALIST).user)
    client.cookies["ngon_ngu"] = "en"
    response = client.get(reverse(name))
    assert response.status_code == 403
    assert "administrator" in text(response)


def test_the_tree_as_it_stood(browser, ward):
    old = OrganisationFactory(parent=ward, name="Trường cũ", since=date(2010, 1, 1))
    OrganisationFactory(parent=ward, name="Trường mới", since=date(2026, 1, 1))
    then = text(browser.get(reverse("organisations_tree"), {"ngay": "01/06/2020"}))
    assert ("Trường cũ" in then, "Trường mới" in then) == (True, False)
    found = text(browser.get(reverse("organisations_tree"), {"tim": "cu truong"}))
    assert (old.name in found, "Trường mới" in found) == (True, False)


@pytest.mark.parametrize("asked", [{"goc": "9" * 30}, {"goc": "x"}, {"ngay": "31/02/2020"}, {"loai": "moon"}])
def test_a_senseless_address_is_answered(browser, asked):
    assert browser.get(reverse("organisations_tree"), asked).status_code in {200, 404}


def test_making_a_unit_twice_by_a_double_click_makes_one(browser, ward):
    facts = {
        "name": "Trường Mầm non Sao Mai",
        "kind": Kind.SCHOOL,
        "parent": ward.pk,
        "since": "01/09/2026",
        "once": "k",
    }
    answers = [browser.post(reverse("organisations_create"), facts) for _ in range(2)]
    made = Organisation.objects.get(name="Trường Mầm non Sao Mai")
    assert [a.url for a in answers] == [reverse("organisations_show", args=[made.pk])] * 2


def test_a_refusal_keeps_what_was_typed(browser, ward):
    OrganisationFactory(parent=ward, code="X1")
    facts = {
        "name": "Trường Sao Mai",
        "kind": Kind.SCHOOL,
        "parent": ward.pk,
        "since": "01/09/2026",
        "code": "X1",
    }
    answer = text(browser.post(reverse("organisations_create"), facts))
    assert "belongs to another organisation" in answer
    assert 'value="Trường Sao Mai"' in answer


def test_another_name_and_another_place(browser, ward):
    unit, office = OrganisationFactory(parent=ward), OrganisationFactory(parent=ward)
    browser.post(
        reverse("organisations_rename", args=[unit.pk]),
        {"name": "Tên mới", "since": "01/10/2026", "reason": "QĐ 5"},
    )
    browser.post(
        reverse("organisations_move", args=[unit.pk]),
        {"parent": office.pk, "since": "01/11/2026", "reason": "QĐ 6"},
    )
    unit.refresh_from_db()
    assert (unit.name, unit.parent) == ("Tên mới", office)
    page = text(browser.get(reverse("organisations_show", args=[unit.pk])))
    assert "until 30/09/2026" in page or "until 01/10/2026" in page


def test_a_merger_shows_what_moves_before_it_is_recorded(browser, ward):
    old, new = OrganisationFactory(parent=ward), OrganisationFactory(parent=ward)
    OrganisationFactory(parent=old)
    facts = {
        "kind": "merge",
        "on": "01/11/2026",
        "decision": "Quyết định 7",
        "predecessors": [old.pk],
        "successors": [new.pk],
    }
    preview = browser.post(reverse("organisations_succeed"), facts)
    assert (preview.status_code, Succession.objects.count()) == (200, 0)
    done = browser.post(
        reverse("organisations_succeed"), facts | {"confirmed": "1", f"keeper_{old.pk}": new.pk, "once": "k"}
    )
    assert done.url == reverse("organisations_show", args=[new.pk])
    assert text(browser.get(done.url)).count(old.name) >= 1


class TestAccounts:
    def open(self, browser, ward):
        facts = {
            "full_name": "Trần Thị Bình",
            "username": "binh.tt",
            "organisation": ward.pk,
            "role": "clerk",
            "once": "k",
        }
        return browser.post(reverse("accounts_create"), facts)

    def test_opened_printed_and_activated(self, browser, ward, client):
        made = self.open(browser, ward)
        user = User.objects.get(username="binh.tt")
        assert made.url == reverse("accounts_show", args=[user.pk])
        slip = browser.post(reverse("accounts_slip", args=[user.pk]))
        code = slip.context["code"]
        assert (code in text(slip), "no-store" in slip["Cache-Control"]) == (True, True)
        browser.logout()
        password = "Cầu-Dền-1947"
        facts = {"username": "binh.tt", "code": code, "password": password, "again": password}
        assert browser.post(reverse("accounts_activate"), facts).url == reverse("account_login")
        signed_in = browser.post(reverse("account_login"), {"login": "Binh.TT", "password": password})
        assert signed_in.url == "/"

    def test_shutting_needs_a_reason_and_ends_the_session(self, browser, ward):
        clerk = grant(ward, Role.CLERK).user
        browser.post(reverse("accounts_shut", args=[clerk.pk]), {"reason": ""})
        assert User.objects.get(pk=clerk.pk).is_active
        browser.post(reverse("accounts_shut", args=[clerk.pk]), {"reason": "nghỉ hưu"})
        assert not User.objects.get(pk=clerk.pk).is_active
        browser.force_login(clerk)
        assert browser.get(reverse("home")).status_code == 302

    def test_found_without_marks(self, browser, ward):
        for name in ("Đặng Thị Ánh", "Lê Văn Bình"):
            grant(ward, Role.CLERK, user=UserFactory(full_name=name))
        page = text(browser.get(reverse("accounts_list"), {"tim": "anh dang"}))
        assert ("Đặng Thị Ánh" in page, "Lê Văn Bình" in page) == (True, False)

    def test_in_the_order_of_given_names(self, browser, ward):
        for name in ("Trần Văn Cường", "Vũ Thị An", "Lê Văn Ân"):
            grant(ward, Role.CLERK, user=UserFactory(full_name=name))
        rows = browser.get(reverse("accounts_list"), {"tim": "an"}).context["rows"]
        assert [u.full_name for u, _ in rows if u.full_name[0] in "TVL"] == [
            "Vũ Thị An",
            "Lê Văn Ân",
            "Trần Văn Cường",
        ]


class TestRoles:
    def test_the_last_day_is_written_as_people_write_it(self, browser, ward):
        clerk = grant(ward, Role.CLERK).user
        facts = {
            "user": clerk.pk,
            "organisation": ward.pk,
            "role": "teller",
            "since": "01/12/2026",
            "last_day": "31/12/2026",
        }
        browser.post(reverse("grants_give"), facts)
        made = Grant.objects.get(role=Role.TELLER)
        assert (made.since, made.until) == (date(2026, 12, 1), date(2027, 1, 1))
        assert "01/12/2026 – 31/12/2026" in text(browser.get(reverse("accounts_show", args=[clerk.pk])))

    def test_choosing_the_organisation_one_acts_for(self, client, ward):
        other = OrganisationFactory(parent=ward)
        user = grant(ward, Role.SPECIALIST).user
        grant(other, Role.UNIT_OFFICER, user=user)
        client.force_login(user)
        for asked, acts_for in ((other.pk, other), (WardFactory().pk, other)):
            client.post(reverse("roles_act_for"), {"organisation": asked})
            assert client.get(reverse("roles_mine")).context["actor"].organisation == acts_for

    def test_handing_over_and_taking_back(self, client, ward):
        held = grant(ward, Role.LEADER)
        deputy = grant(ward, Role.DEPUTY).user
        client.force_login(held.user)
        facts = {
            "to": deputy.pk,
            "since": "01/01/2099",
            "last_day": "10/01/2099",
            "basis": "Giấy ủy quyền 3",
            "once": "k",
        }
        assert client.post(reverse("roles_hand_over", args=[held.pk]), facts).url == reverse("roles_mine")
        handed = Grant.objects.get(handed_over_from=held)
        assert (handed.user, handed.until) == (deputy, date(2099, 1, 11))
        client.post(reverse("grants_end", args=[handed.pk]), {"last_day": "31/12/2098", "reason": "về sớm"})
        assert not Grant.objects.filter(pk=handed.pk).exists()

    def test_nobody_hands_over_what_is_not_his(self, client, ward):
        held = grant(ward, Role.LEADER)
        client.force_login(grant(ward, Role.CLERK).user)
        assert client.get(reverse("roles_hand_over", args=[held.pk])).status_code == 403
