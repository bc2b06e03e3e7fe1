"""The catalogue of honours."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from thidua.kernel.errors import Cannot
from thidua.law.cite import Cite
from thidua.law.files import load

Nature = Literal["title", "form", "honorary"]
Line = Literal["state", "sector", "party", "union", "army", "police", "local"]
SINCE_ALWAYS = date(2004, 7, 1)
LAW_2022 = date(2024, 1, 1)


class CannotFindHonour(Cannot):
    """No honour bears this code."""


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or a form of commendation; `rank` 1 is the highest."""

    code: str
    name_vi: str
    name_en: str
    short_vi: str
    nature: Nature
    recipient: tuple[str, ...]
    level: str
    line: Line
    since: date
    until: date | None
    rank: int
    years: int
    articles: tuple[str | None, str | None] = (None, None)

    @property
    def is_yearly(self) -> bool:
        return self.years > 0

    def cite(self, day: date) -> Cite:
        """The article with its standards in the law in force on the day; of a newer title, in the newer law."""
        old, new = self.articles
        if day >= LAW_2022 or (old is None and new is not None):
            return Cite("06/2022/QH15", new)
        return Cite("15/2003/QH11", old)

    def exists_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@cache
def catalogue() -> dict[str, Honour]:
    """All honours by code, the highest first."""
    rows = load("honours.yaml")
    return {code: _read(code, row, rank) for rank, (code, row) in enumerate(rows.items(), 1)}


def _read(code: str, row: dict[str, str], rank: int) -> Honour:
    until = row.get("until")
    return Honour(
        code=code,
        name_vi=row["vi"],
        name_en=row["en"],
        short_vi=row["short"],
        nature=row["nature"],  # type: ignore[arg-type]
        recipient=tuple(row["to"]),
        level=row["level"],
        line=row.get("line", "state"),  # type: ignore[arg-type]
        since=date.fromisoformat(row["since"]) if "since" in row else SINCE_ALWAYS,
        until=date.fromisoformat(until) if until else None,
        rank=rank,
        years=int(row.get("years", 0)),
        articles=tuple(row.get("articles", (None, None))),  # type: ignore[arg-type]
    )


def honour(code: str) -> Honour:
    try:
        return catalogue()[code]
    except KeyError:
        sentence = f"Không có danh hiệu hoặc hình thức khen thưởng mang mã «{code}»."
        raise CannotFindHonour(sentence, field="honour") from None
