"""Says of a refused setting its name, what is wrong and what to do; never its value, which may be a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.kernel.errors import Cannot

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class CannotStart(Cannot):
    """The settings do not fit."""


MISSING = {
    "database_url": "hãy chạy qua ./thidua, hoặc đặt · start through ./thidua, or give "
    "postgresql://user:password@host:5432/thidua",
    "secret_key": "hãy chạy qua ./thidua, hoặc đặt · start through ./thidua, or give at least 32 random characters",
    "thidua_home": "hãy chạy qua ./thidua, hoặc đặt · start through ./thidua, or give a folder only this user can write",
}
WRONG = {
    "string_too_short": "cần ít nhất 32 ký tự ngẫu nhiên · needs at least 32 random characters",
    "bool_parsing": "chỉ nhận 1 hoặc 0 · takes 1 or 0",
}


def sentence(complaint: ErrorDetails) -> str:
    name = str(complaint["loc"][0]) if complaint["loc"] else ""
    kind = complaint["type"]
    said = MISSING.get(name) if kind == "missing" else WRONG.get(kind)
    said = said or complaint["msg"].removeprefix("Value error, ")
    return f"{name.upper()}: {said}" if name else said
