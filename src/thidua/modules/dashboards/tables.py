"""The table behind a picture as a spreadsheet."""

from collections.abc import Callable
from decimal import Decimal

from thidua.foundation.charts import Chart, Row
from thidua.foundation.tables import Cell, Column, Table, number, text
from thidua.modules.dashboards.pictures import Picture


def table_of(picture: Picture, chart: Chart) -> Table:
    columns = [text("place", chart.head, "label", 40)]
    columns += [
        Column(f"line-{place}", line.label, (number(line.label, _value(place)),))
        for place, line in enumerate(chart.lines)
    ]
    if chart.note_head:
        columns.append(Column("note", chart.note_head, (Cell(chart.note_head, "note"),)))
    return Table(f"dashboards_{picture.code}", picture.title, tuple(columns))


def _value(place: int) -> Callable[[Row], float | None]:
    def of(row: Row) -> float | None:
        value = row.values[place]
        return float(value) if isinstance(value, Decimal) else value

    return of
