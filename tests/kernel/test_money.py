from fractions import Fraction

import pytest

from thidua.kernel.money import dong, round_up


@pytest.mark.parametrize(("amount", "rounded"), [(702_000, 710_000), (710_000, 710_000), (0, 0), (1, 10_000)])
def test_prizes_are_rounded_up_to_ten_thousand(amount, rounded):
    assert round_up(amount) == rounded


def test_a_fraction_of_a_salary():
    assert round_up(Fraction(3, 10) * 2_340_000) == 710_000


def test_money_is_written_with_points():
    assert dong(2_340_000) == "2.340.000 đ"
