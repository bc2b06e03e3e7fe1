"""Reads a file of cases and names what is wrong in it."""

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


def load_cases(path: Path) -> tuple[Case, ...]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 a safe loader
    except OSError:
        raise CannotReadCase(f"Không mở được tệp {path}.") from None
    except yaml.YAMLError as fault:
        raise CannotReadCase(f"{path}: không phải YAML đúng: {fault}") from None
    if not isinstance(rows, list):
        raise CannotReadCase(f"{path}: cần một danh sách các tình huống.")
    return tuple(_case(row, path, n) for n, row in enumerate(rows))


def _case(row: Any, path: Path, n: int) -> Case:
    where = f"{path}, tình huống {row.get('id', n + 1) if isinstance(row, dict) else n + 1}"
    if not isinstance(row, dict):
        raise CannotReadCase(f"{where}: cần một nhóm khóa: giá trị.")
    if True in row:
        raise CannotReadCase(f"{where}: khóa `on` phải đặt trong ngoặc kép, YAML đọc nó là true.")
    try:
        return _read(row)
    except KeyError as missing:
        raise CannotReadCase(f"{where}: thiếu khóa {missing}.") from None
    except (ValueError, TypeError) as fault:
        raise CannotReadCase(f"{where}: {fault}") from None


def _read(row: dict[str, Any]) -> Case:
    ask, expect = row["ask"], row["expect"]
    kinds = [kind for kind in KINDS if kind in ask]
    if len(kinds) != 1:
        raise ValueError(f"`ask` cần đúng một loại câu hỏi, có {kinds or list(ask)}")
    return Case(
        id=str(row["id"]),
        on=date.fromisoformat(row["on"]),
        place=row.get("place"),
        kind=kinds[0],
        ask=ask,
        candidate=row.get("candidate") or {},
        record=row.get("record") or {},
        answer=expect["answer"],
        unit=expect.get("unit"),
        cites=tuple(expect["cites"]),
    )
