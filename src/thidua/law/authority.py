"""Who decides, who proposes, who pays, who revokes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.book import Book, CannotAnswer, before_horizon
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load
from thidua.law.instruments import regime
from thidua.law.offices import CENTRAL, CHAINS, NAMES_VI


@dataclass(frozen=True, slots=True)
class Authority:
    code: str
    cites: tuple[Cite, ...]
    confidence: Confidence

    @property
    def cite(self) -> Cite:
        return self.cites[0]

    @property
    def name_vi(self) -> str:
        return NAMES_VI[self.code]


@dataclass(frozen=True, slots=True)
class Powers:
    """What the head of an office may give by name in the law."""

    office: str
    honours: tuple[str, ...]
    cites: tuple[Cite, ...]
    confidence: Confidence


def powers(book: Book, office: str, on: date) -> Powers | None:
    """By statute, and what the place's own rules let the office give."""
    spans = load("authority.yaml").get(office)
    if spans is None:
        return None
    row = _row_on(spans, on)
    cites = tuple(Cite.parse(text) for text in row["cites"])
    own = [item for rules in book.standing(on) for item in rules.deciders if office in item.offices]
    return Powers(
        office,
        (*row["honours"], *(item.honour for item in own)),
        (*cites, *(item.cite for item in own)),
        Confidence(row["confidence"]),
    )


def _row_on(spans: dict[str, Any], on: date) -> dict[str, Any]:
    started = [day for day in spans if date.fromisoformat(day) <= on]
    if not started:
        raise CannotAnswer(before_horizon(on, date.fromisoformat(min(spans))), field="on")
    row: dict[str, Any] = spans[max(started)]
    return row


def decider(book: Book, honour: str, level: str, on: date) -> Authority | None:
    """The lowest office, at the candidate's level or above, that may give the honour."""
    own = _local_decider(book, honour, level, on)
    if own:
        return own
    for office in CHAINS.get(level, ()):
        held = powers(book, office, on)
        if held and honour in held.honours:
            return Authority(office, held.cites, held.confidence)
    return None


def _local_decider(book: Book, honour: str, level: str, on: date) -> Authority | None:
    """Who gives a place's own honour, by its own rule."""
    for rules in book.standing(on):
        for item in rules.deciders:
            offices = [office for office in CHAINS.get(level, ()) if office in item.offices]
            if item.honour == honour and offices:
                return Authority(offices[0], (item.cite,), item.confidence)
    return None


def proposer(book: Book, honour: str, level: str, on: date) -> Authority | None:
    """Who sends the proposal to the decider: the province for what the centre gives, else the level."""
    office = decider(book, honour, level, on)
    if office is None:
        return None
    law = _law(on)
    if office.code not in CENTRAL:
        return Authority(level, (Cite.parse(f"{law} 83.1"),), Confidence.TEXT)
    clause = "4" if office.code != "ctn" and law == "06/2022/QH15" else "2"
    ahead = "bo" if level == "bo" else "tinh"
    return Authority(ahead, (Cite.parse(f"{law} 83.{clause}"),), Confidence.TEXT)


def _law(on: date) -> str:
    return "15/2003/QH11" if regime(on) in "A-" else "06/2022/QH15"
