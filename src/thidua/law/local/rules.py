"""A place's own rules, as read: one instrument with what it says."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.cite import Cite, Confidence
from thidua.law.conditions import Condition
from thidua.law.honours import Honour
from thidua.law.instruments import Instrument


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an honour asks of one kind of recipient.

    `replaces` names the delegated condition of the national rule; `adds` says where more is asked
    ("standards", "obstacles"); with neither, the conditions are the whole rule of a place's own honour.
    """

    honour: str
    kind: str
    conditions: tuple[Condition, ...]
    cite: Cite
    confidence: Confidence
    replaces: str | None = None
    adds: str | None = None

    @property
    def slot(self) -> tuple[str, ...]:
        return ("criteria", self.honour, self.kind, self.replaces or self.adds or "own")


@dataclass(frozen=True, slots=True)
class LocalValue:
    """A threshold, a share, a multiple, a span; `levels` and `kinds` empty mean all."""

    name: str
    value: Any
    cite: Cite
    confidence: Confidence
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def slot(self) -> tuple[str, ...]:
        return ("values", self.name, ",".join(self.levels), ",".join(self.kinds))

    def serves(self, name: str, level: str | None, kind: str | None) -> bool:
        fits = level in self.levels if self.levels else True
        return self.name == name and fits and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """A deadline or a number of days, in the form of `deadlines.yaml`."""

    step: str
    row: dict[str, Any]

    @property
    def slot(self) -> tuple[str, ...]:
        listed = (",".join(self.row.get(key, ())) for key in ("honours", "levels", "kinds"))
        return ("deadlines", self.step, *listed, str(self.row.get("sector")), str(self.row.get("for_year")))


@dataclass(frozen=True, slots=True)
class LocalPapers:
    honour: str
    papers: dict[str, str]
    cite: Cite
    confidence: Confidence

    @property
    def slot(self) -> tuple[str, ...]:
        return ("papers", self.honour)


@dataclass(frozen=True, slots=True)
class LocalOffices:
    """Which offices give a place's own honour, the lowest first."""

    honour: str
    offices: tuple[str, ...]
    cite: Cite
    confidence: Confidence

    @property
    def slot(self) -> tuple[str, ...]:
        return ("deciders", self.honour)


@dataclass(frozen=True, slots=True)
class LocalHonour:
    honour: Honour
    certificate: str
    cite: Cite

    @property
    def slot(self) -> tuple[str, ...]:
        return ("honours", self.honour.code)


Entry = Criterion | LocalValue | LocalTerm | LocalPapers | LocalOffices | LocalHonour


@dataclass(frozen=True, eq=False)
class LocalRules:
    """One instrument of a place, from its first day to the first day it no longer stands."""

    file: str
    place: str
    instrument: Instrument
    issued_by: str
    since: date
    until: date | None
    checked_on: date
    digest: str
    is_example: bool
    source: str | None = None
    criteria: tuple[Criterion, ...] = ()
    values: tuple[LocalValue, ...] = ()
    deadlines: tuple[LocalTerm, ...] = ()
    papers: tuple[LocalPapers, ...] = ()
    deciders: tuple[LocalOffices, ...] = ()
    honours: tuple[LocalHonour, ...] = ()

    @property
    def number(self) -> str:
        return self.instrument.number

    @property
    def is_of_commune(self) -> bool:
        return "/" in self.place

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def overlaps(self, since: date, until: date | None) -> bool:
        return (until is None or self.since < until) and (self.until is None or since < self.until)

    def entries(self) -> tuple[Entry, ...]:
        return (
            *self.criteria,
            *self.values,
            *self.deadlines,
            *self.papers,
            *self.deciders,
            *self.honours,
        )
