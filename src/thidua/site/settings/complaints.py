"""Says of a refused setting its name, what is wrong and what to do; never its value, which may be a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.kernel.errors import Cannot

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class CannotStart(Cannot):
    """The settings do not fit."""


MISSING = {
    "database_url": "no database is named: start through ./thidua, or give postgresql://user:password@host:5432/thidua",
    "secret_key": "no secret for sessions: start through ./thidua, or give at least 32 random characters and keep them",
    "thidua_home": "no folder for data is named: start through ./thidua, or give a folder only this user can write",
}


def sentence(complaint: ErrorDetails) -> str:
    name = str(complaint["loc"][0]) if complaint["loc"] else ""
    said = complaint["msg"].removeprefix("Value error, ")
    if complaint["type"] == "missing":
        said = MISSING.get(name, said)
    return f"{name.upper()}: {said}" if name else said
