"""Columns of a sheet of criteria, by the titles that officers give them."""

from collections.abc import Sequence
from enum import StrEnum

from thidua.kernel.text import fold


class Part(StrEnum):
    NUMBER = "number"
    GROUP = "group"
    NAME = "name"
    MOST = "most"
    WEIGHT = "weight"
    WAY = "way"
    TARGET = "target"
    EACH = "each"
    UNIT = "unit"
    EVIDENCE = "evidence"
    REACHED = "reached"
    OWN = "own"
    NOTE = "note"
    OTHER = "other"


# The first that fits; longer titles before the words they contain.
TITLES: tuple[tuple[str, Part], ...] = (
    ("stt", Part.NUMBER), ("so tt", Part.NUMBER), ("tt", Part.NUMBER), ("no", Part.NUMBER),
    ("nhom", Part.GROUP), ("group", Part.GROUP), ("muc lon", Part.GROUP),
    ("tu cham", Part.OWN), ("diem tu", Part.OWN), ("own", Part.OWN),
    ("cach cham", Part.WAY), ("cach tinh", Part.WAY), ("how", Part.WAY),
    ("trong so", Part.WEIGHT), ("he so", Part.WEIGHT), ("weight", Part.WEIGHT),
    ("moi truong hop", Part.EACH), ("each case", Part.EACH),
    ("chi tieu giao", Part.TARGET), ("chi tieu nam", Part.TARGET), ("muc chi tieu", Part.TARGET), ("target", Part.TARGET),
    ("don vi tinh", Part.UNIT), ("dvt", Part.UNIT), ("unit of measure", Part.UNIT),
    ("ket qua", Part.REACHED), ("reached", Part.REACHED),
    ("minh chung", Part.EVIDENCE), ("tai lieu kiem chung", Part.EVIDENCE), ("evidence", Part.EVIDENCE),
    ("ghi chu", Part.NOTE), ("giai trinh", Part.NOTE), ("note", Part.NOTE),
    ("diem toi da", Part.MOST), ("diem chuan", Part.MOST), ("thang diem", Part.MOST), ("maximum", Part.MOST), ("diem", Part.MOST), ("points", Part.MOST),
    ("tieu chi", Part.NAME), ("noi dung", Part.NAME), ("criterion", Part.NAME),
)  # fmt: skip
WHOLE = frozenset({"tt", "no", "diem", "points"})


def parts_of(titles: Sequence[str]) -> tuple[Part, ...]:
    """What each column holds; a part stands once, what is not known is left to whoever wrote the sheet."""
    found: list[Part] = []
    for title in titles:
        part = _part(fold(title))
        found.append(Part.OTHER if part in found else part)
    return tuple(found)


def _part(title: str) -> Part:
    for words, part in TITLES:
        if title == words or (words not in WHOLE and words in title):
            return part
    return Part.OTHER
