import unicodedata

import pytest

from thidua.kernel.text import clean, fold, name_sort_key, search_words, sort_key


@pytest.mark.parametrize("written", ["Đặng  Thị Ánh", unicodedata.normalize("NFD", "Đặng Thị Ánh")])
def test_a_name_is_kept_in_one_form(written):
    assert clean(written) == "Đặng Thị Ánh"
    assert fold(written) == "dang thi anh"


def test_words_are_found_in_any_order():
    assert search_words("  ÁNH đặng ") == ["anh", "dang"]


def test_the_order_of_the_letters():
    words = ["đa", "da", "ơ", "o", "ô", "ă", "a", "â", "ư", "u", "ê", "e", "y", "x"]
    assert sorted(words, key=sort_key) == [
        "a",
        "ă",
        "â",
        "da",
        "đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
        "x",
        "y",
    ]


def test_the_order_of_the_tones():
    words = ["mạ", "má", "mã", "mả", "mà", "ma"]
    assert sorted(words, key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_letters_come_before_tones():
    assert sorted(["bá", "bàn", "ba"], key=sort_key) == ["ba", "bá", "bàn"]


def test_numbers_are_ordered_by_value():
    units = [
        "Tổ dân phố 10",
        "Tổ dân phố 2",
        "Tổ dân phố 01",
        "Tổ dân phố 2A",
        "Tổ dân phố số 1",
        "Phường 12",
    ]
    assert sorted(units, key=sort_key) == [
        "Phường 12",
        "Tổ dân phố 01",
        "Tổ dân phố 2",
        "Tổ dân phố 2A",
        "Tổ dân phố 10",
        "Tổ dân phố số 1",
    ]


def test_people_are_ordered_by_given_name():
    people = ["Trần Văn Anh", "Nguyễn Thị Bình", "Lê Ánh", "Đỗ Văn Anh", "Dương Văn Anh"]
    expected = ["Dương Văn Anh", "Đỗ Văn Anh", "Trần Văn Anh", "Lê Ánh", "Nguyễn Thị Bình"]
    assert sorted(people, key=name_sort_key) == expected
