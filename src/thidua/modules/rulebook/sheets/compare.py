"""Two days side by side: what stayed, changed, came and went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua.modules.rulebook.sheets.parts import Row, Section, Sheet
from thidua.modules.rulebook.words import SECTIONS

SAME, RECITED, CHANGED, CAME, WENT = "same", "recited", "changed", "came", "went"


@dataclass(frozen=True, slots=True)
class Pair:
    """The same thing on both days; None where one day says nothing of it."""

    left: Row | None
    right: Row | None

    @property
    def state(self) -> str:
        if self.left is None:
            return CAME
        if self.right is None:
            return WENT
        if _said(self.left) != _said(self.right):
            return CHANGED
        return SAME if _grounds(self.left) == _grounds(self.right) else RECITED


@dataclass(frozen=True, slots=True)
class Difference:
    """A section of both days, in the order of the right one."""

    code: str
    pairs: tuple[Pair, ...]
    silences: tuple[str, str]

    @property
    def title(self) -> str:
        return str(SECTIONS[self.code])

    @property
    def n_changed(self) -> int:
        """What says otherwise, came or went: another article for the same words is none of these."""
        return sum(pair.state not in (SAME, RECITED) for pair in self.pairs)

    @property
    def n_recited(self) -> int:
        return sum(pair.state == RECITED for pair in self.pairs)


def _said(row: Row) -> tuple[object, ...]:
    return row.label, row.value, row.note, row.depth


def _grounds(row: Row) -> tuple[object, ...]:
    return row.cites, row.confidence


def beside(left: Sheet, right: Sheet) -> tuple[Difference, ...]:
    """Every section that one of the two days has."""
    codes = dict.fromkeys(section.code for section in (*right.sections, *left.sections))
    return tuple(_differ(_find(left, code), _find(right, code)) for code in codes)


def _find(sheet: Sheet, code: str) -> Section | None:
    return next((section for section in sheet.sections if section.code == code), None)


def _differ(left: Section | None, right: Section | None) -> Difference:
    known = right or left
    assert known is not None
    pairs = tuple(_pairs(left.rows if left else (), right.rows if right else ()))
    silences = (left.silence if left else "", right.silence if right else "")
    return Difference(known.code, pairs, silences)


def _pairs(left: Iterable[Row], right: Iterable[Row]) -> Iterator[Pair]:
    """In the order of the right day; what went stands where it stood on the left."""
    before, after = {row.key: row for row in left}, {row.key: row for row in right}
    gone = [key for key in before if key not in after]
    previous = {key: list(before)[n - 1] if n else "" for n, key in enumerate(before)}
    placed: dict[str, list[str]] = {}
    for key in gone:
        placed.setdefault(previous[key], []).append(key)
    yield from _gone("", placed, before)
    for key, row in after.items():
        yield Pair(before.get(key), row)
        yield from _gone(key, placed, before)


def _gone(after: str, placed: dict[str, list[str]], before: dict[str, Row]) -> Iterator[Pair]:
    for key in placed.get(after, ()):
        yield Pair(before[key], None)
        yield from _gone(key, placed, before)
