"""“Đã có thành tích …” on certificates and in decisions."""

import pytest

from thidua.documents.wording import deed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("Đã có thành tích xuất sắc", "Đã có thành tích xuất sắc"),
        ("đã dũng cảm cứu người", "đã dũng cảm cứu người"),
        ("Dũng cảm cứu hai cháu nhỏ", "đã có thành tích dũng cảm cứu hai cháu nhỏ"),
    ],
)
def test_the_words_of_a_merit(typed, said):
    assert deed(typed) == said
