"""Where a rule stands: instrument, article, clause, point, and how well we have read it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

# "I.2" in a circular of parts and sections is one place, not an article with a clause.
SECTION = re.compile(r"^([IVX]+)\.")


class Confidence(StrEnum):
    """How a value or a condition was read."""

    TEXT = "text"  # in the full text of the norm
    SECONDARY = "secondary"  # quoted or told by an authority, a legal site or the press
    UNVERIFIED = "unverified"  # known from practice; nobody has checked it yet

    @property
    def label_vi(self) -> str:
        return LABELS[self][0]

    @property
    def label_en(self) -> str:
        return LABELS[self][1]


LABELS = {
    Confidence.TEXT: ("đã đọc toàn văn", "read in full"),
    Confidence.SECONDARY: (
        "theo nguồn thứ cấp, cần kiểm tra văn bản gốc",
        "from a secondary source, check the original text",
    ),
    Confidence.UNVERIFIED: (
        "chưa kiểm chứng, cần kiểm tra văn bản gốc",
        "unverified, check the original text",
    ),
}
KINDS = {
    "/QH": "Luật",
    "NĐ-CP": "Nghị định",
    "TT-": "Thông tư",
    "QĐ-": "Quyết định",
    "NQ-HĐND": "Nghị quyết",
    "BNV-TĐKT": "Công văn",
}


@dataclass(frozen=True, slots=True)
class Cite:
    """A provision; the parts that are not known are None."""

    instrument: str
    article: str | None = None
    clause: str | None = None
    point: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "06/2022/QH15 23.2.a"; a space within the number is written "_"."""
        number, _, place = text.partition(" ")
        place = SECTION.sub(r"\1:", place)
        parts: list[str | None] = [part or None for part in place.split(".")] if place else []
        article, clause, point = (*parts, None, None, None)[:3]
        article = article and article.replace(":", ".")
        return cls(number.replace("_", " "), article, clause, point)

    def label_vi(self) -> str:
        """As officers write it: "Luật 06/2022/QH15, Điều 23 khoản 2 điểm a"."""
        return self._label("Điều", "khoản", "điểm")

    def label_en(self) -> str:
        return self._label("Article", "clause", "point")

    def _label(self, article: str, clause: str, point: str) -> str:
        named = zip(
            (article, clause, point),
            (self.article, self.clause, self.point),
            strict=True,
        )
        place = " ".join(f"{word} {part}" for word, part in named if part)
        return f"{self.full_name}, {place}" if place else self.full_name

    @property
    def full_name(self) -> str:
        """The number with the kind of instrument before it: "Luật 06/2022/QH15"."""
        kind = next((name for mark, name in KINDS.items() if mark in self.instrument), "Văn bản")
        return f"{kind} {self.instrument}"

    def to_dict(self) -> dict[str, str]:
        parts = {
            "instrument": self.instrument,
            "article": self.article,
            "clause": self.clause,
            "point": self.point,
        }
        return {key: part for key, part in parts.items() if part}
