"""Figures as officers write them: 1.234,5 or 12,5 %; read from a form or a pasted list alike."""

import re
from decimal import Decimal

from django.utils.formats import number_format

from thidua.kernel.text import clean

LARGEST = Decimal(10) ** 15
GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d{1,2})?")
COMMA = re.compile(r"-?\d+(,\d{1,2})?")
POINT = re.compile(r"-?\d+\.\d{1,2}")


def read_figure(text: str) -> Decimal | None:
    """None for what is no figure. “1.500” is one thousand five hundred, “1.5” one and a half."""
    bare = clean(text).removesuffix("%").rstrip().replace(" ", "")
    if GROUPED.fullmatch(bare):
        plain = bare.replace(".", "").replace(",", ".")
    elif COMMA.fullmatch(bare):
        plain = bare.replace(",", ".")
    elif POINT.fullmatch(bare):
        plain = bare
    else:
        return None
    found = Decimal(plain)
    return found if abs(found) < LARGEST else None


def figure(value: Decimal | None) -> str:
    """A dash for none."""
    return "—" if value is None else written(value)


def written(value: Decimal) -> str:
    """1.234,5: no more decimals than there are."""
    plain = f"{value:f}"
    bare = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return number_format(Decimal(bare), force_grouping=True)
