"""Which papers a dossier has, and in how many sets."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.book import Book, CannotAnswer, before_horizon
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load
from thidua.law.honours import Honour
from thidua.law.instruments import standing

CONDITIONS_VI = {
    "always": "",
    "invention": "khi thành tích là phát minh, sáng chế, sáng kiến, tác phẩm",
    "feat": "khi có thành tích đột xuất, đóng góp lớn, phát minh, sáng kiến, tác phẩm cần xác nhận",
}


@dataclass(frozen=True, slots=True)
class PaperNeed:
    """`condition` is empty for a paper that every such dossier has."""

    code: str
    label_vi: str
    condition: str
    cite: Cite
    confidence: Confidence

    @property
    def is_always(self) -> bool:
        return not self.condition


@dataclass(frozen=True, slots=True)
class Sets:
    n: int
    cite: Cite
    confidence: Confidence


def required_papers(
    book: Book, honour: str, kind: str, on: date, *, simplified: bool = False
) -> tuple[PaperNeed, ...]:
    """The papers of a dossier for the honour on a day, conditional ones included."""
    table = load("papers.yaml")
    local = book.local_papers(honour, on)
    if local:
        return tuple(
            PaperNeed(
                code, table["labels"][code], CONDITIONS_VI.get(when, when), local.cite, local.confidence
            )
            for code, when in local.papers.items()
        )
    if simplified and on.isoformat() >= table["simplified"]["since"]:
        return _needs(table["simplified"], table["labels"])
    for row in table["lists"]:
        if _matches(row, book.honour(honour), on):
            return _needs(row, table["labels"], kind)
    raise CannotAnswer(before_horizon(on, date(2004, 7, 1)), field="on")


def _matches(row: dict[str, Any], asked: Honour, on: date) -> bool:
    day = on.isoformat()
    in_force = row["since"] <= day < row.get("until", "9999")
    return (
        in_force
        and asked.code in row.get("honours", (asked.code,))
        and asked.nature == row.get("nature", asked.nature)
        and asked.level in row.get("levels", (asked.level,))
    )


def _needs(row: dict[str, Any], labels: dict[str, str], _kind: str = "") -> tuple[PaperNeed, ...]:
    cite, confidence = Cite.parse(row["cites"][0]), Confidence(row["confidence"])
    return tuple(
        PaperNeed(code, labels[code], CONDITIONS_VI[when], cite, confidence)
        for code, when in row["papers"].items()
    )


def cites_of(book: Book, honour: str, on: date) -> tuple[Cite, ...]:
    """All provisions that the list of papers rests on."""
    local = book.local_papers(honour, on)
    if local:
        return (local.cite,)
    rows = (row for row in load("papers.yaml")["lists"] if _matches(row, book.honour(honour), on))
    row = next(rows, None)
    return standing((Cite.parse(text) for text in row["cites"]), on) if row else ()


def sets_needed(book: Book, honour: str, on: date) -> Sets | None:
    """Original sets for the deciding level; None where a local rule says and none is loaded."""
    local = book.local_value(f"sets/{honour}", on)
    if local:
        return Sets(int(local.value), local.cite, local.confidence)
    for row in load("papers.yaml")["sets"]:
        if _matches(row, book.honour(honour), on):
            return Sets(row["n"], Cite.parse(row["cite"]), Confidence(row["confidence"]))
    return None
