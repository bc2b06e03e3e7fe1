"""Figures as officers write them."""

from decimal import Decimal

import pytest
from django.utils import translation

from thidua.modules.campaigns.figures import read_figure, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("1.500", "1500"),
        ("1.234.567,25", "1234567.25"),
        ("12,5 %", "12.5"),
        ("95%", "95"),
        ("1.5", "1.5"),
        ("-3", "-3"),
        ("0", "0"),
    ],
)
def test_read(text, value):
    assert read_figure(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "12,345", "1,2,3", "1.23.456", "12 cái", "²", "9" * 16, "1e5", "nan"]
)
def test_what_is_no_figure(text):
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("value", "text"), [("1500.00", "1.500"), ("12.50", "12,5"), ("100", "100"), ("0.00", "0")]
)
def test_written_and_read_again(value, text):
    with translation.override("vi"):
        assert written(Decimal(value)) == text
    assert read_figure(text) == Decimal(value)
