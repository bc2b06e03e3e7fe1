"""Whole đồng."""

from fractions import Fraction

TEN_THOUSAND = 10_000


def round_up(amount: Fraction | int, step: int = TEN_THOUSAND) -> int:
    """The next multiple of `step` at or above `amount`."""
    return int(-((-Fraction(amount)) // step)) * step


def dong(amount: int) -> str:
    """2340000 → "2.340.000 đ"."""
    return f"{grouped(amount)} đ"


def grouped(amount: int) -> str:
    """2340000 → "2.340.000"."""
    return f"{amount:,}".replace(",", ".")
