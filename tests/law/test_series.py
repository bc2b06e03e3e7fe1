"""Yearly facts of several candidates against plain loops: checked or not, with a year or not, the list known or not."""

from dataclasses import dataclass
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.law.events import Events
from thidua.law.items import NONE
from thidua.law.series import MANY, WHOLE, Series, Window, build, either

BASE, FIRST = 2025, 2016
every = settings(max_examples=150, deadline=None)


@dataclass(frozen=True)
class Fact:
    year: int | None
    is_checked: bool


@dataclass(frozen=True)
class Candidate:
    facts: tuple[Fact, ...]
    is_known: bool = True
    sure: frozenset[int] = frozenset()  # the years of the window
    possible: frozenset[int] = frozenset()

    def least(self) -> int:
        return sum(1 for fact in self.facts if fact.is_checked and fact.year in self.sure)

    def most(self) -> int:
        if not self.is_known and self.possible:
            return MANY
        return sum(1 for fact in self.facts if fact.year is None or fact.year in self.possible)

    def has(self, year: int) -> tuple[bool, bool]:
        """Surely, possibly."""
        anywhere = not self.is_known or any(fact.year is None for fact in self.facts)
        in_year = [fact for fact in self.facts if fact.year == year]
        return any(fact.is_checked for fact in in_year), anywhere or bool(in_year)


def candidates(random: Random, doubt: float, of_windows: float = 0) -> list[Candidate]:
    """How often something isn't known of facts, of windows. A year beyond the base has not come yet."""

    def fact() -> Fact:
        year = None if random.random() < doubt else random.randint(FIRST, BASE + 1)
        return Fact(year, random.random() >= doubt)

    def one() -> Candidate:
        facts = tuple(fact() for _ in range(random.randint(0, 6)))
        share = random.choice((0, 0.5, 1))
        possible = frozenset(year for year in range(FIRST, BASE + 1) if random.random() < share)
        sure = frozenset(year for year in possible if random.random() >= of_windows)
        return Candidate(facts, random.random() >= doubt, sure, possible)

    return [one() for _ in range(random.randint(1, 6))]


DOUBTS = st.sampled_from([0, 0.3])
crowds = st.builds(
    lambda seed, *doubts: candidates(Random(seed), *doubts), st.integers(0, 2**32), DOUBTS, DOUBTS
)


def series(crowd: list[Candidate]) -> Series:
    facts = [(row, fact) for row, one in enumerate(crowd) for fact in one.facts]
    years = [NONE if fact.year is None else fact.year for _, fact in facts]
    events = Events.of(
        np.array([row for row, _ in facts], dtype=np.int64),
        np.array(years, dtype=np.int64),
        np.array([fact.is_checked for _, fact in facts], dtype=np.bool_),
        BASE,
    )
    return build(events, np.array([one.is_known for one in crowd]))


def window(crowd: list[Candidate]) -> Window:
    halves = ([one.sure for one in crowd], [one.possible for one in crowd])
    sure, possible = (
        np.array([sum(1 << (BASE - year) for year in years) for years in half], dtype=np.uint64)
        for half in halves
    )
    return Window(sure, sure if halves[0] == halves[1] else possible)


def held(found: Series, row: int, year: int) -> tuple[bool, bool]:
    bit = np.uint64(1 << (BASE - year))
    return bool(found.in_sure[row] & bit), bool(found.in_possible[row] & bit)


def is_open(found: Series, n: int) -> list[bool]:
    return [False] * n if found.is_open is None else found.is_open.tolist()


@every
@given(crowd=crowds)
def test_how_often_at_least_and_at_most(crowd: list[Candidate]) -> None:
    low, high = series(crowd).count(window(crowd))
    assert low.tolist() == [one.least() for one in crowd]
    assert high.tolist() == [one.most() for one in crowd]


@every
@given(crowd=crowds)
def test_how_often_in_all(crowd: list[Candidate]) -> None:
    """Facts without a year count too: they lie somewhere in the whole."""
    low, high = series(crowd).count(WHOLE)
    counted = [[fact for fact in one.facts if fact.year is None or fact.year <= BASE] for one in crowd]
    assert low.tolist() == [sum(fact.is_checked for fact in facts) for facts in counted]
    assert high.tolist() == [
        len(facts) if one.is_known else MANY for one, facts in zip(crowd, counted, strict=True)
    ]


@every
@given(crowd=crowds, seed=st.integers(0, 2**32))
def test_in_which_years_and_in_which_of_two_facts(crowd: list[Candidate], seed: int) -> None:
    found, random = series(crowd), Random(seed)
    others = [random.choice(candidates(random, 0.3)) for _ in crowd]
    two = either(found, series(others))
    assert is_open(two, len(crowd)) == [
        not (a.is_known and b.is_known) for a, b in zip(crowd, others, strict=True)
    ]
    rows = [row for row in range(len(crowd)) if random.random() < 0.5]
    some = found.only(np.array(rows, dtype=np.int64))
    for year in range(FIRST, BASE + 1):
        first, second = [one.has(year) for one in crowd], [one.has(year) for one in others]
        assert [held(found, row, year) for row in range(len(crowd))] == first
        assert [held(some, place, year) for place in range(len(rows))] == [first[row] for row in rows]
        joined = [(a[0] or b[0], a[1] or b[1]) for a, b in zip(first, second, strict=True)]
        assert [held(two, row, year) for row in range(len(crowd))] == joined


@every
@given(crowd=crowds)
def test_within_a_window(crowd: list[Candidate]) -> None:
    years = series(crowd).within(window(crowd))
    for row, one in enumerate(crowd):
        sure, possible = int(years.sure[row]), int(years.possible[row])
        for year in range(FIRST, BASE + 1):
            surely, possibly = one.has(year)
            assert bool(sure >> (BASE - year) & 1) == (surely and year in one.sure)
            assert bool(possible >> (BASE - year) & 1) == (possibly and year in one.possible)
