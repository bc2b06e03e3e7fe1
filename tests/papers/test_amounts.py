"""Amounts in words, as a cashier writes them."""

import pytest

from thidua.documents.amounts import in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (14, "Mười bốn đồng"),
        (105, "Một trăm linh năm đồng"),
        (760_000, "Bảy trăm sáu mươi nghìn đồng"),
        (2_530_000, "Hai triệu năm trăm ba mươi nghìn đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (10_000_001, "Mười triệu không trăm linh một đồng"),
        (13_170_000, "Mười ba triệu một trăm bảy mươi nghìn đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_500_040_000_000, "Một nghìn năm trăm tỷ không trăm bốn mươi triệu đồng"),
    ],
)
def test_read_aloud(amount, words):
    assert in_words(amount) == words


def test_nothing_is_below_nought():
    with pytest.raises(ValueError, match="below nought"):
        in_words(-1)
