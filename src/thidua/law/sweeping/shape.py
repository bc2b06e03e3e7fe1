"""The shape of long rows: which columns each list of the record has, and what may stand in them."""

from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from thidua.law import facts
from thidua.law.honours import catalogue
from thidua.law.question import Group, Kind, Position, Sex
from thidua.law.record import LISTS

Sort = Literal["word", "number", "day", "flag"]
SORTS: dict[type, Sort] = {str: "word", int: "number", date: "day", bool: "flag"}


@dataclass(frozen=True, slots=True)
class Key:
    """A column; `default` stands where nothing is written, None where that is unknown."""

    name: str
    sort: Sort
    is_required: bool = False
    default: Any = None
    words: tuple[str, ...] | None = None


@cache
def shape_of(name: str) -> dict[str, Key]:
    """The columns of a list, as the fields of its items."""
    kind = LISTS[name]
    hints = get_type_hints(kind)
    keys: dict[str, Key] = {}
    for item in fields(kind):
        if item.name == "for_years":
            keys |= {each: Key(each, "number") for each in ("merit_from", "merit_to")}
            continue
        is_required = item.default is MISSING
        default = None if is_required else item.default
        keys[item.name] = _key(item.name, hints[item.name], default, is_required=is_required)
    return keys


def _key(name: str, hint: Any, default: Any = None, *, is_required: bool = False) -> Key:
    if get_origin(hint) in (Union, UnionType):
        hint = next(option for option in get_args(hint) if option is not type(None))
    if get_origin(hint) is Literal:
        return Key(name, "word", is_required, default, get_args(hint))
    words = tuple(catalogue()) if name == "honour" else None
    return Key(name, SORTS[hint], is_required, default, words)


def _of_people() -> dict[str, Key]:
    keys = [Key("kind", "word", default="individual", words=get_args(Kind))]
    attributes = {"group": Group, "position": Position, "sex": Sex}
    keys += [Key(name, "word", words=get_args(hint)) for name, hint in attributes.items()]
    keys += [Key(name, "flag") for name in ("training", "registered")]
    keys += [Key("unit", "number"), Key("unknown", "word")]
    hints = get_type_hints(facts.Collective)
    keys += [_key(item.name, hints[item.name]) for item in fields(facts.Collective)]
    return {key.name: key for key in keys}


# `unit` is only handed on; `unknown` names the lists that nobody knows of this one ("titles awards").
PEOPLE = _of_people()
PROPOSALS = {"honour": Key("honour", "word", is_required=True), "year": Key("year", "number")}


def shape(file: str) -> dict[str, Key]:
    if file == "people":
        return PEOPLE
    return PROPOSALS if file == "proposals" else shape_of(file)


FILES = ("people", *LISTS, "proposals")
