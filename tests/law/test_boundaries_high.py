"""Each figure of the high awards, one step on either side of it."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Question, Record, decide, national_book

BOOK = national_book()
ON = date(2025, 12, 15)


def answer(honour: str, record: dict[str, Any], kind: str = "individual", **context: Any) -> str:
    on = context.pop("on", ON)
    question = Question(honour, kind, Record.from_dict(record), on, **{"by": "results"} | context)
    return decide(BOOK, question).verdict.value


def years(n: int, excellent: int, last: int = 2025) -> list[dict[str, Any]]:
    """So many good years up to the last, the latest of which are excellent."""
    grades = ["excellent"] * excellent + ["good"] * (n - excellent)
    return [{"year": last - k, "grade": grade} for k, grade in enumerate(grades)]


def titles(**times: int) -> list[dict[str, Any]]:
    return [{"honour": code, "year": 2025 - k} for code, n in times.items() for k in range(n)]


def awards(base: str, year: int, **times: int) -> list[dict[str, Any]]:
    later = [{"honour": code, "year": 2025 - k} for code, n in times.items() for k in range(n)]
    return [{"honour": base, "year": year}, *later]


@pytest.mark.parametrize(
    ("honour", "base", "n_years", "excellent", "held", "expected"),
    [
        ("HCLD3", "BK_TTG", 5, 1, {"CSTDCS": 3}, "yes"),
        ("HCLD3", "BK_TTG", 4, 1, {"CSTDCS": 3}, "no"),
        ("HCLD3", "BK_TTG", 5, 0, {"CSTDCS": 3}, "no"),
        ("HCLD3", "BK_TTG", 5, 1, {"CSTDCS": 2}, "no"),
        ("HCLD3", "BK_TINH", 5, 1, {"CSTDCS": 3}, "no"),
        ("HCLD2", "HCLD3", 5, 2, {"CSTDCT": 1}, "yes"),
        ("HCLD2", "HCLD3", 5, 1, {"CSTDCT": 1}, "no"),
        ("HCLD2", "HCLD3", 5, 2, {"CSTDCS": 3}, "no"),
        ("HCLD1", "HCLD2", 5, 3, {"CSTDCT": 2}, "yes"),
        ("HCLD1", "HCLD2", 5, 2, {"CSTDCT": 2}, "no"),
        ("HCLD1", "HCLD2", 5, 3, {"CSTDCT": 1}, "no"),
    ],
)
def test_the_labour_order_of_officials(  # noqa: PLR0917 the columns of the table above
    honour: str, base: str, n_years: int, excellent: int, held: dict[str, int], expected: str
) -> None:
    record = {
        "awards": awards(base, 2025 - n_years),
        "grades": years(n_years, excellent),
        "titles": titles(**held),
    }
    assert answer(honour, record) == expected


COLLECTIVE = [
    ("HCLD3", "BK_TTG", {"CO_CP": 1}, {}, "yes"),
    ("HCLD3", "BK_TTG", {"CO_TINH": 2}, {}, "yes"),
    ("HCLD3", "BK_TTG", {"CO_TINH": 1}, {"BK_TINH": 1}, "yes"),
    ("HCLD3", "BK_TTG", {"CO_TINH": 1}, {}, "no"),
    ("HCLD3", "BK_TTG", {}, {"BK_TINH": 2}, "no"),
    ("HCLD2", "HCLD3", {"CO_CP": 1, "CO_TINH": 1}, {}, "yes"),
    ("HCLD2", "HCLD3", {"CO_TINH": 3}, {}, "yes"),
    ("HCLD2", "HCLD3", {"CO_TINH": 2}, {}, "no"),
    ("HCLD2", "HCLD3", {"CO_CP": 1}, {}, "no"),
    ("HCLD1", "HCLD2", {"CO_CP": 2}, {}, "yes"),
    ("HCLD1", "HCLD2", {"CO_CP": 1, "CO_TINH": 2}, {}, "yes"),
    ("HCLD1", "HCLD2", {"CO_TINH": 4}, {}, "yes"),
    ("HCLD1", "HCLD2", {"CO_TINH": 3}, {}, "no"),
    ("HCLD1", "HCLD2", {"CO_CP": 1, "CO_TINH": 1}, {}, "no"),
    ("BK_TTG", "BK_TINH", {"CO_TINH": 1}, {}, "yes"),
    ("BK_TTG", "BK_TINH", {}, {"BK_TINH": 2}, "yes"),
    ("BK_TTG", "BK_TINH", {}, {"BK_TINH": 1}, "no"),
]


@pytest.mark.parametrize(("honour", "base", "flags", "certificates", "expected"), COLLECTIVE)
def test_the_flags_of_collectives(
    honour: str, base: str, flags: dict[str, int], certificates: dict[str, int], expected: str
) -> None:
    record = {
        "awards": awards(base, 2020, **certificates),
        "grades": years(5, 5),
        "titles": titles(**flags),
        "collective": {"founded": 2015, "gets_flags": True},
    }
    assert answer(honour, record, "collective") == expected


@pytest.mark.parametrize(
    ("honour", "base", "enough"), [("HCLD3", "BK_TTG", 2), ("HCLD2", "HCLD3", 3), ("HCLD1", "HCLD2", 4)]
)
def test_certificates_stand_for_flags_outside_the_flag_system(honour: str, base: str, enough: int) -> None:
    def given(n: int, *, gets_flags: bool) -> str:
        record = {
            "awards": awards(base, 2020, BK_TINH=n),
            "grades": years(5, 5),
            "titles": [],
            "collective": {"founded": 2015, "gets_flags": gets_flags},
        }
        return answer(honour, record, "collective")

    assert [given(n, gets_flags=False) for n in (enough - 1, enough)] == ["no", "yes"]
    assert given(enough, gets_flags=True) == "no"


@pytest.mark.parametrize(("founded", "expected"), [(2015, "yes"), (2016, "no")])
def test_ten_years_of_existence(founded: int, expected: str) -> None:
    record = {
        "awards": awards("BK_TTG", 2020),
        "grades": years(5, 5),
        "titles": titles(CO_CP=1),
        "collective": {"founded": founded, "gets_flags": True},
    }
    assert answer("HCLD3", record, "collective") == expected


@pytest.mark.parametrize(
    ("n_years", "flags", "certificates", "founded", "expected"),
    [
        (10, {"CO_CP": 2}, {"BK_TTG": 1}, 1995, "yes"),
        (10, {"CO_CP": 2, "CO_TINH": 2}, {}, 1995, "yes"),
        (10, {"CO_CP": 1}, {"BK_TTG": 1}, 1995, "no"),
        (9, {"CO_CP": 2}, {"BK_TTG": 1}, 1995, "no"),
        (10, {"CO_CP": 2}, {"BK_TTG": 1}, 1996, "no"),
    ],
)
def test_the_independence_order(
    n_years: int, flags: dict[str, int], certificates: dict[str, int], founded: int, expected: str
) -> None:
    record = {
        "awards": awards("HCLD1", 2025 - n_years, **certificates),
        "grades": years(n_years, n_years),
        "titles": titles(**flags),
        "collective": {"founded": founded},
    }
    assert answer("HCDL3", record, "collective") == expected


def initiatives(n: int, scope: str) -> list[dict[str, Any]]:
    return [{"year": 2024, "scope": scope}] * n


@pytest.mark.parametrize(
    ("honour", "n", "scope", "expected"),
    [
        ("HCLD3", 1, "province", "yes"),
        ("HCLD3", 1, "district", "no"),
        ("HCLD2", 2, "province", "yes"),
        ("HCLD2", 1, "province", "no"),
        ("HCLD1", 3, "nation", "yes"),
        ("HCLD1", 2, "nation", "no"),
        ("BK_TTG", 1, "district", "yes"),
        ("BK_TTG", 1, "base", "unknown"),
    ],
)
def test_workers(honour: str, n: int, scope: str, expected: str) -> None:
    record = {"initiatives": initiatives(n, scope), "training": True, "models": []}
    assert answer(honour, record, by="work", group="worker") == expected


@pytest.mark.parametrize(("n", "expected"), [(3, "no"), (4, "yes")])
def test_workers_of_the_first_class_before_2024(n: int, expected: str) -> None:
    record = {"initiatives": [{"year": 2020, "scope": "nation"}] * n, "training": True}
    assert answer("HCLD1", record, on=date(2022, 6, 15), by="work", group="worker") == expected


@pytest.mark.parametrize(
    ("honour", "n", "expected"),
    [
        ("HCLD3", 2, "no"),
        ("HCLD3", 3, "yes"),
        ("HCLD2", 3, "no"),
        ("HCLD2", 4, "yes"),
        ("HCLD1", 4, "no"),
        ("HCLD1", 5, "yes"),
        ("BK_TTG", 1, "unknown"),
        ("BK_TTG", 2, "yes"),
    ],
)
def test_farmers(honour: str, n: int, expected: str) -> None:
    model = {"years": n, "scope": "province", "helps_households": True, "creates_jobs": True}
    record = {"models": [model], "initiatives": []}
    assert answer(honour, record, by="work", group="farmer") == expected


@pytest.mark.parametrize(
    ("honour", "launched_by", "n", "stage", "expected"),
    [
        ("CO_TINH", "tinh", 3, "final", "yes"),
        ("CO_TINH", "tinh", 2, "final", "no"),
        ("CO_TINH", "tinh", 3, "interim", "no"),
        ("CO_CP", "ttg", 5, "interim", "yes"),
        ("CO_CP", "ttg", 4, "final", "no"),
        ("BK_TTG", "tinh", 3, "final", "yes"),
        ("BK_TTG", "tinh", 2, "final", "no"),
        ("BK_TTG", "ttg", 1, "interim", "yes"),
        ("HCLD3", "tinh", 5, "final", "yes"),
        ("HCLD3", "tinh", 4, "final", "no"),
    ],
)
def test_movements(honour: str, launched_by: str, n: int, stage: str, expected: str) -> None:
    movement = {"launched_by": launched_by, "years": n, "result": "leader", "stage": stage}
    assert answer(honour, {"movements": [movement]}, "collective", by="movement") == expected


def test_taking_part_in_a_movement_is_not_enough() -> None:
    movement = {"launched_by": "tinh", "years": 1, "result": "took_part", "stage": "final"}
    assert answer("BK_TINH", {"movements": [movement]}, by="movement") == "no"


@pytest.mark.parametrize(
    ("honour", "months", "on", "expected"),
    [
        ("HUY_CSVV1", 239, ON, "no"),
        ("HUY_CSVV1", 240, ON, "yes"),
        ("HUY_CSVV2", 239, ON, "yes"),
        ("HUY_CSVV2", 240, ON, "no"),
        ("HUY_CSVV2", 180, ON, "yes"),
        ("HUY_CSVV3", 179, ON, "yes"),
        ("HUY_CSVV3", 120, ON, "yes"),
        ("HUY_CSVV3", 119, ON, "no"),
        ("HUY_CSVV1", 180, date(2014, 5, 31), "yes"),
        ("HUY_CSVV1", 180, date(2014, 6, 1), "no"),
    ],
)
def test_years_of_service(honour: str, months: int, on: date, expected: str) -> None:
    record = {"work": [{"place": "same", "months": months}]}
    assert answer(honour, record, on=on, by="years", group="armed_forces") == expected


@pytest.mark.parametrize(
    ("months", "on", "expected"),
    [
        (60, ON, "yes"),
        (59, ON, "unknown"),
        (12, ON, "unknown"),
        (11, ON, "no"),
        (60, date(2014, 8, 20), "yes"),
        (60, date(2014, 8, 19), "unknown"),
    ],
)
def test_hard_posts_count_double_and_a_year_there_may_do_for_a_soldier(
    months: int, on: date, expected: str
) -> None:
    """06/2022/QH15 article 57.3; decree 65/2014 article 21: whether the rank fits is not in a record."""
    record = {"work": [{"place": "same", "months": months, "hardship": True}]}
    assert answer("HUY_CSVV3", record, on=on, by="years", group="armed_forces") == expected


@pytest.mark.parametrize(
    ("held", "scope", "year", "expected"),
    [
        ((2021, 2024), "nation", 2020, "yes"),
        ((2021, 2024), "nation", 2019, "yes"),
        ((2021, 2024), "nation", 2018, "unknown"),
        ((2022, 2024), "nation", 2024, "no"),
        ((2020, 2024), "nation", 2024, "no"),
        ((2021, 2024), "province", 2024, "no"),
    ],
)
def test_the_national_fighter(held: tuple[int, ...], scope: str, year: int, expected: str) -> None:
    record = {
        "titles": [{"honour": "CSTDCT", "year": given} for given in held],
        "initiatives": [{"year": year, "scope": scope}],
    }
    assert answer("CSTDTQ", record, on=date(2025, 3, 1), year=2024, by=None) == expected


@pytest.mark.parametrize(("n", "expected"), [(2, "no"), (3, "yes")])
def test_a_family_cultured_three_years_running(n: int, expected: str) -> None:
    record = {"titles": [{"honour": "GDVH", "year": 2023 - k} for k in range(n)], "awards": []}
    assert answer("GK", record, "household", on=date(2023, 12, 1)) == expected


@pytest.mark.parametrize(("n", "expected"), [(4, "no"), (5, "yes")])
def test_five_initiatives_before_2024(n: int, expected: str) -> None:
    record = {
        "awards": [{"honour": "BK_TINH", "year": 2017}],
        "grades": years(5, 5, last=2022),
        "initiatives": [{"year": 2018 + k, "scope": "base"} for k in range(n)],
    }
    assert answer("BK_TTG", record, on=date(2023, 6, 1)) == expected


@pytest.mark.parametrize(("n", "expected"), [(6, "no"), (7, "yes")])
def test_seven_base_titles_before_2014(n: int, expected: str) -> None:
    record = {
        "awards": [{"honour": "BK_TTG", "year": 2009}],
        "titles": [{"honour": "CSTDCS", "year": 2012 - k} for k in range(n)],
    }
    assert answer("HCLD3", record, on=date(2013, 6, 1)) == expected


@pytest.mark.parametrize(("n", "expected"), [(4, "no"), (5, "yes")])
def test_five_base_titles_for_the_certificate_before_2014(n: int, expected: str) -> None:
    record = {
        "awards": [{"honour": "BK_TINH", "year": 2009}],
        "titles": [{"honour": "CSTDCS", "year": 2012 - k} for k in range(n)],
    }
    assert answer("BK_TTG", record, on=date(2013, 6, 1)) == expected


@pytest.mark.parametrize(("n", "expected"), [(1, "no"), (2, "yes")])
def test_two_excellent_years_of_a_collective(n: int, expected: str) -> None:
    for on in (date(2023, 12, 15), ON):
        graded = years(n, n, last=on.year)
        assert (
            answer("BK_TINH", {"grades": graded, "titles": [], "awards": []}, "collective", on=on) == expected
        )


BEFORE_2014 = [
    ("HCLD2", "individual", "HCLD3", {"CSTDCT": 2}, {}, "yes"),
    ("HCLD2", "individual", "HCLD3", {"CSTDCT": 1}, {}, "no"),
    ("HCLD2", "individual", "HCLD3", {}, {"BK_TTG": 1}, "yes"),
    ("HCLD1", "individual", "HCLD2", {"CSTDTQ": 1}, {}, "yes"),
    ("HCLD1", "individual", "HCLD2", {"CSTDCT": 2}, {}, "no"),
    ("HCLD3", "collective", "GK", {"TTLDXS": 5, "CO_TINH": 1}, {}, "yes"),
    ("HCLD3", "collective", "GK", {"TTLDXS": 4, "CO_TINH": 1}, {}, "no"),
    ("HCLD3", "collective", "GK", {"TTLDXS": 5}, {"BK_TTG": 1}, "yes"),
    ("HCLD3", "collective", "GK", {"TTLDXS": 5}, {}, "no"),
    ("HCLD2", "collective", "HCLD3", {"TTLDXS": 5, "CO_TINH": 2}, {}, "yes"),
    ("HCLD2", "collective", "HCLD3", {"TTLDXS": 5, "CO_TINH": 1}, {}, "no"),
    ("HCLD2", "collective", "HCLD3", {"TTLDXS": 5, "CO_CP": 1}, {}, "yes"),
    ("HCLD1", "collective", "HCLD2", {"TTLDXS": 5, "CO_TINH": 3}, {}, "yes"),
    ("HCLD1", "collective", "HCLD2", {"TTLDXS": 5, "CO_TINH": 2}, {}, "no"),
    ("HCLD1", "collective", "HCLD2", {"TTLDXS": 5, "CO_CP": 2}, {}, "yes"),
    ("HCLD1", "collective", "HCLD2", {"TTLDXS": 5, "CO_CP": 1}, {}, "no"),
]


@pytest.mark.parametrize(("honour", "kind", "base", "held", "given", "expected"), BEFORE_2014)
def test_the_labour_order_before_the_amendment(  # noqa: PLR0917 the columns of the table above
    honour: str, kind: str, base: str, held: dict[str, int], given: dict[str, int], expected: str
) -> None:
    later = [{"honour": code, "year": 2012 - k} for code, n in given.items() for k in range(n)]
    record = {
        "awards": [{"honour": base, "year": 2007}, *later],
        "titles": [{"honour": code, "year": 2012 - k} for code, n in held.items() for k in range(n)],
    }
    assert answer(honour, record, kind, on=date(2013, 6, 1)) == expected
