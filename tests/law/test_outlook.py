"""From which year: if every year to come is excellent."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Question, Record, earliest_year, national_book

BOOK = national_book()
ON = date(2025, 12, 15)


def first_year(honour: str, record: dict[str, Any], **context: Any) -> int | None:
    return earliest_year(BOOK, Question(honour, "individual", Record.from_dict(record), ON, **context))


def years_of_good(first: int) -> list[dict[str, Any]]:
    return [{"year": year, "grade": "good"} for year in range(first, 2026)]


@pytest.mark.parametrize(
    ("grades", "titles", "expected"),
    [
        (years_of_good(2021), 3, 2025),
        (years_of_good(2022), 3, 2026),
        (years_of_good(2021), 2, 2026),
        (years_of_good(2021), 1, 2027),
        ([], 0, 2030),
    ],
)
def test_the_prime_ministers_certificate(grades: list[dict[str, Any]], titles: int, expected: int) -> None:
    record = {
        "awards": [{"honour": "BK_TINH", "year": 2020}],
        "grades": grades,
        "titles": [{"honour": "CSTDCS", "year": 2025 - n} for n in range(titles)],
        "initiatives": [],
    }
    assert first_year("BK_TTG", record, by="results") == expected


def test_years_begin_again_after_the_last_award() -> None:
    record = {
        "awards": [{"honour": "BK_TINH", "year": 2025, "for_years": [2024, 2025]}],
        "titles": [{"honour": "CSTDCS", "year": year} for year in (2024, 2025)],
        "grades": [],
        "initiatives": [],
    }
    assert first_year("BK_TINH", record, by="results") == 2027


def test_without_a_base_award_no_year_does() -> None:
    record: dict[str, Any] = {"awards": [], "grades": [], "titles": [], "initiatives": []}
    assert first_year("BK_TTG", record, by="results") is None


def test_what_is_unknown_stays_unknown() -> None:
    assert first_year("BK_TTG", {"awards": []}, by="results") is None
