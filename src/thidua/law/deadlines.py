"""By when, and how long a step may take."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load

Unit = Literal["day", "working_day", "date"]


@dataclass(frozen=True, slots=True)
class Term:
    """A number of days, or (unit "date") the last day itself."""

    days: int | None
    unit: Unit
    last_day: date | None
    cite: Cite
    confidence: Confidence


def deadline(
    book: Book,
    step: str,
    on: date,
    *,
    honour: str | None = None,
    level: str | None = None,
    kind: str | None = None,
    year: int | None = None,
    consult: bool | None = None,
    sector: str | None = None,
) -> Term | None:
    """The term of a step, the place's own first; None where a local rule sets it and none is loaded."""
    asked = {"honours": honour, "levels": level, "kinds": kind}
    local = [row for row in book.local_terms(step, on) if _meant(row, sector, year)]
    for row in (*local, *load("deadlines.yaml").get(step, ())):
        if _in_force(row, on) and _matches(row, asked) and _consults(row, consult):
            return _term(row, year, on)
    return None


def _meant(row: dict[str, Any], sector: str | None, year: int | None) -> bool:
    """A row for schools serves schools alone; one for the merit of a year, that year alone."""
    return row.get("sector") == sector and row.get("for_year") in (None, year)


def appraisal_days(book: Book, honour: str, level: str, on: date) -> Term | None:
    """How long the level that decides may take from a full dossier."""
    step = "appraise" if level == "central" else "decide"
    return deadline(book, step, on, honour=honour, level=level, consult=False)


def _in_force(row: dict[str, Any], on: date) -> bool:
    day = on.isoformat()
    return bool(row["since"] <= day < row.get("until", "9999"))


def _matches(row: dict[str, Any], asked: dict[str, str | None]) -> bool:
    return all(key not in row or value in row[key] for key, value in asked.items())


def _consults(row: dict[str, Any], consult: bool | None) -> bool:  # noqa: FBT001
    return row.get("consult") is None or row["consult"] == consult


def _term(row: dict[str, Any], year: int | None, on: date) -> Term | None:
    cite, confidence = Cite.parse(row["cite"]), Confidence(row["confidence"])
    if "month_day" not in row:
        return Term(row["days"], row["unit"], None, cite, confidence)
    last = _last_day(row, year, on)
    return Term(None, "date", last, cite, confidence) if last else None


def _last_day(row: dict[str, Any], year: int | None, on: date) -> date | None:
    """The day of the year of merit or after it; a yearly day without such a year is the next to come."""
    if "of_congress" in row:
        return _next_congress(row, year, on)
    if year is not None:
        return date.fromisoformat(f"{year + row.get('years_after', 0)}-{row['month_day']}")
    if "years_after" in row:
        return None
    day = date.fromisoformat(f"{on.year}-{row['month_day']}")
    return day if day >= on else day.replace(year=on.year + 1)


# The national congress of emulation meets every five years (2015, 2020, 2025).
CONGRESS = 5


def _next_congress(row: dict[str, Any], year: int | None, on: date) -> date:
    merit = on.year - 1 if year is None else year
    return date.fromisoformat(f"{(merit // CONGRESS + 1) * CONGRESS}-{row['month_day']}")
