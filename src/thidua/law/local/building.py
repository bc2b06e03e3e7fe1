"""Makes the rules of a place from data that has been checked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from thidua.law.cite import Cite, Confidence
from thidua.law.conditions import Condition
from thidua.law.honours import SINCE_ALWAYS, Honour
from thidua.law.instruments import Instrument
from thidua.law.local.arguments import KIND_ARGUMENTS
from thidua.law.local.rules import (
    Criterion,
    LocalHonour,
    LocalOffices,
    LocalPapers,
    LocalRules,
    LocalTerm,
    LocalValue,
)

Row = Mapping[str, Any]
# Arguments that an evaluator reads without a default of its own.
DEFAULTS: dict[str, dict[str, Any]] = {"service": {"below": None, "hardship_factor": None}}


class Source:
    """Where the entries of a file stand, and how well the instrument was read."""

    def __init__(self, told: Row) -> None:
        self.number: str = told["number"]
        self.confidence = Confidence(told["confidence"])

    def cite(self, row: Row, above: Cite | None = None) -> Cite:
        """The provision of an entry; a condition without one stands where its criterion does."""
        if not row.get("at"):
            return above or Cite(self.number)
        return Cite.parse(f"{self.number.replace(' ', '_')} {row['at']}")

    def sure(self, row: Row, above: Confidence | None = None) -> Confidence:
        return Confidence(row["confidence"]) if row.get("confidence") else above or self.confidence


def build(content: Row, file: str, digest: str) -> LocalRules:
    told = content["instrument"]
    source = Source(told)
    return LocalRules(
        file=file,
        place=told["place"],
        instrument=_instrument(told),
        issued_by=told["by"],
        since=_day(told["since"]),
        until=_day(told["until"]) if told.get("until") else None,
        checked_on=_day(told["checked_on"]),
        digest=digest,
        is_example=told.get("is_example", False),
        source=told.get("source"),
        criteria=tuple(_criterion(row, source) for row in content.get("criteria") or ()),
        values=tuple(value_of(row, source) for row in content.get("values") or ()),
        deadlines=tuple(term_of(row, source, told) for row in content.get("deadlines") or ()),
        papers=tuple(
            LocalPapers(row["honour"], dict(row["documents"]), source.cite(row), source.sure(row))
            for row in content.get("papers") or ()
        ),
        deciders=tuple(
            LocalOffices(row["honour"], tuple(row["offices"]), source.cite(row), source.sure(row))
            for row in content.get("deciders") or ()
        ),
        honours=tuple(
            LocalHonour(honour_of(row), row.get("certificate", ""), source.cite(row))
            for row in content.get("honours") or ()
        ),
    )


def _instrument(told: Row) -> Instrument:
    return Instrument(
        number=told["number"],
        name_vi=told["name"],
        issued=_day(told["issued"]) if told.get("issued") else None,
        since=_day(told["since"]),
        until=_day(told["until"]) if told.get("until") else None,
        replaced_by=None,
        text_at_hand=told["confidence"] == Confidence.TEXT,
        confidence=told["confidence"],
        note_vi=told.get("note"),
    )


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _criterion(row: Row, source: Source) -> Criterion:
    cite, sure = source.cite(row), source.sure(row)
    return Criterion(
        honour=row["honour"],
        kind=row["kind"],
        conditions=conditions(row["conditions"], source, cite, sure),
        cite=cite,
        confidence=sure,
        replaces=row.get("replaces"),
        adds=row.get("adds"),
    )


def conditions(
    rows: Sequence[Row], source: Source, cite: Cite, sure: Confidence, prefix: str = "local"
) -> tuple[Condition, ...]:
    return tuple(_condition(row, source, cite, sure, f"{prefix}_{n + 1}") for n, row in enumerate(rows))


def _condition(row: Row, source: Source, above: Cite, known: Confidence, code: str) -> Condition:
    kind, cite, sure = row["kind"], source.cite(row, above), source.sure(row, known)
    return Condition(
        code=row.get("code") or code,
        kind=kind,
        cite=cite,
        args=arguments_of(row, kind),
        parts=conditions(row.get("parts") or (), source, cite, sure, code),
        confidence=sure,
        by=row.get("by"),
    )


def arguments_of(row: Row, kind: str) -> dict[str, Any]:
    given = {name: row[name] for name in KIND_ARGUMENTS[kind] if row.get(name) is not None}
    if "vi" in given:
        given.setdefault("en", given["vi"])
    lists = {name: tuple(value) for name, value in given.items() if isinstance(value, list)}
    return {**DEFAULTS.get(kind, {}), **given, **lists}


def value_of(row: Row, source: Source) -> LocalValue:
    return LocalValue(
        name=row["name"],
        value=row.get("value"),
        cite=source.cite(row),
        confidence=source.sure(row),
        levels=tuple(row.get("levels") or ()),
        kinds=tuple(row.get("kinds") or ()),
    )


def term_of(row: Row, source: Source, told: Row) -> LocalTerm:
    """A row as `deadlines.yaml` has them, its cite written out, its days those of the instrument."""
    kept = {key: value for key, value in row.items() if key not in ("step", "at") and value is not None}
    number = source.number.replace(" ", "_")
    kept["cite"] = f"{number} {row['at']}" if row.get("at") else number
    kept["confidence"] = source.sure(row).value
    kept["since"] = _day(told["since"]).isoformat()
    if told.get("until"):
        kept["until"] = _day(told["until"]).isoformat()
    return LocalTerm(row["step"], kept)


def honour_of(row: Row) -> Honour:
    """A place's own honour, below those of the catalogue; that it wasn't given earlier nobody says."""
    return Honour(
        code=row["code"],
        name_vi=row["vi"],
        name_en=row.get("en") or row["vi"],
        short_vi=row.get("short") or row["vi"],
        nature=row["nature"],
        recipient=tuple(row["to"]),
        level=row["level"],
        line="local",
        since=SINCE_ALWAYS,
        until=None,
        rank=LOCAL_RANK,
        years=int(row.get("years") or 0),
    )


LOCAL_RANK = 1000
