"""The instruments the rules cite, and the regime of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from thidua.kernel.errors import Cannot
from thidua.law.cite import Cite
from thidua.law.files import load


class CannotFindInstrument(Cannot):
    """No instrument bears this number."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree, circular or guidance; `until` is the first day it no longer stands."""

    number: str
    name_vi: str
    issued: date | None
    since: date | None
    until: date | None
    replaced_by: str | None
    text_at_hand: bool
    confidence: str
    note_vi: str | None


@cache
def instruments() -> dict[str, Instrument]:
    return {number: _read(number, row) for number, row in load("instruments.yaml").items()}


def _read(number: str, row: dict[str, Any]) -> Instrument:
    return Instrument(
        number=number,
        name_vi=row["name"],
        issued=_day(row.get("issued")),
        since=_day(row.get("since")),
        until=_day(row.get("until")),
        replaced_by=row.get("replaced_by"),
        text_at_hand=row.get("text_at_hand", False),
        confidence=row.get("confidence", "secondary"),
        note_vi=row.get("note"),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def instrument(number: str) -> Instrument:
    try:
        return instruments()[number]
    except KeyError:
        sentence = f"Không có văn bản số «{number}» trong danh mục."
        raise CannotFindInstrument(sentence, field="instrument") from None


def standing(cites: Iterable[Cite], on: date) -> tuple[Cite, ...]:
    """Of provisions that followed each other, those of instruments that stand on the day."""
    return tuple(cite for cite in cites if _stands(instruments()[cite.instrument], on))


def _stands(found: Instrument, on: date) -> bool:
    """An end that no other instrument has filled is left to the warning."""
    has_begun = found.since is None or found.since <= on
    is_replaced = found.until is not None and found.until <= on and found.replaced_by is not None
    return has_begun and not is_replaced


REGIMES = (
    (date(2026, 10, 1), "D"),
    (date(2025, 7, 1), "C"),
    (date(2024, 1, 1), "B"),
    (date(2014, 6, 1), "A"),
)
NAMES_VI = {
    "A": "Luật 15/2003/QH11 (sửa đổi 2013) và các nghị định hướng dẫn",
    "B": "Luật 06/2022/QH15 và Nghị định 98/2023/NĐ-CP",
    "C": "Luật 06/2022/QH15, Nghị định 152/2025/NĐ-CP, Nghị định 129/2025/NĐ-CP",
    "D": "Luật 06/2022/QH15 sửa đổi bởi Luật 06/2026/QH16 (chưa có toàn văn)",
}
WARNING_D = (
    "Luật 06/2026/QH16 có hiệu lực từ 01/10/2026 nhưng chưa có toàn văn: kết quả tính theo quy định "
    "trước ngày đó, cần đối chiếu văn bản mới."
)


def regime(day: date) -> str:
    """A, B, C or D; earlier days belong to none that the rules know ("-")."""
    return next((name for since, name in REGIMES if day >= since), "-")
