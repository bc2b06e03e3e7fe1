"""Reads plain data into the dataclasses of `facts`, and names the key that is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, partial
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
Reader = Callable[[object, str], object]


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
    plain: type = kind
    readers = _readers(plain)
    for key in value:
        if key not in readers:
            raise refuse(f"{where}.{key}", "không có khóa này")
    for name in _required(plain):
        if name not in value:
            raise refuse(f"{where}.{name}", "thiếu khóa này")
    read = {key: readers[key](item, f"{where}.{key}") for key, item in value.items()}
    return kind(**read)


@cache
def _readers(kind: type) -> dict[object, Reader]:
    """For each field; types are looked into once, records are read by the thousand."""
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


@cache
def _required(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(cast("Any", kind)) if item.default is MISSING)


def _reader(hint: object) -> Reader:
    if get_origin(hint) in (Union, UnionType):
        known = next(option for option in get_args(hint) if option is not type(None))
        return partial(_optional, _reader(known))
    if get_origin(hint) is Literal:
        return partial(_choice, get_args(hint))
    return _span if get_origin(hint) is tuple else READERS[cast("type", hint)]


def _optional(reader: Reader, value: object, where: str) -> object:
    return None if value is None else reader(value, where)


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


READERS: dict[type, Reader] = {int: _whole, bool: _truth, date: _day, str: _text}
