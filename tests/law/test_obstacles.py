"""What shuts an honour, on either side of each line."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Question, Record, barred, national_book

BOOK = national_book()
IN_A, IN_B, IN_C, IN_D = date(2023, 12, 15), date(2024, 12, 15), date(2025, 12, 15), date(2026, 11, 15)


def is_barred(honour: str, on: date, record: dict[str, Any], **context: Any) -> str:
    kind = context.pop("kind", "individual")
    return barred(BOOK, Question(honour, kind, Record.from_dict(record), on, **context)).verdict.value


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        (IN_A, 9, "yes"),
        (IN_A, 10, "no"),
        (IN_B, 5, "yes"),
        (IN_B, 6, "no"),
        (IN_C, 5, "yes"),
        (IN_D, 6, "no"),
    ],
)
def test_the_newly_recruited(on: date, months: int, expected: str) -> None:
    record = {"work": [{"place": "same", "months": months}]}
    assert is_barred("LDTT", on, record, year=on.year) == expected


def test_months_of_a_transfer_count_together_and_end_with_the_year() -> None:
    moved = {"work": [{"place": "other", "months": 4}, {"place": "same", "since": "2024-11-01"}]}
    assert is_barred("LDTT", date(2025, 2, 1), moved, year=2024) == "yes"
    moved["work"][0]["months"] = 5
    assert is_barred("LDTT", date(2025, 2, 1), moved, year=2024) == "no"


@pytest.mark.parametrize(
    ("course", "on", "expected"),
    [
        ({"months": 11, "rules_obeyed": True, "result": "trung_binh"}, IN_B, "no"),
        ({"months": 12, "rules_obeyed": True, "result": "trung_binh"}, IN_B, "yes"),
        ({"months": 12, "rules_obeyed": True, "result": "kha"}, IN_B, "no"),
        ({"months": 12, "rules_obeyed": True}, IN_B, "unknown"),
        ({"months": 3, "rules_obeyed": False}, IN_B, "yes"),
        ({"months": 3, "rules_obeyed": True, "result": "trung_binh"}, date(2016, 12, 15), "no"),
        ({"months": 12, "rules_obeyed": True, "result": "trung_binh"}, date(2016, 12, 15), "yes"),
        ({"months": 3, "rules_obeyed": True, "result": "trung_binh"}, date(2014, 8, 19), "yes"),
        ({"months": 3, "rules_obeyed": True, "result": "trung_binh"}, date(2014, 8, 20), "no"),
    ],
)
def test_courses(course: dict[str, Any], on: date, expected: str) -> None:
    record = {"leave": [course | {"kind": "study", "year": on.year}]}
    assert is_barred("LDTT", on, record, year=on.year) == expected


@pytest.mark.parametrize(("days", "expected"), [(39, "no"), (40, "yes")])
def test_the_forty_days_before_october_2017(days: int, expected: str) -> None:
    record = {"leave": [{"kind": "sick", "year": 2017, "days": days}]}
    assert is_barred("LDTT", date(2017, 9, 30), record, year=2017) == expected
    assert is_barred("LDTT", date(2017, 10, 1), record, year=2017) == "no"


def test_maternity_leave_never_bars() -> None:
    record = {"leave": [{"kind": "maternity", "year": 2016, "days": 130}]}
    assert is_barred("LDTT", date(2016, 12, 15), record, year=2016) == "no"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"since": "2025-10-01"}, "yes"),
        ({"since": "2025-10-01", "until": "2025-12-15"}, "no"),
        ({"since": "2025-10-01", "until": "2025-12-16"}, "yes"),
        ({"since": "2025-10-01", "cleared": True}, "no"),
        ({"since": "2025-12-16"}, "no"),
    ],
)
def test_an_unresolved_matter(item: dict[str, Any], expected: str) -> None:
    record = {"pending": [item | {"kind": "inspection"}]}
    assert is_barred("BK_TINH", IN_C, record) == expected


@pytest.mark.parametrize(
    ("violation", "expected"),
    [
        ({"kind": "gambling", "year": 2024, "fined": True}, "yes"),
        ({"kind": "gambling", "year": 2024, "fined": False}, "no"),
        ({"kind": "gambling", "year": 2024}, "unknown"),
        ({"kind": "gambling", "year": 2023, "fined": True}, "no"),
        ({"kind": "tax_duty", "year": 2024}, "yes"),
    ],
)
def test_a_cultured_family(violation: dict[str, Any], expected: str) -> None:
    record = {"violations": [violation]}
    assert is_barred("GDVH", IN_B, record, kind="household", year=2024) == expected
