"""Long service: posts in an officer's words, months, and less for women."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Question, Record, decide, national_book
from thidua.law.posts import rank_of

BOOK = national_book()
IN_65, IN_91, IN_B, IN_C = date(2016, 6, 15), date(2019, 6, 15), date(2024, 6, 15), date(2025, 8, 15)


@pytest.mark.parametrize(
    ("post", "rank"),
    [
        ("Bộ trưởng", 1),
        ("Bí thư Tỉnh ủy", 1),
        ("Thứ trưởng", 2),
        ("Chủ tịch UBND tỉnh", 2),
        ("Phó Bí thư Tỉnh ủy", 2),
        ("pho_chu_tich_ubnd_tinh", 3),
        ("Vụ trưởng", 3),
        ("Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh", 3),
        ("Giám đốc Sở Y tế", 4),
        ("giam_doc_so", 4),
        ("Phó Vụ trưởng", 4),
        ("Chủ tịch UBND huyện", 4),
        ("Bí thư Huyện ủy, thị xã", 4),
        ("Phó Giám đốc Sở", 0),
        ("Trưởng phòng", 0),
        ("Chủ tịch UBND xã", 0),
        ("Phó Chủ tịch UBND huyện", 0),
        ("Quyền Giám đốc Sở", None),
        ("Phụ trách Sở Nội vụ", None),
        ("Kế toán trưởng", None),
        ("Chủ tịch Hội đồng nhân dân tỉnh", 2),
        ("Chủ tịch Hội Nông dân tỉnh", 4),
        ("Chủ tịch Liên đoàn Lao động thành phố Hà Nội", 4),
        ("Bí thư Tỉnh đoàn", 4),
        ("Phó Chủ tịch Hội Nông dân tỉnh", 0),
        ("Chủ tịch Hội Phụ nữ huyện", 0),
        ("Chủ tịch Hội Nông dân Việt Nam", None),
        ("Chủ tịch Liên minh Hợp tác xã tỉnh", None),
    ],
)
def test_how_a_post_is_read(post: str, rank: int | None) -> None:
    assert rank_of(post) == rank


def served(honour: str, post: str, months: int, on: date, **who: Any) -> str:
    record = Record.from_dict({"posts": [{"post": post, "months": months}]})
    question = Question(honour, "individual", record, on, by="career", **who)
    return decide(BOOK, question).verdict.value


@pytest.mark.parametrize(
    ("honour", "post", "months", "sex", "expected"),
    [
        ("HCLD3", "Giám đốc Sở", 120, "male", "yes"),
        ("HCLD3", "Giám đốc Sở", 119, "male", "no"),
        ("HCLD3", "Giám đốc Sở", 84, "female", "yes"),
        ("HCLD3", "Giám đốc Sở", 83, "female", "no"),
        ("HCLD3", "Giám đốc Sở", 84, None, "unknown"),
        ("HCLD3", "Quyền Giám đốc Sở", 200, "male", "unknown"),
        ("HCLD3", "Trưởng phòng", 300, "male", "no"),
        ("HCLD2", "Vụ trưởng", 120, "male", "yes"),
        ("HCLD2", "Giám đốc Sở", 179, "male", "no"),
        ("HCLD1", "Chủ tịch UBND tỉnh", 60, "male", "yes"),
        ("HCLD1", "Vụ trưởng", 179, "male", "no"),
    ],
)
def test_the_list_of_decree_65(honour: str, post: str, months: int, sex: str | None, expected: str) -> None:
    assert served(honour, post, months, IN_65, sex=sex) == expected


@pytest.mark.parametrize(
    ("honour", "post", "months", "sex", "expected"),
    [
        ("HCLD1", "Phó Chủ tịch UBND tỉnh", 120, "male", "yes"),
        ("HCLD1", "Phó Chủ tịch UBND tỉnh", 80, "female", "yes"),
        ("HCLD1", "Phó Chủ tịch UBND tỉnh", 79, "female", "no"),
        ("HCLD1", "Giám đốc Sở", 180, "male", "yes"),
        ("HCLD1", "Giám đốc Sở", 179, "male", "no"),
        ("HCLD2", "Giám đốc Sở", 120, "male", "yes"),
        ("HCLD2", "Giám đốc Sở", 119, "male", "no"),
        ("HCLD2", "Phó Giám đốc Sở", 180, "male", "yes"),
        ("HCLD3", "Tổng cục trưởng", 36, "male", "yes"),
        ("HCLD3", "Tổng cục trưởng", 35, "male", "no"),
        ("HCLD3", "Phó Tổng cục trưởng", 60, "male", "yes"),
        ("HCLD3", "Phó Tổng cục trưởng", 59, "male", "no"),
        ("HCLD3", "Vụ trưởng", 72, "male", "yes"),
        ("HCLD3", "Vụ trưởng", 71, "male", "no"),
        ("HCLD3", "Vụ trưởng", 48, "female", "yes"),
        ("HCLD3", "Phó Vụ trưởng", 120, "male", "yes"),
        ("HCLD3", "Phó Giám đốc Sở", 119, "male", "no"),
        ("HCLD3", "Chủ tịch UBND huyện", 200, "male", "unknown"),
        ("HCLD3", "Chủ tịch UBND xã", 200, "male", "no"),
    ],
)
@pytest.mark.parametrize("on", [IN_B, IN_C])
def test_the_list_of_decrees_98_and_152(
    honour: str, post: str, months: int, sex: str | None, expected: str, *, on: date
) -> None:
    assert served(honour, post, months, on, sex=sex) == expected


def test_decree_91_keeps_the_list_of_65() -> None:
    asked = [served("HCLD2", "Giám đốc Sở", months, IN_91, sex="male") for months in (179, 180)]
    assert asked == ["no", "yes"]


def test_several_posts_add_up_towards_the_lower_one() -> None:
    posts = [
        {"post": "Giám đốc Sở", "since": "2006-01-01", "until": "2011-01-01"},
        {"post": "Phó Chủ tịch UBND tỉnh", "months": 60},
    ]
    question = Question(
        "HCLD3", "individual", Record.from_dict({"posts": posts}), IN_65, by="career", sex="male"
    )
    assert decide(BOOK, question).verdict.value == "yes"


def test_without_posts_the_list_is_missing() -> None:
    given = decide(BOOK, Question("HCLD3", "individual", Record(), IN_65, by="career"))
    assert (given.verdict.value, given.missing()) == ("unknown", ("chức vụ đã giữ",))


def test_two_posts_at_one_time_count_once() -> None:
    posts = [
        {"post": "Giám đốc Sở", "since": "2018-01-01", "until": "2022-01-01"},
        {"post": "Bí thư Huyện ủy", "since": "2020-01-01", "until": "2023-12-31"},
    ]
    question = Question(
        "HCLD3", "individual", Record.from_dict({"posts": posts}), IN_B, by="career", sex="male"
    )
    assert decide(BOOK, question).verdict.value == "no"
