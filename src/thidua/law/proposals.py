"""What several proposals say only when they are read together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Literal

from thidua.law.afterwards import once, reused, together
from thidua.law.cite import Cite
from thidua.law.honours import honour as find
from thidua.law.verdict import Verdict

Rule = Literal["initiative_twice", "achievement_twice", "two_lines", "not_together", "same_period"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One honour for one recipient; `given` marks an award that was decided already.

    Keys are the caller's own: of the proposal, of the recipient, of initiatives and of deeds.
    """

    key: Hashable
    recipient: Hashable
    honour: str
    for_years: tuple[int, int] | None = None
    initiatives: frozenset[Hashable] = field(default_factory=frozenset)
    deeds: frozenset[Hashable] = field(default_factory=frozenset)
    line: str = "state"
    given: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """`verdict` is no where the law forbids, unknown where somebody must look."""

    rule: Rule
    verdict: Verdict
    proposals: tuple[Hashable, ...]
    cites: tuple[Cite, ...]
    sentence_vi: str
    sentence_en: str


def read_together(proposals: Sequence[Proposal], on: date) -> tuple[Remark, ...]:
    """Initiatives and deeds counted twice, one deed up two lines, honours that exclude each other."""
    return (
        *_initiatives_twice(proposals),
        *_deeds_twice(proposals, on),
        *_not_together(proposals, on),
        *_same_period(proposals, on),
    )


def _sharing(proposals: Iterable[Proposal], what: str) -> Iterator[list[Proposal]]:
    users: dict[Hashable, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        for key in getattr(proposal, what):
            users[key].append(proposal)
    return (rows for rows in users.values() if len(rows) > 1)


def _initiatives_twice(proposals: Sequence[Proposal]) -> Iterator[Remark]:
    for rows in _sharing(proposals, "initiatives"):
        for first, second in combinations(rows, 2):
            yield from _initiative(first, second)


def _initiative(first: Proposal, second: Proposal) -> Iterator[Remark]:
    if first.recipient != second.recipient:
        # Co-authors: whether each did a main part is for the body that recognised it to say.
        yield Remark(
            "initiative_twice", Verdict.UNKNOWN, (first.key, second.key), reused("recognition", "recognition")[1],
            "Một sáng kiến dùng cho hai người: kiểm tra mức đóng góp của từng đồng tác giả",
            "One initiative for two people: check the part of each author",
        )  # fmt: skip
        return
    lower, upper = sorted((first, second), key=lambda item: -find(item.honour).rank)
    verdict, cites = reused(lower.honour, upper.honour)
    if verdict is not Verdict.YES:
        yield Remark(
            "initiative_twice", Verdict.NO, (first.key, second.key), cites,
            "Một sáng kiến chỉ dùng một lần: không dùng cho cả hai đề nghị này",
            "An initiative serves once: not for both of these proposals",
        )  # fmt: skip


def _deeds_twice(proposals: Sequence[Proposal], on: date) -> Iterator[Remark]:
    for rows in _sharing(proposals, "deeds"):
        for first, second in combinations(rows, 2):
            if first.recipient == second.recipient:
                yield _deed(first, second, on)


def _deed(first: Proposal, second: Proposal, on: date) -> Remark:
    keys, cites = (first.key, second.key), (once(on),)
    if first.line != second.line:
        vi = "Một thành tích được đề nghị theo hai tuyến: chỉ khen thưởng một lần"
        return Remark(
            "two_lines", Verdict.NO, keys, cites, vi, "One deed goes up two lines: it is rewarded once"
        )
    vi = "Không khen thưởng nhiều lần, nhiều hình thức cho một thành tích"
    return Remark("achievement_twice", Verdict.NO, keys, cites, vi, "One achievement is rewarded once")


def _not_together(proposals: Sequence[Proposal], on: date) -> Iterator[Remark]:
    """Two honours of the centre in one year, where the law of the day shuts that."""
    fresh = [item for item in proposals if not item.given]
    for first, second in combinations(fresh, 2):
        if first.recipient != second.recipient or first.honour == second.honour:
            continue
        verdict, cites = together(first.honour, second.honour, on, same_year=True)
        if verdict is Verdict.NO:
            vi = "Hai hình thức này không được cùng đề nghị trong một năm cho một đối tượng"
            en = "These two are not proposed for one recipient in one year"
            yield Remark("not_together", Verdict.NO, (first.key, second.key), cites, vi, en)


def _same_period(proposals: Sequence[Proposal], on: date) -> Iterator[Remark]:
    """The same form again for years that were rewarded already."""
    for first, second in combinations(proposals, 2):
        if first.recipient == second.recipient and first.honour == second.honour and _overlap(first, second):
            vi = "Trùng thời gian tính thành tích với lần khen cùng hình thức: thành tích chỉ khen một lần"
            en = "The years overlap with those of the same award: merit is rewarded once"
            yield Remark("same_period", Verdict.NO, (first.key, second.key), (once(on),), vi, en)


def _overlap(first: Proposal, second: Proposal) -> bool:
    if first.for_years is None or second.for_years is None:
        return False
    return first.for_years[0] <= second.for_years[1] and second.for_years[0] <= first.for_years[1]
