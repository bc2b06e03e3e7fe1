"""The settings that a machine gives, typed: a bad value is refused by its name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import SplitResult, unquote, urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from thidua.site.settings.complaints import CannotStart, sentence

EMAIL_SCHEMES = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}


def _commas(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _postgresql(value: str) -> str:
    parts = _libpq(value) if value.startswith(("postgresql://", "postgres://")) else {}
    if not parts.get("dbname"):
        raise ValueError("phải có dạng · must be like postgresql://user:password@host:5432/thidua")
    return value


def _libpq(value: str) -> Mapping[str, Any]:
    try:
        parts = conninfo_to_dict(value)
    except ProgrammingError:
        return {}
    return parts if str(parts.get("port") or "0").isdigit() else {}


def _origin(value: str) -> str:
    parts = _split(value, ("http", "https"))
    if parts is None or parts.path not in {"", "/"}:
        raise ValueError("phải có dạng · must be like https://thidua.example.gov.vn")
    return value.rstrip("/")


def _mail(value: str) -> str:
    if _split(value, EMAIL_SCHEMES) is None:
        raise ValueError(
            "phải có dạng · must be like smtp+tls://user:password@host:587 (smtp, smtp+tls, smtp+ssl)"
        )
    return value


def _split(value: str, schemes: Collection[str]) -> SplitResult | None:
    try:
        parts = urlsplit(value)
        is_whole = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none
        return None
    return parts if is_whole else None


def _address(value: str) -> str:
    name, _, domain = value.partition("@")
    if not name or "." not in domain or " " in value:
        raise ValueError("phải có dạng · must be like thidua@phuong.example.gov.vn")
    return value


Commas = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_commas)]
PostgresURL = Annotated[str, AfterValidator(_postgresql)]
Origin = Annotated[str, AfterValidator(_origin)]
MailURL = Annotated[str, AfterValidator(_mail)]
MailAddress = Annotated[str, AfterValidator(_address)]


class Environment(BaseSettings):
    """One attribute for each variable, in lower case."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    database_url: PostgresURL = Field(repr=False)
    database_owner_url: PostgresURL | None = Field(default=None, repr=False)
    secret_key: str = Field(min_length=32, repr=False)
    thidua_home: Path
    thidua_keys: Path | None = None
    files_dir: Path | None = None
    allowed_hosts: Commas = ("localhost", "127.0.0.1", "[::1]")
    base_url: Origin = "http://localhost:8000"
    debug: bool = False
    demonstration: bool = False
    email_url: MailURL | None = Field(default=None, repr=False)
    email_from: MailAddress | None = None
    webhooks_to_private_networks: bool = False
    backup_folder: Path | None = None
    backup_keep: int = Field(default=14, ge=1)

    @model_validator(mode="after")
    def _debug_stays_at_home(self) -> Self:
        if self.debug and not set(self.allowed_hosts) <= {
            "localhost",
            "127.0.0.1",
            "[::1]",
            "testserver",
        }:
            raise ValueError(
                "DEBUG=1 chỉ dùng khi ALLOWED_HOSTS là máy này · DEBUG shows passwords on error pages: "
                "switch it off where ALLOWED_HOSTS names other hosts"
            )
        return self

    @property
    def keys_path(self) -> Path:
        return self.thidua_keys or self.thidua_home / "keys.json"

    @property
    def files_path(self) -> Path:
        return self.files_dir or self.thidua_home / "files"

    @property
    def trial_key_path(self) -> Path:
        """The key of test signatures; made by the demonstration, of no value."""
        return self.thidua_home / "trial-key.p12"

    @property
    def is_secure(self) -> bool:
        """Reached by https: cookies and redirects may insist on it."""
        return self.base_url.startswith("https://")

    @property
    def database(self) -> dict[str, Any]:
        return _django_database(self.database_url)

    @property
    def owner_database(self) -> dict[str, Any]:
        return _django_database(self.database_owner_url or self.database_url)

    @property
    def email(self) -> dict[str, Any]:
        """Django's EMAIL_… settings; empty where no server of mail is named."""
        return _django_email(self.email_url) if self.email_url else {}


def _django_database(url: str) -> dict[str, Any]:
    parts = conninfo_to_dict(url)
    named = {key: str(parts.pop(name, "") or "") for key, name in _DJANGO_NAMES.items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **named,
        "OPTIONS": {k: v for k, v in parts.items() if v},
    }


_DJANGO_NAMES = {
    "NAME": "dbname",
    "USER": "user",
    "PASSWORD": "password",
    "HOST": "host",
    "PORT": "port",
}


def _django_email(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or EMAIL_SCHEMES[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
    }


@cache
def load() -> Environment:
    try:
        return Environment()  # type: ignore[call-arg]  # the values come from the environment
    except ValidationError as error:
        raise CannotStart("\n".join(sentence(complaint) for complaint in error.errors())) from None
