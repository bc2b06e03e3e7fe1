"""Reads plain data into the dataclasses of `facts`, and names the key that is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from types import UnionType
from typing import (
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from thidua.kernel.errors import Cannot

Fact = TypeVar("Fact")


class CannotReadRecord(Cannot):
    """The record doesn't have the shape the law can read."""


def refuse(where: str, why: str) -> CannotReadRecord:
    return CannotReadRecord(f"Không đọc được «{where}»: {why}.", field=where)


def read_list(kind: type[Fact], value: object, where: str) -> tuple[Fact, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise refuse(where, "cần một danh sách")
    return tuple(read_fact(kind, item, f"{where}[{n}]") for n, item in enumerate(value))


def read_fact(kind: type[Fact], value: object, where: str) -> Fact:
    if not isinstance(value, Mapping):
        raise refuse(where, "cần một nhóm khóa: giá trị")
    if True in value:
        raise refuse(where, "khóa `on` phải đặt trong ngoặc kép, YAML đọc nó là true")
    hints = HINTS.setdefault(kind, get_type_hints(kind))
    for key in value:
        if key not in hints:
            raise refuse(f"{where}.{key}", "không có khóa này")
    _require(kind, value, where)
    read = {key: _value(hints[key], item, f"{where}.{key}") for key, item in value.items()}
    return kind(**read)


HINTS: dict[type, dict[str, Any]] = {}


def _require(kind: type, value: Mapping[object, object], where: str) -> None:
    for item in fields(cast("Any", kind)):
        if item.default is MISSING and item.name not in value:
            raise refuse(f"{where}.{item.name}", "thiếu khóa này")


def _value(hint: object, value: object, where: str) -> object:
    if get_origin(hint) in (Union, UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return None if value is None else _value(options[0], value, where)
    if get_origin(hint) is Literal:
        return _choice(get_args(hint), value, where)
    if get_origin(hint) is tuple:
        return _span(value, where)
    return READERS[cast("type", hint)](value, where)


def _choice(allowed: tuple[str, ...], value: object, where: str) -> object:
    if value not in allowed:
        raise refuse(where, f"{value!r} không thuộc {', '.join(allowed)}")
    return value


def _span(value: object, where: str) -> tuple[int, int]:
    if not isinstance(value, Sequence) or len(value) != 2:
        raise refuse(where, "cần [năm đầu, năm cuối]")
    first, last = (_whole(year, where) for year in value)
    if first > last:
        raise refuse(where, "năm đầu sau năm cuối")
    return first, last


def _whole(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise refuse(where, f"{value!r} không phải số nguyên không âm")
    return value


def _truth(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise refuse(where, f"{value!r} không phải true hoặc false")
    return value


def _day(value: object, where: str) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise refuse(where, f"{value!r} không phải ngày NNNN-TT-NN") from None


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise refuse(where, "cần một chữ")
    return value


READERS = {int: _whole, bool: _truth, date: _day, str: _text}
