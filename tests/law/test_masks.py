"""Operations on masks of years against plain loops over sets of years, for several candidates at once."""

from collections.abc import Callable, Iterable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.law.masks import (
    OLDEST,
    Masks,
    after_last,
    before_first,
    last_run,
    long_runs,
    longest_run,
    runs,
)
from thidua.law.series import of_columns

Years = set[int]  # so many years before the base year
EVERY = range(OLDEST + 1)

# Whole stretches of years too, so that long runs are met, and some with a single gap.
stretches = st.builds(
    lambda first, n: set(range(first, min(first + n, OLDEST + 1))), st.integers(0, 61), st.integers(0, 62)
)
sets_of_years = st.lists(st.one_of(st.sets(st.integers(0, OLDEST)), stretches), max_size=3).map(
    lambda parts: set[int]().union(*parts)
)
many = st.lists(sets_of_years, min_size=1, max_size=5)
every = settings(max_examples=150, deadline=None)


def masks(candidates: Iterable[Years]) -> Masks:
    return np.array([sum(1 << year for year in years) for years in candidates], dtype=np.uint64)


def years(found: Masks) -> list[Years]:
    return [{bit for bit in range(64) if mask >> bit & 1} for mask in found.tolist()]


def plain_runs(held: Years) -> list[Years]:
    """Latest first: the smallest number of years ago."""
    found: list[Years] = []
    for year in sorted(held):
        if found and year - 1 in found[-1]:
            found[-1].add(year)
        else:
            found.append({year})
    return found


def agrees(
    operation: Callable[[Masks], Masks], plain: Callable[[Years], Years], candidates: list[Years]
) -> None:
    assert years(operation(masks(candidates))) == [plain(held) for held in candidates]


@every
@given(candidates=many)
def test_the_years_after_the_first_and_after_the_last(candidates: list[Years]) -> None:
    agrees(before_first, lambda held: {year for year in EVERY if held and year < max(held)}, candidates)
    agrees(after_last, lambda held: {year for year in EVERY if not held or year < min(held)}, candidates)


@every
@given(candidates=many, ago=st.integers(0, 5))
def test_the_run_that_ends_so_many_years_ago(candidates: list[Years], ago: int) -> None:
    def plain(held: Years) -> Years:
        return next((run for run in plain_runs({y for y in held if y >= ago}) if ago in run), set())

    agrees(lambda mask: last_run(mask, np.uint64(ago)), plain, candidates)


@every
@given(candidates=many, least=st.integers(1, 12))
def test_only_long_runs(candidates: list[Years], least: int) -> None:
    def plain(held: Years) -> Years:
        return set[int]().union(*(run for run in plain_runs(held) if len(run) >= least))

    agrees(lambda mask: long_runs(mask, least), plain, candidates)


@every
@given(candidates=many)
def test_one_run_after_the_other_and_the_longest(candidates: list[Years]) -> None:
    handed_out = [years(run) for run in runs(masks(candidates))]
    for place, held in enumerate(candidates):
        assert [each[place] for each in handed_out if each[place]] == plain_runs(held)
    lengths = [max(map(len, plain_runs(held)), default=0) for held in candidates]
    assert longest_run(masks(candidates)).tolist() == lengths


@every
@given(
    candidates=st.lists(st.lists(st.booleans(), min_size=20, max_size=20), min_size=1),
    n=st.integers(1, 20),
    last=st.integers(0, 3),
)
def test_columns_of_years(candidates: list[list[bool]], n: int, last: int) -> None:
    held = np.array(candidates)[:, :n].T
    found = of_columns(np.ascontiguousarray(held), last)
    assert years(found.in_sure) == [
        {last + n - 1 - place for place, is_held in enumerate(row[:n]) if is_held} for row in candidates
    ]
    assert found.is_certain
