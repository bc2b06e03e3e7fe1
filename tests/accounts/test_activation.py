from datetime import date, timedelta

import pytest

from factories.accounts import UserFactory
from factories.organisations import WardFactory, actor
from thidua.modules.accounts import actions
from thidua.modules.organisations.roles import Role

TODAY = date(2026, 11, 23)
PASSWORD = "Cầu-Dền-1947"


@pytest.fixture(autouse=True)
def _quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def issuer(db):
    return actor(WardFactory(), Role.ADMINISTRATOR)


@pytest.fixture
def user(issuer, now):
    return actions.open_account(actor=issuer, now=now, username="Bình.TT", full_name=" Trần  Thị Bình ")


def activate(now, code, *, username="binh.tt", password=PASSWORD, on=TODAY):
    return actions.activate(actor=None, on=on, now=now, username=username, code=code, password=password)


def issue(issuer, user, now):
    return actions.issue_slip(actor=issuer, now=now, user=user, expires_on=TODAY + timedelta(days=14))[1]


def test_a_user_name_is_kept_without_marks(user):
    assert (user.username, user.full_name, user.has_usable_password()) == ("binh.tt", "Trần Thị Bình", False)


@pytest.mark.parametrize("username", ["ab", "bình tt", "a@b.vn", "binh.tt"])
def test_a_bad_or_taken_user_name_is_refused(user, issuer, now, username):
    with pytest.raises(actions.CannotOpenAccount) as refusal:
        actions.open_account(actor=issuer, now=now, username=username, full_name="Ai")
    assert refusal.value.field == "username"


def test_the_slip_gives_a_password_once(user, issuer, now):
    code = issue(issuer, user, now)
    assert activate(now, code.lower()).check_password(PASSWORD)
    with pytest.raises(actions.CannotActivate):
        activate(now, code)


def test_a_new_slip_makes_the_old_one_void(user, issuer, now):
    old, new = issue(issuer, user, now), issue(issuer, user, now)
    with pytest.raises(actions.CannotActivate):
        activate(now, old)
    assert activate(now, new) == user


def test_a_slip_expires(user, issuer, now):
    code = issue(issuer, user, now)
    last = TODAY + timedelta(days=14)
    with pytest.raises(actions.CannotActivate, match="too old"):
        activate(now, code, on=last + timedelta(days=1))
    assert activate(now, code, on=last) == user


def test_a_weak_password_is_refused_and_the_slip_stays(user, issuer, now):
    code = issue(issuer, user, now)
    with pytest.raises(actions.CannotActivate) as refusal:
        activate(now, code, password="12345678")
    assert refusal.value.field == "password"
    assert activate(now, code) == user


@pytest.mark.parametrize(
    ("username", "code"), [("khong.co", "ABCDE-FGHJK"), ("binh.tt", "ABCDE-FGHJK"), ("binh.tt", "")]
)
def test_the_same_words_whether_or_not_the_name_exists(user, issuer, now, username, code):
    issue(issuer, user, now)
    with pytest.raises(actions.CannotActivate, match="do not belong together"):
        activate(now, code, username=username)


def test_the_code_is_kept_nowhere(user, issuer, now):
    code = issue(issuer, user, now).replace("-", "")
    slip = user.slips.get()
    assert code not in slip.code_hash
    assert "code_hash" not in {field.name for field in slip.events.model._meta.get_fields()}


def test_a_shut_account_is_not_activated(user, issuer, now):
    code = issue(issuer, user, now)
    actions.set_active(actor=issuer, user=user, is_active=False, reason="nghỉ việc")
    with pytest.raises(actions.CannotActivate):
        activate(now, code)


def test_one_address_for_one_account(user, issuer):
    UserFactory(email="binh@example.vn")
    with pytest.raises(actions.CannotOpenAccount) as refusal:
        actions.change_own_email(actor=issuer, user=user, email=" Binh@Example.vn ")
    assert refusal.value.field == "email"
