"""Signing in as people do: by name or address, with a second factor, and what happens after wrong passwords."""

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.urls import reverse

from factories.accounts import PASSWORD, UserFactory
from factories.organisations import WardFactory, grant
from thidua.modules.accounts.second_factor import has_second_factor, seal, unseal
from thidua.modules.organisations.roles import Role


@pytest.fixture(autouse=True)
def _fresh(db):
    cache.clear()


@pytest.fixture
def user(db):
    return UserFactory(username="binh.tt", email="binh@example.vn")


def sign_in(client, login="binh.tt", password=PASSWORD):
    return client.post(reverse("account_login"), {"login": login, "password": password})


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("login", ["binh.tt", "Binh.TT", "binh@example.vn", "BINH@example.vn"])
def test_by_name_or_address(client, user, login):
    assert sign_in(client, login).url == "/"


def test_a_wrong_password_is_said_in_vietnamese(client, user):
    page = text(sign_in(client, password="sai"))
    assert "không đúng" in page
    assert 'lang="vi"' in page


def test_a_page_says_in_which_language_it_is(client, user):
    """A screen reader chooses its voice by it."""
    client.cookies["ngon_ngu"] = "en"
    assert '<html lang="en">' in client.get("/dang-nhap/").content.decode()


def test_after_five_wrong_passwords_it_says_how_long_to_wait(client, user):
    for _ in range(5):
        sign_in(client, password="sai")
    page = text(sign_in(client))
    assert "15 phút" in page
    assert "sessionid" not in client.cookies


def test_without_a_password_there_is_none_to_change(client, user):
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    page = text(client.get(reverse("account_change_password"), follow=True))
    assert "xin quản trị viên phiếu kích hoạt" in page


def test_who_is_shut_out_is_told_so(client, user):
    user.is_active = False
    user.save()
    assert sign_in(client).url == reverse("account_inactive")


def test_every_screen_asks_for_a_sign_in(client, db):
    for name in ("home", "accounts_me", "organisations_tree", "mfa_index", "notices_list"):
        assert client.get(reverse(name)).url == f"{reverse('account_login')}?next={reverse(name)}"


@pytest.mark.parametrize("name", ["account_login", "accounts_activate", "account_inactive"])
def test_outside_screens_are_open_and_have_no_menu(client, db, name):
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert '<nav class="menu"' not in text(response)


def test_nobody_can_sign_up(client, db):
    assert client.get("/accounts/signup/").status_code == 404


class TestActivation:
    def test_guessing_codes_ends_after_five_tries(self, client, user):
        facts = {"username": user.username, "code": "AAAAA-AAAAA", "password": PASSWORD, "again": PASSWORD}
        pages = [text(client.post(reverse("accounts_activate"), facts)) for _ in range(6)]
        assert ["15 phút" in page for page in pages] == [False] * 5 + [True]

    def test_the_two_passwords_must_agree(self, client, user):
        facts = {"username": user.username, "code": "X", "password": PASSWORD, "again": "khác"}
        response = client.post(reverse("accounts_activate"), facts)
        assert list(response.context["form"].errors) == ["again"]


class TestSecondFactor:
    @pytest.fixture
    def leader(self, settings):
        settings.DEMONSTRATION = False
        return grant(WardFactory(), Role.LEADER, user=UserFactory(username="chu.tich")).user

    def code(self, secret):
        return format_hotp_value(hotp_value(secret, int(time.time()) // 30))

    def identify(self, client):
        """What touches the safety of the account asks for the password once more."""
        answer = client.get(reverse("mfa_activate_totp"))
        assert answer.url.startswith(reverse("account_reauthenticate"))
        client.post(answer.url, {"password": PASSWORD})

    def set_up(self, client):
        self.identify(client)
        page = client.get(reverse("mfa_activate_totp"))
        secret = page.context["form"].secret
        client.post(reverse("mfa_activate_totp"), {"code": self.code(secret)})
        return secret

    def test_a_leader_is_sent_to_set_it_up_before_anything_else(self, client, leader):
        sign_in(client, "chu.tich")
        assert client.get(reverse("home")).url == reverse("mfa_index")
        assert client.get(reverse("accounts_me")).status_code == 200

    def test_the_demonstration_excepts_itself_visibly(self, client, leader, settings):
        settings.DEMONSTRATION = True
        sign_in(client, "chu.tich")
        assert client.get(reverse("organisations_tree")).status_code == 200
        assert 'class="demonstration"' in text(client.get(reverse("accounts_me")))

    def test_a_clerk_need_not(self, client, leader):
        clerk = grant(WardFactory(), Role.CLERK).user
        client.force_login(clerk)
        assert client.get(reverse("roles_mine")).status_code == 200

    def test_an_administrator_may_ask_it_of_a_person(self, client, leader):
        clerk = grant(WardFactory(), Role.CLERK, user=UserFactory(must_use_second_factor=True)).user
        client.force_login(clerk)
        assert client.get(reverse("roles_mine")).url == reverse("mfa_index")

    def test_set_up_sealed_and_asked_for(self, client, leader):
        sign_in(client, "chu.tich")
        secret = self.set_up(client)
        assert has_second_factor(leader.pk)
        row = Authenticator.objects.get(user=leader, type=Authenticator.Type.TOTP)
        assert secret not in json.dumps(row.data)
        assert unseal(row.data["secret"]) == secret
        client.logout()
        assert sign_in(client, "chu.tich").url == reverse("mfa_authenticate")
        assert client.get(reverse("mfa_authenticate")).status_code == 200
        codes = Authenticator.objects.get(user=leader, type=Authenticator.Type.RECOVERY_CODES).wrap()
        answer = client.post(reverse("mfa_authenticate"), {"code": codes.get_unused_codes()[0]})
        assert answer.url == "/"

    @pytest.mark.parametrize(
        "name",
        [
            "mfa_index",
            "mfa_activate_totp",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "account_change_password",
            "account_reauthenticate",
            "account_logout",
        ],
    )
    def test_its_screens_are_drawn_by_us(self, client, leader, name):
        sign_in(client, "chu.tich")
        if name.startswith(("mfa_activate", "mfa_add")):
            self.identify(client)
        page = text(client.get(reverse(name)))
        assert "thidua/house.css" in page
        assert "Two-Factor" not in page

    def test_recovery_codes_are_shown(self, client, leader):
        sign_in(client, "chu.tich")
        self.set_up(client)
        page = text(client.get(reverse("mfa_view_recovery_codes")))
        codes = Authenticator.objects.get(user=leader, type=Authenticator.Type.RECOVERY_CODES).wrap()
        assert all(code in page for code in codes.get_unused_codes())
        assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
        assert client.get(reverse("mfa_deactivate_totp")).status_code == 200


def test_a_sealed_word_opens_only_whole(db):
    from thidua.foundation.keys import CannotRead

    sealed = seal("JBSWY3DPEHPK3PXP")
    with pytest.raises(CannotRead):
        unseal(("A" if sealed[-5] != "A" else "B").join([sealed[:-5], sealed[-4:]]))


class TestLanguage:
    def test_chosen_and_kept_with_the_account(self, client, user):
        client.force_login(user)
        answer = client.post(reverse("accounts_language"), {"language": "en", "next": reverse("accounts_me")})
        assert answer.url == reverse("accounts_me")
        assert "My account" in text(client.get(reverse("accounts_me")))
        user.refresh_from_db()
        assert user.language == "en"

    @pytest.mark.parametrize("address", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
    def test_never_to_another_host(self, client, db, address):
        answer = client.post(reverse("accounts_language"), {"language": "vi", "next": address})
        assert answer.url == "/"
