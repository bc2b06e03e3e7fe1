"""Values that change by day: one file per value under `parameters`, each value with its cite."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from thidua.kernel.errors import Cannot
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load


class CannotFindValue(Cannot):
    """The law that is loaded has no value for the day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A value from its first day; None says that there is none, or that it isn't known."""

    since: date
    value: Any
    cite: Cite
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    label_vi: str
    unit: str
    values: tuple[Dated, ...]
    checked_on: date
    delegated: bool

    def on(self, day: date) -> Dated:
        """The value of a day; refuses days before the first."""
        found = [value for value in self.values if value.since <= day]
        if not found:
            first = self.values[0].since
            sentence = f"«{self.label_vi}»: chưa có căn cứ cho ngày trước {first:%d/%m/%Y}."
            raise CannotFindValue(sentence, field=self.name)
        return found[-1]


@cache
def parameter(name: str) -> Parameter:
    """Read `parameters/<name>.yaml`."""
    try:
        row = load(f"parameters/{name}.yaml")
    except FileNotFoundError:
        raise CannotFindValue(f"Không có thông số «{name}».", field=name) from None
    return Parameter(
        name=name,
        label_vi=row["label"],
        unit=row["unit"],
        values=tuple(_dated(day, value) for day, value in sorted(row["values"].items())),
        checked_on=date.fromisoformat(row["checked_on"]),
        delegated=row.get("delegated", False),
    )


@cache
def has_parameter(name: str) -> bool:
    return files("thidua.law").joinpath(f"parameters/{name}.yaml").is_file()


def _dated(day: str, row: Mapping[str, Any]) -> Dated:
    return Dated(
        since=date.fromisoformat(day),
        value=row["value"],
        cite=Cite.parse(row["cite"]),
        confidence=Confidence(row.get("confidence", "secondary")),
    )


@cache
def parameter_names() -> tuple[str, ...]:
    """Every value file, by its path without the ending."""
    root = files("thidua.law").joinpath("parameters")
    names = []
    for folder in sorted(root.iterdir(), key=lambda item: item.name):
        if folder.is_dir():
            names += [f"{folder.name}/{item.name}" for item in folder.iterdir()]
        else:
            names.append(folder.name)
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))
