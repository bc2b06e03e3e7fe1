"""Money: multiples of the base salary, rounded up once."""

from datetime import date
from typing import Any

import pytest

from thidua.law import CannotFindValue, PrizeItem, PrizeTotal, national_book, prize

BOOK = national_book()


def total(on: date, *items: dict[str, Any]) -> PrizeTotal:
    return prize(BOOK, [PrizeItem(**item) for item in items], on)


@pytest.mark.parametrize(
    ("honour", "kind", "on", "amount"),
    [
        ("LDTT", "individual", date(2026, 6, 30), 710_000),
        ("LDTT", "individual", date(2026, 7, 1), 760_000),
        ("TTLDTT", "collective", date(2026, 6, 30), 1_880_000),
        ("TTLDTT", "collective", date(2026, 7, 1), 2_030_000),
        ("CSTDCS", "individual", date(2026, 7, 1), 2_530_000),
        ("BK_TINH", "individual", date(2026, 6, 30), 3_510_000),
        ("BK_TINH", "individual", date(2026, 7, 1), 3_800_000),
        ("BK_TINH", "individual", date(2023, 12, 31), 1_800_000),
        ("BK_TINH", "collective", date(2023, 12, 31), 3_600_000),
        ("BK_TINH", "household", date(2025, 8, 1), 5_270_000),
        ("CO_TINH", "collective", date(2024, 1, 1), 14_400_000),
        ("HCLD1", "collective", date(2025, 8, 1), 42_120_000),
    ],
)
def test_amounts(honour: str, kind: str, on: date, amount: int) -> None:
    assert total(on, {"honour": honour, "kind": kind}).amount == amount


def test_a_ward_certificate_rose_with_the_decree_of_july_2025() -> None:
    item = {"honour": "GK", "kind": "individual", "issuer": "xa"}
    assert total(date(2025, 6, 30), item).amount == 360_000
    assert total(date(2025, 7, 1), item).amount == 710_000


def test_of_titles_for_the_same_period_only_the_highest_is_paid() -> None:
    given = total(
        date(2025, 12, 15),
        {"honour": "LDTT", "kind": "individual", "for_years": (2025, 2025)},
        {"honour": "CSTDCS", "kind": "individual", "for_years": (2025, 2025)},
    )
    assert (given.amount, [line.paid for line in given.lines]) == (2_340_000, [False, True])
    assert given.lines[0].reason_vi == "Không chi: cùng thời gian tính thành tích với Chiến sĩ thi đua cơ sở"


def test_titles_of_other_periods_and_forms_are_each_paid() -> None:
    given = total(
        date(2025, 12, 15),
        {"honour": "CSTDCS", "kind": "individual", "for_years": (2025, 2025)},
        {"honour": "CSTDCT", "kind": "individual", "for_years": (2023, 2025)},
        {"honour": "BK_TINH", "kind": "individual", "for_years": (2025, 2025)},
    )
    assert given.amount == 2_340_000 + 7_020_000 + 3_510_000


def test_where_the_norm_gives_a_ceiling_the_amount_is_unknown() -> None:
    given = total(date(2025, 12, 15), {"honour": "KNC", "kind": "individual"})
    assert (given.amount, given.lines[0].factor) == (None, None)


def test_a_day_without_a_norm_is_refused() -> None:
    with pytest.raises(CannotFindValue, match="Lao động tiên tiến"):
        total(date(2005, 1, 1), {"honour": "LDTT", "kind": "individual"})


def test_each_line_names_its_articles() -> None:
    (line,) = total(date(2025, 8, 15), {"honour": "GK", "kind": "household", "issuer": "xa"}).lines
    assert [cite.label_vi() for cite in line.cites] == [
        "Nghị định 152/2025/NĐ-CP, Điều 54 khoản 1",
        "Nghị định 73/2024/NĐ-CP, Điều 3 khoản 2",
        "Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2",
    ]


def test_until_decree_91_only_the_highest_of_one_merit_is_paid() -> None:
    title = {"honour": "CSTDCS", "kind": "individual", "for_years": (2016, 2016)}
    form = {"honour": "BK_TTG", "kind": "individual", "for_years": (2016, 2016)}
    other = form | {"for_years": (2011, 2015)}
    assert total(date(2017, 9, 30), title, form).amount == 1_950_000
    assert total(date(2017, 9, 30), title, other).amount == 1_300_000 + 1_950_000
    assert total(date(2017, 10, 1), title, form).amount == 1_300_000 + 4_550_000
