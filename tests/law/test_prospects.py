"""What each honour still lacks, and from which year."""

from datetime import date
from typing import Any

from thidua.law import Prospect, Question, Record, Verdict, national_book, prospect, prospects

BOOK = national_book()
ON = date(2025, 12, 15)
RECORD: dict[str, Any] = {
    "awards": [{"honour": "BK_TINH", "year": 2021}],
    "titles": [{"honour": "CSTDCS", "year": 2024}, {"honour": "CSTDCS", "year": 2025}],
    "grades": [{"year": year, "grade": "good"} for year in range(2022, 2026)],
    "initiatives": [],
}


def of(honour: str, **context: Any) -> Prospect:
    question = Question(honour, "individual", Record.from_dict(RECORD), ON, group="official", **context)
    return prospect(BOOK, question)


def test_what_lacks_for_the_prime_ministers_certificate() -> None:
    found = of("BK_TTG", by="results")
    assert [(gap.code, gap.measured, gap.required) for gap in found.gaps] == [
        ("years_after", "4", "5"),
        ("three_fighter_titles", "2", "3"),
    ]
    assert found.first_year == 2026


def test_nothing_lacks_for_a_yes() -> None:
    found = of("LDTT", year=2025)
    assert (found.answer.verdict, found.gaps, found.first_year) == (Verdict.YES, (), 2025)


def test_of_alternatives_the_nearest_is_named_and_judgement_is_the_last_resort() -> None:
    found = of("CSTDCS", year=2025)
    assert [gap.code for gap in found.gaps] == ["excellent_year"]


def test_every_honour_open_to_the_kind_is_asked_highest_first() -> None:
    question = Question("LDTT", "individual", Record.from_dict(RECORD), ON, year=2025, group="official")
    found = [item.honour for item in prospects(BOOK, question)]
    assert found.index("HCLD3") < found.index("BK_TTG") < found.index("LDTT")
    assert {"GDVH", "TTLDTT", "HUYHIEU"} & set(found) == set()
