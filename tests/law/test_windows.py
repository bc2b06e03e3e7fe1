"""Which years count, surely and possibly, against plain sentences: records with gaps, several candidates at once."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.law import Question, Record
from thidua.law.conditions import evaluate
from thidua.law.conditions.windows import window
from thidua.law.rules.build import c
from thidua.law.series import Window
from thidua.law.table import Table

ON = date(2025, 12, 15)
LAST = 2025
EVERY = set(range(LAST - 61, LAST + 1))
Facts = dict[str, Any]
Years = set[int]
every = settings(max_examples=120, deadline=None)


def record(random: Random, checked: float) -> Facts:
    parts = {
        "awards": [award(random) for _ in range(random.choice((0, 0, 1, 1, 2)))],
        "grades": [
            {"year": year, "grade": "good", "checked": random.random() < checked}
            for year in range(2016, LAST + 1)
            if random.random() < 0.8
        ],
        "initiatives": [
            {"year": random.randint(2016, LAST), "scope": "base", "kind": "topic"}
            for _ in range(random.randint(0, 6))
        ],
        "discipline": [discipline(random) for _ in range(random.choice((0, 0, 1, 2)))],
    }
    known = {"grades"} if checked == 1 else set[str]()
    return {name: items for name, items in parts.items() if name in known or random.random() < 0.85}


def award(random: Random) -> Facts:
    dated = {"year": random.randint(2016, LAST)} if random.random() < 0.8 else {}
    return {"honour": "BK_TINH", "checked": random.random() < 0.6, **dated}


def discipline(random: Random) -> Facts:
    """A year, and whether it began on a later day than the question's."""
    on = date(random.randint(2016, LAST + 1), 6, 15)
    item: Facts = {
        "kind": "reprimand",
        "on": on,
        "until": date(on.year + random.randint(0, 1), 12, random.randint(1, 31)),
    }
    return {key: value for key, value in item.items() if random.random() < 0.8 or key == "kind"}


def crowd_of(seed: int, checked: float) -> list[Facts]:
    random = Random(seed)
    return [record(random, checked) for _ in range(5)]


# Grades that are known and checked of everybody are worked out once for both halves.
crowds = st.builds(crowd_of, st.integers(0, 2**32), st.sampled_from([0.7, 1]))


def table(crowd: list[Facts]) -> Table:
    return Table.of([Question("GK", "individual", Record.from_dict(facts), ON, LAST) for facts in crowd])


def found(crowd: list[Facts], **args: object) -> list[tuple[Years, Years]]:
    return halves_of(window(args, table(crowd)), crowd)


def halves_of(years: Window, crowd: list[Facts]) -> list[tuple[Years, Years]]:
    # What counts for everybody is a single mask.
    halves = [
        half.tolist() if half.ndim else [int(half)] * len(crowd) for half in (years.sure, years.possible)
    ]
    return [(bits(sure), bits(possible)) for sure, possible in zip(*halves, strict=True)]


def bits(mask: int) -> Years:
    return {LAST - bit for bit in range(64) if mask >> bit & 1}


def ends(facts: Facts) -> tuple[Years, Years, bool]:
    """The years of the awards surely given, those of all that are stated, whether there may be one in any year."""
    awards = facts.get("awards", [])
    sure = {item["year"] for item in awards if item["checked"] and "year" in item}
    return (
        sure,
        {item["year"] for item in awards if "year" in item},
        any("year" not in item for item in awards),
    )


def after(years: Iterable[int]) -> Years:
    """After the earliest; none where there is none."""
    first = min(years, default=LAST)
    return {year for year in EVERY if year > first}


def after_all(years: Years) -> Years:
    return {year for year in EVERY if all(year > each for each in years)}


@every
@given(crowd=crowds)
def test_after_the_first_award(crowd: list[Facts]) -> None:
    def plain(facts: Facts) -> tuple[Years, Years]:
        sure, stated, anywhen = ends(facts)
        return after(sure), EVERY if anywhen or "awards" not in facts else after(stated)

    assert found(crowd, after="award:BK_TINH") == [plain(facts) for facts in crowd]


@every
@given(crowd=crowds)
def test_after_the_latest_award(crowd: list[Facts]) -> None:
    """Surely only where an award is sure and no other can be later."""

    def plain(facts: Facts) -> tuple[Years, Years]:
        sure, stated, anywhen = ends(facts)
        open_ended = anywhen or "awards" not in facts
        surely = after_all(stated) if sure and not open_ended else set()
        if sure:
            return surely, after_all(sure)
        return surely, EVERY if open_ended else after(stated)

    assert found(crowd, after_latest="award:BK_TINH") == [plain(facts) for facts in crowd]


