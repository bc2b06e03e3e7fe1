"""What is asked of the records: which source, what stands in the rows, what in the columns, which rows count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from thidua.law.cite import Confidence

SHIPPED = Path(__file__).parent / "forms.yaml"


@dataclass(frozen=True, slots=True)
class Definition:
    """`bands` are groups of columns beside each other, each with a column for each value; `filters` by dimension."""

    source: str
    rows: str
    bands: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "rows": self.rows,
            "bands": list(self.bands),
            "filters": {name: list(values) for name, values in self.filters.items()},
        }

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Definition":
        filters = {name: tuple(values) for name, values in said.get("filters", {}).items()}
        return cls(said["source"], said["rows"], tuple(said["bands"]), filters)


@dataclass(frozen=True, slots=True)
class StateForm:
    """A form whose layout and day the state (or the house) sets, with how well that was read."""

    slug: str
    code: str
    title: str
    cite: str
    confidence: Confidence
    since: date
    cadence: str
    definition: Definition
    until: date | None = None
    """The first day on which it no longer stands."""
    due: tuple[int, int] | None = None
    """Month and day in the year of the report."""

    def stands(self, until: date) -> bool:
        """Whether a period that ends before this day is reported by it."""
        return self.since < until and (self.until is None or until <= self.until)

    def due_on(self, year: int) -> date | None:
        return date(year, *self.due) if self.due else None


@cache
def shipped() -> dict[str, StateForm]:
    rows = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return {slug: _form(slug, row) for slug, row in rows.items()}


def _form(slug: str, row: Mapping[str, Any]) -> StateForm:
    due = row.get("due")
    return StateForm(
        slug=slug,
        code=row["code"],
        title=row["title"],
        cite=row["cite"],
        confidence=Confidence(row["confidence"]),
        since=row["since"],
        cadence=row["cadence"],
        definition=Definition.from_json(row),
        until=row.get("until"),
        due=(due["month"], due["day"]) if due else None,
    )
