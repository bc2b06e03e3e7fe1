"""Each figure of the law, one step on either side of it."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Question, Record, decide, national_book, quota, vote_rule
from thidua.law.votes import vote_passes

BOOK = national_book()
IN_A, IN_B, IN_C, IN_D = date(2023, 12, 15), date(2024, 12, 15), date(2025, 12, 15), date(2026, 11, 15)


def answer(honour: str, kind: str, on: date, record: dict[str, Any], **context: Any) -> str:
    group = context.pop("group", "official" if kind != "household" else None)
    question = Question(honour, kind, Record.from_dict(record), on, group=group, **context)
    return decide(BOOK, question).verdict.value


def collective(on: date, **counts: Any) -> dict[str, Any]:
    grade = counts.pop("grade", "excellent")
    return {"grades": [{"year": on.year, "grade": grade}], "collective": counts}


@pytest.mark.parametrize(
    ("on", "ldtt", "expected"),
    [
        (IN_A, 50, "no"),
        (IN_A, 51, "yes"),
        (IN_B, 69, "no"),
        (IN_B, 70, "yes"),
        (IN_C, 69, "no"),
        (IN_D, 70, "yes"),
    ],
)
def test_the_share_of_advanced_workers(on: date, ldtt: int, expected: str) -> None:
    record = collective(on, grade="good", members=100, ldtt=ldtt, warned=0)
    assert answer("TTLDTT", "collective", on, record, year=on.year) == expected


def test_a_share_is_never_rounded() -> None:
    nine_of_thirteen = collective(IN_B, grade="good", members=13, ldtt=9, warned=0)
    assert answer("TTLDTT", "collective", IN_B, nine_of_thirteen, year=2024) == "no"


@pytest.mark.parametrize(
    ("on", "changed", "expected"),
    [
        (IN_B, {}, "yes"),
        (IN_B, {"ldtt": 13}, "no"),
        (IN_B, {"cstdcs": 0}, "no"),
        (IN_B, {"all_completed": False}, "no"),
        (IN_B, {"grade": "good"}, "no"),
        (IN_B, {"warned": 1}, "yes"),
        (IN_A, {"warned": 1}, "no"),
        (IN_A, {"warned": 0}, "yes"),
        (IN_B, {"cstdcs": None}, "unknown"),
    ],
)
def test_the_excellent_collective(on: date, changed: dict[str, Any], expected: str) -> None:
    counts = {"members": 20, "ldtt": 14, "cstdcs": 1, "all_completed": True, "warned": 0}
    record = collective(on, **{**counts, **changed})
    assert answer("TTLDXS", "collective", on, record, year=on.year) == expected


@pytest.mark.parametrize(
    ("on", "grade", "initiatives", "expected"),
    [
        (IN_A, "excellent", [], "no"),
        (IN_A, "good", [{"scope": "base"}], "yes"),
        (IN_A, "completed", [{"scope": "base"}], "no"),
        (IN_B, "excellent", [], "yes"),
        (IN_B, "good", [], "no"),
        (IN_B, "good", [{"scope": "base"}], "yes"),
        (IN_B, "good", [{"scope": "base", "kind": "topic"}], "yes"),
        (IN_B, "good", [{"scope": "base", "used_for": "BK_TINH"}], "no"),
        (IN_B, "completed", [{"scope": "province"}], "no"),
        (IN_D, "excellent", [], "yes"),
    ],
)
def test_the_base_fighter(on: date, grade: str, initiatives: list[dict[str, Any]], expected: str) -> None:
    record = {
        "grades": [{"year": on.year, "grade": grade}],
        "initiatives": [item | {"year": on.year} for item in initiatives],
        "titles": [],
    }
    assert answer("CSTDCS", "individual", on, record, year=on.year) == expected


def test_an_initiative_of_an_earlier_year_is_left_to_local_rules() -> None:
    record = {
        "grades": [{"year": 2024, "grade": "good"}],
        "initiatives": [{"year": 2023, "scope": "base"}],
        "titles": [],
    }
    question = Question("CSTDCS", "individual", Record.from_dict(record), IN_B, year=2024, group="official")
    given = decide(BOOK, question)
    reasons = {leaf.unknown_reason for leaf in given.leaves() if leaf.code == "older_initiative"}
    assert (given.verdict.value, reasons) == ("unknown", {"local_rule"})


@pytest.mark.parametrize(
    ("years", "scope", "expected"),
    [
        ([2022, 2023, 2024], "province", "yes"),
        ([2022, 2023, 2024], "ministry", "yes"),
        ([2022, 2023, 2024], "district", "no"),
        ([2023, 2024], "province", "no"),
        ([2021, 2022, 2023], "province", "no"),
        ([2020, 2022, 2023, 2024], "nation", "yes"),
    ],
)
def test_the_provincial_fighter(years: list[int], scope: str, expected: str) -> None:
    record = {
        "titles": [{"honour": "CSTDCS", "year": year} for year in years],
        "initiatives": [{"year": 2023, "scope": scope, "used_for": "CSTDCS"}],
    }
    assert answer("CSTDCT", "individual", IN_B, record, year=2024) == expected


@pytest.mark.parametrize(("year", "expected"), [(2022, "yes"), (2021, "unknown")])
def test_the_initiative_is_of_the_three_years_that_the_title_honours(year: int, expected: str) -> None:
    record = {
        "titles": [{"honour": "CSTDCS", "year": given} for given in (2022, 2023, 2024)],
        "initiatives": [{"year": year, "scope": "province"}],
    }
    assert answer("CSTDCT", "individual", IN_B, record, year=2024) == expected


def test_base_titles_serve_one_provincial_title_only() -> None:
    titles = [{"honour": "CSTDCS", "year": year} for year in range(2020, 2025)]
    record = {
        "titles": [*titles, {"honour": "CSTDCT", "year": 2022}],
        "initiatives": [{"year": 2024, "scope": "province"}],
    }
    assert answer("CSTDCT", "individual", IN_B, record, year=2024) == "no"


def test_a_lower_title_proposed_in_the_same_file_counts_provisionally() -> None:
    record = {
        "titles": [{"honour": "CSTDCS", "year": year} for year in (2022, 2023)],
        "initiatives": [{"year": 2024, "scope": "province"}],
    }
    question = Question("CSTDCT", "individual", Record.from_dict(record), IN_B, year=2024)
    assert decide(BOOK, question).verdict.value == "no"
    in_one_file = Question(
        "CSTDCT",
        "individual",
        Record.from_dict(record),
        IN_B,
        year=2024,
        provisional=frozenset({"CSTDCS"}),
    )
    given = decide(BOOK, in_one_file)
    assert (given.verdict.value, len(given.warnings)) == ("yes", 1)


def certificate_record(years: int, fighters: int, worst: str = "good") -> dict[str, Any]:
    last = 2025
    first = last - years + 1
    graded = [{"year": year, "grade": "good"} for year in range(first, last + 1)]
    graded[0]["grade"] = worst
    return {
        "titles": [{"honour": "CSTDCS", "year": last - n} for n in range(fighters)],
        "awards": [{"honour": "BK_TINH", "year": first - 1}],
        "grades": graded,
    }


@pytest.mark.parametrize(
    ("years", "fighters", "worst", "expected"),
    [
        (5, 3, "good", "yes"),
        (4, 3, "good", "no"),
        (5, 2, "good", "no"),
        (5, 3, "completed", "no"),
        (6, 3, "completed", "yes"),
    ],
)
def test_the_prime_ministers_certificate(years: int, fighters: int, worst: str, expected: str) -> None:
    record = certificate_record(years, fighters, worst)
    assert answer("BK_TTG", "individual", IN_C, record, by="results") == expected


@pytest.mark.parametrize(
    ("by", "on", "expected"),
    [
        ("results", date(2017, 9, 30), "yes"),
        ("movement", date(2017, 9, 30), "yes"),
        ("movement", date(2017, 10, 1), "no"),
        ("sudden", date(2017, 10, 1), "yes"),
        ("sudden", date(2023, 12, 31), "yes"),
        ("sudden", date(2024, 1, 1), "no"),
        ("movement", date(2024, 1, 1), "no"),
        ("results", date(2024, 1, 1), "yes"),
    ],
)
def test_which_certificates_are_a_base_for_yearly_merit(by: str, on: date, expected: str) -> None:
    """Decree 91/2017 shut out movements, decree 98/2023 (article 4) sudden feats too."""
    last = on.year - 1
    record = {
        "awards": [{"honour": "BK_TINH", "year": last - 5, "by": by}],
        "grades": [{"year": last - n, "grade": "excellent"} for n in range(5)],
        "titles": [{"honour": "CSTDCS", "year": last - n} for n in range(3)],
        "initiatives": [{"year": last - n, "scope": "base"} for n in range(5)],
    }
    assert answer("BK_TTG", "individual", on, record, by="results") == expected


@pytest.mark.parametrize(("on", "expected"), [(date(2023, 12, 31), "no"), (date(2024, 1, 1), "yes")])
def test_only_the_old_law_asks_for_the_certificate_before_the_years(on: date, expected: str) -> None:
    """06/2022/QH15 article 73.1.b lacks "sau đó"; 15/2003/QH11 article 71.1.b says "5 năm tiếp theo"."""
    record = {
        "awards": [{"honour": "BK_TINH", "year": 2022, "for_years": [2021, 2022]}],
        "grades": [{"year": year, "grade": "excellent"} for year in range(2018, 2023)],
        "titles": [{"honour": "CSTDCS", "year": year} for year in (2020, 2021, 2022)],
        "initiatives": [{"year": year, "scope": "base"} for year in range(2018, 2023)],
    }
    if on.year == 2024:
        record["grades"].append({"year": 2023, "grade": "good"})
    assert answer("BK_TTG", "individual", on, record, by="results") == expected


def test_a_later_certificate_begins_the_years_again_where_they_must_follow_it() -> None:
    record = {
        "awards": [{"honour": "BK_TINH", "year": 2015}],
        "grades": [{"year": year, "grade": "excellent"} for year in range(2016, 2023)],
        "titles": [],
        "initiatives": [{"year": year, "scope": "base"} for year in range(2016, 2023)],
    }
    on = date(2023, 5, 15)
    assert answer("BK_TTG", "individual", on, record, by="results") == "yes"
    record["awards"].append({"honour": "BK_TINH", "year": 2018})
    assert answer("BK_TTG", "individual", on, record, by="results") == "no"


@pytest.mark.parametrize(
    ("initiative_years", "kinds", "expected"),
    [
        ([2024, 2025], ["initiative", "initiative"], "yes"),
        ([2024, 2025], ["topic", "topic"], "yes"),
        ([2024, 2025], ["initiative", "topic"], "no"),
        ([2025], ["initiative"], "no"),
        ([2023, 2025], ["initiative", "initiative"], "no"),
    ],
)
def test_the_provincial_certificate(initiative_years: list[int], kinds: list[str], expected: str) -> None:
    pairs = zip(initiative_years, kinds, strict=True)
    record = {
        "titles": [],
        "awards": [],
        "grades": [{"year": year, "grade": "excellent"} for year in (2024, 2025)],
        "initiatives": [{"year": year, "scope": "base", "kind": kind} for year, kind in pairs],
    }
    assert answer("BK_TINH", "individual", IN_C, record, by="results") == expected


def test_merit_after_discipline_is_counted_from_the_end_of_it() -> None:
    record = {
        "titles": [{"honour": "CSTDCS", "year": year} for year in (2024, 2025)],
        "awards": [],
        "discipline": [{"kind": "reprimand", "on": "2023-06-01", "until": "2024-03-01"}],
    }
    assert answer("BK_TINH", "individual", IN_C, {**record, "grades": [], "initiatives": []}) == "unknown"
    by_results = {**record, "grades": [], "initiatives": []}
    assert answer("BK_TINH", "individual", IN_C, by_results, by="results") == "no"
    by_results["discipline"] = [{"kind": "reprimand", "on": "2022-06-01", "until": "2023-12-31"}]
    assert answer("BK_TINH", "individual", IN_C, by_results, by="results") == "yes"


@pytest.mark.parametrize(
    ("honour", "on", "members", "in_favour", "expected"),
    [
        ("CSTDCT", IN_A, 20, 17, "no"),
        ("CSTDCT", IN_A, 20, 18, "yes"),
        ("CSTDCT", IN_B, 100, 89, "no"),
        ("CSTDCT", IN_B, 100, 90, "yes"),
        ("CSTDCS", IN_A, 20, 20, "unknown"),
        ("CSTDCS", IN_B, 25, 19, "no"),
        ("CSTDCS", IN_B, 25, 20, "yes"),
        ("CO_TINH", IN_B, 10, 8, "yes"),
        ("CSTDTQ", IN_C, 10, 8, "no"),
        ("LDTT", IN_C, 10, 10, "unknown"),
    ],
)
def test_votes(honour: str, on: date, members: int, in_favour: int, expected: str) -> None:
    verdict, _ = vote_passes(BOOK, honour, on, members=members, in_favour=in_favour)
    assert verdict.value == expected


def test_the_least_number_of_votes() -> None:
    rule = vote_rule(BOOK, "CSTDCS", IN_B)
    assert rule is not None
    assert (rule.needed(24), rule.needed(25), rule.of, str(rule.share)) == (20, 20, "all_members", "4/5")
    assert rule.cite.label_vi() == "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"


def test_what_a_ward_council_does_before_a_provincial_one_is_not_statutory() -> None:
    assert vote_rule(BOOK, "CSTDCT", IN_B, level="xa") is None


@pytest.mark.parametrize(("base", "expected"), [(33, 4), (34, 5), (40, 6), (47, 7)])
def test_the_fifteen_percent_until_2023(base: int, expected: int) -> None:
    before = quota(BOOK, "CSTDCS", "LDTT", base, IN_A)
    since = quota(BOOK, "CSTDCS", "LDTT", base, IN_B)
    assert before is not None
    assert since is not None
    assert (before.limit, since.limit) == (expected, None)