@every
@given(crowd=crowds)
def test_not_rewarded_yet(crowd: list[Facts]) -> None:
    """A list that nobody knows is presumed to hold no award."""

    def plain(facts: Facts) -> tuple[Years, Years]:
        sure, stated, anywhen = ends(facts)
        return set() if anywhen else after_all(stated), after_all(sure)

    assert found(crowd, fresh="award:BK_TINH") == [plain(facts) for facts in crowd]


def touched(item: Facts) -> tuple[int | None, int | None]:
    """The last year that may have lain under a discipline, and the last that surely did."""
    on, until = item.get("on"), item.get("until")
    if on is not None and on > ON:
        return None, None
    if until is not None:
        return until.year, until.year
    return (LAST, None) if on is None else (on.year + 1, on.year)


@every
@given(crowd=crowds)
def test_after_discipline(crowd: list[Facts]) -> None:
    def plain(facts: Facts) -> tuple[Years, Years]:
        last = [touched(item) for item in facts.get("discipline", [])]
        doubtful, surely = ({pair[half] for pair in last if pair[half] is not None} for half in (0, 1))
        return after_all(doubtful), after_all(surely)

    assert found(crowd, clean=True) == [plain(facts) for facts in crowd]


def run_to(years: Years, last: int) -> Years:
    run = set()
    while last in years:
        run.add(last)
        last -= 1
    return run


@every
@given(crowd=crowds)
def test_the_run_to_the_last_closed_year(crowd: list[Facts]) -> None:
    """Where nobody knows whether this year has closed: the years of both runs surely, of either possibly."""

    def plain(facts: Facts) -> tuple[Years, Years]:
        sure = {item["year"] for item in facts.get("grades", []) if item["checked"]}
        possible = {item["year"] for item in facts["grades"]} if "grades" in facts else EVERY
        closings = [LAST] if LAST in sure else [LAST, LAST - 1] if LAST in possible else [LAST - 1]
        return (
            set.intersection(*(run_to(sure, last) for last in closings)),
            set.union(*(run_to(possible, last) for last in closings)),
        )

    assert found(crowd, run="grade:good", ending="latest") == [plain(facts) for facts in crowd]


@every
@given(crowd=crowds)
def test_several_narrowings_hold_together(crowd: list[Facts]) -> None:
    one, two = found(crowd, after="award:BK_TINH", clean=True), found(crowd, after="award:BK_TINH")
    clean, last = found(crowd, clean=True), found(crowd, last=4)
    assert one == [(a & c, b & d) for (a, b), (c, d) in zip(two, clean, strict=True)]
    assert last == [({2022, 2023, 2024, 2025},) * 2] * len(crowd)


@every
@given(crowd=crowds)
def test_what_was_worked_out_for_one_condition_serves_no_other(crowd: list[Facts]) -> None:
    asked = [{"run": "grade:good", "ending": ending} for ending in ("asked", "latest")]
    asked += [{**args, "clean": True} for args in asked]
    one = table(crowd)
    assert [halves_of(window(args, one), crowd) for args in asked] == [found(crowd, **args) for args in asked]


def runs(years: Years) -> list[Years]:
    return [run_to(years, last) for last in years if last + 1 not in years]


@every
@given(crowd=crowds)
def test_a_run_that_surely_or_possibly_holds_enough(crowd: list[Facts]) -> None:
    def plain(facts: Facts) -> tuple[bool, bool]:
        topics = [item["year"] for item in facts.get("initiatives", [])]
        sure = {item["year"] for item in facts.get("grades", []) if item["checked"]}
        possible = {item["year"] for item in facts["grades"]} if "grades" in facts else EVERY
        held, at_most = (
            max((sum(year in run for year in topics) for run in runs(years) if len(run) >= 2), default=0)
            for years in (sure, possible)
        )
        if "initiatives" not in facts:
            at_most = 2 if any(len(run) >= 2 for run in runs(possible)) else 0
        return held >= 2, at_most < 2

    args = {"at_least": 2, "ending": "any", "holding": "initiative:base:topic", "times": 2}
    tri = evaluate(c("x", "run_holding", "06/2022/QH15", of="grade:good", **args), table(crowd)).tri
    assert list(zip(tri.yes.tolist(), tri.no.tolist(), strict=True)) == [plain(facts) for facts in crowd]
