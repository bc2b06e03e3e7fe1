"""The board as a table for Excel: two columns for each month."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, text
from thidua.modules.duty.drawing import WORDS
from thidua.modules.duty.models import Side
from thidua.modules.duty.parts import Line


def _cell(n: int, side: Side) -> Cell:
    def words(line: Line) -> str:
        month = line.months[n - 1]
        return str(WORDS[month.side(side)]) if month else ""

    return Cell(_titled(n, side), words, width=16)


def _titled(n: int, side: Side) -> Promise:
    return format_lazy("{month} {n}: {side}", month=_("Month"), n=n, side=side.label)


BOARD = Table(
    "duty",
    _("Monthly duty"),
    (
        text("don_vi", _("Unit"), "unit.name", 36),
        *(Column(f"thang_{n}", _("Month"), tuple(_cell(n, side) for side in Side)) for n in range(1, 13)),
    ),
)
