from pathlib import Path

import pytest

from thidua.site.settings import environment
from thidua.site.settings.complaints import CannotStart

GOOD = {
    "DATABASE_URL": "postgresql://thidua_app:p%40ss@db.example:5433/thidua?sslmode=require",
    "SECRET_KEY": "s" * 40,
    "THIDUA_HOME": "/srv/thidua",
}
OURS = (*(name.upper() for name in environment.Environment.model_fields),)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def load() -> environment.Environment:
    return environment.load.__wrapped__()


@pytest.mark.usefixtures("given")
def test_three_values_are_enough() -> None:
    found = load()
    assert found.database == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "thidua",
        "USER": "thidua_app",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }
    assert (found.keys_path, found.files_path) == (Path("/srv/thidua/keys.json"), Path("/srv/thidua/files"))
    assert (found.debug, found.demonstration, found.is_secure, found.email) == (False, False, False, {})


@pytest.mark.parametrize("name", GOOD)
def test_what_must_be_given_is_named(given: pytest.MonkeyPatch, name: str) -> None:
    given.delenv(name)
    with pytest.raises(CannotStart, match=f"^{name}: ") as refusal:
        load()
    assert "./thidua" in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://x/y"),
        ("DATABASE_URL", "postgresql://db.example"),
        ("DATABASE_URL", "postgresql://x:y@h:port/d"),
        ("DATABASE_URL", "postgresql://x/y?nonsense=1"),
        ("DATABASE_OWNER_URL", "sqlite:///x"),
        ("SECRET_KEY", "short"),
        ("DEBUG", "perhaps"),
        ("BASE_URL", "ward.gov.vn"),
        ("BASE_URL", "https://ward.gov.vn/x"),
        ("EMAIL_URL", "mail.ward.gov.vn"),
        ("EMAIL_URL", "smtp://mail.example:99999"),
        ("EMAIL_FROM", "ward"),
    ],
)
def test_a_bad_value_is_refused_by_its_name(given: pytest.MonkeyPatch, name: str, value: str) -> None:
    given.setenv(name, value)
    with pytest.raises(CannotStart, match=f"^{name}: ") as refusal:
        load()
    assert value not in str(refusal.value)


def test_all_bad_values_are_named_at_once(given: pytest.MonkeyPatch) -> None:
    given.setenv("DEBUG", "perhaps")
    given.setenv("SECRET_KEY", "short")
    with pytest.raises(CannotStart) as refusal:
        load()
    assert [line.split(":")[0] for line in str(refusal.value).splitlines()] == ["SECRET_KEY", "DEBUG"]


def test_debug_stays_at_home(given: pytest.MonkeyPatch) -> None:
    given.setenv("DEBUG", "1")
    assert load().debug is True
    given.setenv("ALLOWED_HOSTS", "localhost, thidua.example.gov.vn")
    with pytest.raises(CannotStart, match="ALLOWED_HOSTS"):
        load()


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+tls://ward:p%40ss@mail.example", 587, True, False),
        ("smtp+ssl://mail.example:1465", 1465, False, True),
    ],
)
def test_the_mail_server_is_read(
    given: pytest.MonkeyPatch, url: str, port: int, tls: bool, ssl: bool
) -> None:
    given.setenv("EMAIL_URL", url)
    found = load().email
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)


def test_a_password_of_the_mail_server_is_decoded(given: pytest.MonkeyPatch) -> None:
    given.setenv("EMAIL_URL", "smtp+tls://ward%40x:p%40ss@mail.example")
    found = load().email
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("ward@x", "p@ss")


@pytest.mark.usefixtures("given")
def test_passwords_do_not_show() -> None:
    assert [secret in repr(load()) for secret in ("p%40ss", "p@ss", "s" * 40)] == [False] * 3
