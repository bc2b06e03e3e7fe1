"""Who is one step away, and who was forgotten."""

from datetime import date
from typing import Any

from law.long_rows import long_rows
from thidua.law import national_book
from thidua.law.sweeping import Answers, LongSheet, PlainColumns, answer, plan

ON, YEAR = date(2025, 12, 15), 2025
NOTHING: dict[str, Any] = {"titles": [], "awards": [], "grades": [], "initiatives": [], "discipline": []}
FIGHTER = [{"honour": "CSTDCS", "year": year} for year in (2023, 2024, 2025)]
WIDE = [{"year": 2024, "scope": "province"}]


def asked(honour: str, *records: dict[str, Any], proposals: dict[str, list[Any]] | None = None) -> Answers:
    people = {place: {**NOTHING, **record} for place, record in enumerate(records)}
    rows = long_rows(people, {place: {"group": "official"} for place in people})
    files = rows if proposals is None else {**rows, "proposals": proposals}
    sheet = LongSheet.of({name: PlainColumns(columns) for name, columns in files.items()})
    (found,) = answer(plan(national_book(), ON, YEAR, [honour]), sheet)
    return found


def missing(found: Answers) -> list[str | None]:
    return [None if place < 0 else found.leaves[place].code for place in found.missing]


def test_one_year_or_one_initiative_short() -> None:
    found = asked(
        "CSTDCT",
        {"titles": FIGHTER, "initiatives": WIDE},
        {"titles": FIGHTER[1:], "initiatives": WIDE},
        {"titles": FIGHTER},
        {"titles": FIGHTER[2:], "initiatives": WIDE},
        {"titles": FIGHTER[1:]},
    )
    assert missing(found) == [None, "three_in_a_row", "initiative", None, None]


def test_what_is_in_the_way_is_no_step() -> None:
    unresolved = [{"kind": "inspection", "since": date(2025, 10, 1)}]
    found = asked("CSTDCT", {"titles": FIGHTER, "pending": unresolved})
    assert missing(found) == [None]


def test_a_closed_year_can_not_be_mended() -> None:
    assert missing(asked("LDTT", {"grades": [{"year": 2025, "grade": "completed"}]})) == [None]


def test_forgotten_is_who_has_it_not_and_was_not_proposed() -> None:
    good = {"titles": FIGHTER, "initiatives": WIDE}
    holds = {**good, "titles": [*FIGHTER, {"honour": "CSTDCT", "year": 2025}]}
    proposed = {"person": [1], "honour": ["CSTDCT"], "year": [2025]}
    found = asked("CSTDCT", good, good, holds, proposals=proposed)
    assert found.forgotten.tolist() == [True, False, False]


def test_a_proposal_of_another_year_or_honour_is_none() -> None:
    good = {"titles": FIGHTER, "initiatives": WIDE}
    proposed = {"person": [0, 1], "honour": ["CSTDCT", "CSTDCS"], "year": [2024, 2025]}
    assert asked("CSTDCT", good, good, proposals=proposed).forgotten.tolist() == [True, True]


def test_an_award_of_last_year_does_not_stand_for_this_year() -> None:
    excellent = {"grades": [{"year": year, "grade": "excellent"} for year in (2023, 2024, 2025)]}
    twice = {**excellent, "initiatives": [{"year": year, "scope": "base"} for year in (2024, 2025)]}
    earlier = {**twice, "awards": [{"honour": "BK_TINH", "year": 2022}]}
    now = {**twice, "awards": [{"honour": "BK_TINH", "year": 2025, "by": "sudden"}]}
    found = asked("BK_TINH", twice, earlier, now)
    assert (found.tri.yes.tolist(), found.forgotten.tolist()) == ([True] * 3, [True, True, False])
