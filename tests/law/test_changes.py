"""What another day changes, finding by finding."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Question, Record, Verdict, national_book, what_changes, what_the_law_changes
from thidua.law.changes import Changes

BOOK = national_book()
COLLECTIVE = {
    "grades": [{"year": 2023, "grade": "good"}],
    "collective": {"members": 20, "ldtt": 13, "warned": 0},
}
LAST_OF_A, FIRST_OF_B = date(2023, 12, 31), date(2024, 1, 1)


def changes(honour: str, kind: str, record: dict[str, Any], first: date, second: date) -> Changes:
    question = Question(honour, kind, Record.from_dict(record), first, year=2023)  # type: ignore[arg-type]
    return what_changes(BOOK, question, first, second)


def test_the_share_of_advanced_workers_flips_with_the_law_of_2022() -> None:
    found = changes("TTLDTT", "collective", COLLECTIVE, LAST_OF_A, FIRST_OF_B)
    assert (found.before.verdict, found.after.verdict, found.flips) == (Verdict.YES, Verdict.NO, True)
    (flipped,) = found.flipped()
    assert flipped.path == ("advanced_share",)
    assert flipped.before is not None
    assert flipped.after is not None
    assert (flipped.before.required, flipped.after.required) == ("> 50%", "≥ 70%")


def test_nothing_changes_between_two_days_of_one_rule() -> None:
    found = changes("TTLDTT", "collective", COLLECTIVE, date(2024, 3, 1), date(2024, 4, 1))
    assert (found.flips, found.findings) == (False, ())


def test_what_falls_away_and_what_comes_is_told() -> None:
    record = {"registered": False, "grades": [{"year": 2023, "grade": "excellent"}]}
    found = changes("LDTT", "individual", record, LAST_OF_A, FIRST_OF_B)
    gone = {change.code for change in found.findings if change.after is None}
    come = {change.code for change in found.findings if change.before is None}
    assert ("registered" in gone, "basis" in come) == (True, True)
    assert found.flips


@pytest.mark.parametrize(
    ("honour", "kind", "days", "code", "required"),
    [
        ("LDTT", "individual", (LAST_OF_A, FIRST_OF_B), "worked", ("10", "6")),
        ("TTLDTT", "collective", (LAST_OF_A, FIRST_OF_B), "advanced_share", ("> 50%", "≥ 70%")),
    ],
)
def test_the_law_alone_is_compared_too(
    honour: str, kind: str, days: tuple[date, date], code: str, required: tuple[str, str]
) -> None:
    found = {change.code: change for change in what_the_law_changes(BOOK, honour, kind, *days)}
    before, after = found[code].before, found[code].after
    assert before is not None
    assert after is not None
    assert (before.required, after.required) == required
