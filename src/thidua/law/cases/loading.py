"""Reads files of cases. One that cannot be read is kept with the reason, so that the others are still asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from thidua.kernel.errors import Cannot
from thidua.law.files import Loader

KINDS = (
    "eligible",
    "barred",
    "prize",
    "decides",
    "powers",
    "competent",
    "quota",
    "vote",
    "publicise",
    "deadline",
    "dossier",
    "reissue",
    "revoke",
    "tenure",
    "together",
    "reuse",
)


class CannotReadCase(Cannot):
    """A case file doesn't have the shape of the case format."""


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    on: date
    place: str | None
    kind: str
    ask: Mapping[str, Any]
    candidate: Mapping[str, Any]
    record: Mapping[str, Any]
    answer: Any
    unit: str | None
    cites: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A case whose shape is wrong."""

    id: str
    why: str


def load_cases(path: Path) -> tuple[Case, ...]:
    """Every case of a file; refuses at the first that is wrong."""
    found = read_cases(path)
    for case in found:
        if isinstance(case, Unreadable):
            raise CannotReadCase(case.why)
    return tuple(case for case in found if isinstance(case, Case))


def read_cases(path: Path) -> tuple[Case | Unreadable, ...]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 a safe loader
    except (OSError, UnicodeDecodeError):
        raise CannotReadCase(f"Không đọc được tệp {path}.") from None
    except yaml.YAMLError as fault:
        raise CannotReadCase(f"{path}: không phải YAML đúng: {fault}") from None
    if not isinstance(rows, list):
        raise CannotReadCase(f"{path}: cần một danh sách các tình huống.")
    return tuple(_case(row, path, n) for n, row in enumerate(rows))


def _case(row: Any, path: Path, n: int) -> Case | Unreadable:
    name = str(row.get("id", n + 1)) if isinstance(row, dict) else str(n + 1)
    where = f"{path}, tình huống {name}"
    try:
        return _read(row)
    except KeyError as missing:
        return Unreadable(name, f"{where}: thiếu khóa {missing}.")
    except (AttributeError, ValueError, TypeError) as fault:
        return Unreadable(name, f"{where}: {fault}")


def _read(row: Any) -> Case:
    if not isinstance(row, dict):
        raise TypeError("cần một nhóm khóa: giá trị.")
    if True in row:
        raise ValueError("khóa `on` phải đặt trong ngoặc kép, YAML đọc nó là true.")
    ask, expect = row["ask"], row["expect"]
    kinds = [kind for kind in KINDS if kind in ask]
    if len(kinds) != 1:
        raise ValueError(f"`ask` cần đúng một loại câu hỏi, có {kinds or list(ask)}")
    return Case(
        id=str(row["id"]),
        on=_day(row["on"]),
        place=row.get("place"),
        kind=kinds[0],
        ask=ask,
        candidate=row.get("candidate") or {},
        record=row.get("record") or {},
        answer=expect["answer"],
        unit=expect.get("unit"),
        cites=tuple(expect.get("cites") or ()),
    )


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
