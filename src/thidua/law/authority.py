"""Who decides, who proposes, who pays, who revokes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.book import Book, CannotAnswer, before_horizon
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load
from thidua.law.instruments import regime, standing
from thidua.law.offices import BESIDE, CENTRAL, CHAINS, NAMES_VI


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
    cites = standing(map(Cite.parse, row["cites"]), on)
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
    for office in {**CHAINS, **BESIDE}.get(level, ()):
        held = powers(book, office, on)
        if held and honour in held.honours:
            return Authority(office, held.cites, held.confidence)
        if (honour, office) in GIVEN_BY_ARTICLE_69 and regime(on) in "A-":
            return Authority(office, (Cite.parse("15/2003/QH11 69"),), Confidence.TEXT)
    return None


# Medals and badges until 2024: the article on them names who sets them up, that on powers is silent.
GIVEN_BY_ARTICLE_69 = {("KNC", "bo"), ("HUYHIEU", "bo"), ("HUYHIEU", "tinh")}


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
    if office.code not in CENTRAL:
        clause = "3" if regime(on) == "-" else "1"
        return Authority(level, (_proposals(clause, on),), Confidence.TEXT)
    to_president, to_government = CLAUSES[regime(on)]
    ahead = "bo" if level == "bo" else "tinh"
    clause = to_president if office.code == "ctn" else to_government
    return Authority(ahead, (_proposals(clause, on),), Confidence.TEXT)


# Clauses of article 83: what the President gives, and what the Government and the Prime Minister give.
CLAUSES = {"-": ("1", "2"), "A": ("2", "3"), "B": ("2", "4"), "C": ("2", "4"), "D": ("2", "4")}


def _proposals(clause: str, on: date) -> Cite:
    law = "15/2003/QH11" if regime(on) in "A-" else "06/2022/QH15"
    return Cite.parse(f"{law} 83.{clause}")
