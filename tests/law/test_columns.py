"""Masks of years against a plain loop over the same facts."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from law.strategies import ON, records
from thidua.law import Question, Record
from thidua.law.conditions import evaluate
from thidua.law.rules.build import c
from thidua.law.table import Table

LAST = 2025
GRADES = ("failed", "completed", "good", "excellent")


def table(record: Mapping[str, object]) -> Table:
    facts = {key: value for key, value in record.items() if key != "discipline"}
    question = Question("CSTDCT", "individual", Record.from_dict(facts), ON, year=LAST)
    return Table.of([question])


def measured(record: Mapping[str, object], kind: str, **args: object) -> int:
    outcome = evaluate(c("x", kind, "06/2022/QH15", **args), table(record))
    assert outcome.measured is not None
    return int(outcome.measured[0])


def title_years(record: Mapping[str, object], honour: str) -> list[int]:
    return [item["year"] for item in record["titles"] if item["honour"] == honour]


def good_years(record: Mapping[str, object], least: str = "good") -> set[int]:
    rank = GRADES.index(least)
    return {g["year"] for g in record["grades"] if GRADES.index(g["grade"]) >= rank}


def run_back(years: set[int], last: int) -> set[int]:
    found = set()
    while last in years:
        found.add(last)
        last -= 1
    return found


def last_closed(record: Mapping[str, object]) -> int:
    return LAST if any(g["year"] == LAST for g in record["grades"]) else LAST - 1


def longest(years: set[int]) -> int:
    return max((len(run_back(years, year)) for year in years), default=0)


def first_award_end(record: Mapping[str, object], honour: str) -> int | None:
    return min(ends(record, honour), default=None)


def ends(record: Mapping[str, object], honour: str, by: str | None = None) -> list[int]:
    return [
        item.get("for_years", [0, item["year"]])[1]
        for item in record["awards"]
        if item["honour"] == honour and (by is None or item.get("by", "results") == by)
    ]


every = settings(max_examples=60, deadline=None)


@every
@given(record=records)
def test_counting_titles(record: Mapping[str, object]) -> None:
    assert measured(record, "count", of="title:CSTDCS", at_least=1) == len(title_years(record, "CSTDCS"))


@every
@given(record=records, years=st.integers(1, 8))
def test_counting_within_the_last_years(record: Mapping[str, object], years: int) -> None:
    wanted = [year for year in title_years(record, "LDTT") if year > LAST - years]
    assert measured(record, "count", of="title:LDTT", at_least=1, last=years) == len(wanted)


@every
@given(record=records)
def test_the_longest_run(record: Mapping[str, object]) -> None:
    found = measured(record, "run", of="title:CSTDCS", at_least=2, ending="any")
    assert found == longest(set(title_years(record, "CSTDCS")))


@every
@given(record=records)
def test_the_run_that_ends_with_the_last_closed_year(record: Mapping[str, object]) -> None:
    found = measured(record, "run", of="grade:good", at_least=5, ending="latest")
    assert found == len(run_back(good_years(record), last_closed(record)))


@every
@given(record=records)
def test_years_after_a_base_award_and_what_falls_in_them(record: Mapping[str, object]) -> None:
    base = first_award_end(record, "BK_TINH")
    after = {year for year in good_years(record) if base is not None and year > base}
    window = run_back(after, last_closed(record))
    assert measured(record, "run", of="grade:good", at_least=5, after="award:BK_TINH") == len(window)
    held = [year for year in title_years(record, "CSTDCS") if year in window]
    args = {"after": "award:BK_TINH", "run": "grade:good"}
    assert measured(record, "count", of="title:CSTDCS", at_least=3, **args) == len(held)


@every
@given(record=records)
def test_years_not_rewarded_yet(record: Mapping[str, object]) -> None:
    rewarded = max(ends(record, "BK_TINH", "results"), default=0)
    fresh = {year for year in title_years(record, "CSTDCS") if year > rewarded}
    args = {"ending": "any", "fresh": "award:BK_TINH:results"}
    assert measured(record, "run", of="title:CSTDCS", at_least=2, **args) == longest(fresh)


def initiatives_in(record: Mapping[str, object], years: set[int], kind: str) -> int:
    # CSTDCT takes over what a base title used.
    free = [i for i in record["initiatives"] if i.get("used_for") in (None, "CSTDCS")]
    return sum(1 for i in free if i["kind"] == kind and i["year"] in years)


@every
@given(record=records)
def test_a_run_that_holds_initiatives(record: Mapping[str, object]) -> None:
    excellent = good_years(record, "excellent")
    blocks = [run_back(excellent, year) for year in excellent if year + 1 not in excellent]
    held = [initiatives_in(record, block, "initiative") for block in blocks if len(block) >= 2]
    args = {"at_least": 2, "ending": "any", "holding": "initiative:base:initiative", "times": 2}
    assert measured(record, "run_holding", of="grade:excellent", **args) == max(held, default=0)


@every
@given(record=records, slack=st.integers(0, 2))
def test_two_provincial_titles_three_years_apart(record: Mapping[str, object], slack: int) -> None:
    years = set(title_years(record, "CSTDCT"))
    held = max(len(years & {LAST - late, LAST - late - 3}) for late in range(slack + 1))
    assert measured(record, "steps", of="title:CSTDCT", at_least=2, apart=3, slack=slack) == held


def test_facts_after_the_day_of_the_question_are_not_facts_yet() -> None:
    later = {"titles": [{"honour": "CSTDCS", "year": 2026}]}
    assert measured(later, "count", of="title:CSTDCS", at_least=1) == 0


def test_an_award_without_a_year_counts_but_not_in_any_year() -> None:
    undated: Mapping[str, object] = {"awards": [{"honour": "BK_TINH"}]}
    assert measured(undated, "count", of="award:BK_TINH", at_least=1) == 1
    assert measured(undated, "count", of="award:BK_TINH", at_least=1, last=3) == 0
