"""How a total comes about: every criterion with whose points count, groups with their ceilings, the ranking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thidua.modules.clusters.models import (
    CardState,
    ClusterYear,
    Criterion,
    CriterionGroup,
    RankedBy,
    Score,
    Scorecard,
    Way,
)
from thidua.modules.clusters.points import rounded, rule_in_words


class Source(StrEnum):
    """Whose points count."""

    NONE = "none"
    OWN = "own"
    CHECKED = "checked"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of one card: `counted` is what goes into the sum, weight included."""

    criterion: Criterion
    score: Score | None
    source: Source
    points: Decimal
    counted: Decimal

    @property
    def rule(self) -> str:
        return rule_in_words(self.criterion)

    @property
    def differs(self) -> bool:
        return self.score is not None and differs(self.score)


@dataclass(frozen=True, slots=True)
class GroupTally:
    group: CriterionGroup
    lines: tuple[Line, ...]
    sum: Decimal
    counted: Decimal

    @property
    def is_capped(self) -> bool:
        return self.counted != self.sum


@dataclass(frozen=True, slots=True)
class CardTally:
    card: Scorecard
    groups: tuple[GroupTally, ...]
    total: Decimal

    @property
    def n_open_differences(self) -> int:
        return sum(line.differs and line.source != Source.SETTLED for line in self.lines())

    def lines(self) -> Iterator[Line]:
        for group in self.groups:
            yield from group.lines


Sheet = Sequence[tuple[CriterionGroup, Sequence[Criterion]]]


def differs(score: Score) -> bool:
    """The cross-check gave other points than the member."""
    return score.checked is not None and score.checked != score.own


def counting(score: Score | None) -> tuple[Source, Decimal]:
    """The summary's points stand before the cross-check's, those before the member's own."""
    if score is None:
        return Source.NONE, Decimal(0)
    for source, points in (
        (Source.SETTLED, score.settled),
        (Source.CHECKED, score.checked),
        (Source.OWN, score.own),
    ):
        if points is not None:
            return source, points
    return Source.NONE, Decimal(0)


def tally(card: Scorecard, sheet: Sheet, scores: Iterable[Score], decimals: int) -> CardTally:
    by_criterion = {score.criterion_id: score for score in scores}
    groups = tuple(
        _group(group, [_line(one, by_criterion.get(one.pk), decimals) for one in criteria])
        for group, criteria in sheet
    )
    return CardTally(card, groups, sum((group.counted for group in groups), Decimal(0)))


def _line(criterion: Criterion, score: Score | None, decimals: int) -> Line:
    source, points = counting(score)
    return Line(criterion, score, source, points, rounded(points * criterion.weight, decimals))


def _group(group: CriterionGroup, lines: Sequence[Line]) -> GroupTally:
    total = sum((line.counted for line in lines), Decimal(0))
    counted = total if group.ceiling is None else min(total, group.ceiling)
    return GroupTally(group, tuple(lines), total, counted)


def highest(sheet: Sheet) -> Decimal:
    """The most that the sheet gives without bonus points."""
    total = Decimal(0)
    for group, criteria in sheet:
        most = sum((c.most * c.weight for c in criteria if c.way in (Way.TARGET, Way.TYPED)), Decimal(0))
        total += most if group.ceiling is None else min(most, group.ceiling)
    return total


def places(year: ClusterYear, tallies: Iterable[CardTally]) -> dict[int, int]:
    """Card → place. Who has the same points (and votes) shares a place; the next place is left out."""
    taking_part = [one for one in tallies if one.card.state != CardState.EXCUSED]
    by_key: dict[tuple[Decimal | int, ...], list[int]] = defaultdict(list)
    for one in taking_part:
        votes = (one.card.vote_points or 0, one.card.n_first or 0)
        by_key[(*votes, one.total) if year.ranked_by == RankedBy.VOTE else (one.total, *votes)].append(
            one.card.pk
        )
    found: dict[int, int] = {}
    place = 1
    for key in sorted(by_key, reverse=True):
        found |= dict.fromkeys(by_key[key], place)
        place += len(by_key[key])
    return found
