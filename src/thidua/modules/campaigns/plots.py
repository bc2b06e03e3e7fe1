"""Small multiples: each indicator over its months against its target, drawn as plain numbers for the page's SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.modules.campaigns.figures import written
from thidua.modules.campaigns.models import Campaign
from thidua.modules.campaigns.periods import label
from thidua.modules.campaigns.queries.progress import Series

WIDTH, HEIGHT, EDGE = 260, 96, 8


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table behind the picture."""

    period: str
    value: str
    n_units: int


@dataclass(frozen=True, slots=True)
class Plot:
    series: Series
    lines: tuple[str, ...]
    """Runs of months with a figure, each as the points of a polyline."""
    last: tuple[int, int] | None
    target_y: int | None
    words: str
    rows: tuple[Row, ...]


def plots_of(campaign: Campaign, series: Iterable[Series]) -> list[Plot]:
    return [_plot(one, campaign.cadence) for one in series]


def _plot(series: Series, cadence: str) -> Plot:
    target = series.indicator.target
    values = [float(one.value) for one in series.points if one.value is not None]
    marks = [*values, *(float(one) for one in (target, series.indicator.baseline) if one is not None)]
    low, high = (min(marks), max(marks)) if marks else (0.0, 1.0)
    span = (high - low) or 1.0

    def y(value: float) -> int:
        return round(HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2 * EDGE))

    n = max(len(series.points) - 1, 1)
    places = [
        (round(EDGE + place / n * (WIDTH - 2 * EDGE)), y(float(one.value))) if one.value is not None else None
        for place, one in enumerate(series.points)
    ]
    drawn = [place for place in places if place]
    return Plot(
        series=series,
        lines=tuple(_runs(places)),
        last=drawn[-1] if drawn else None,
        target_y=y(float(target)) if target is not None else None,
        words=_in_words(series),
        rows=tuple(_rows(series, cadence)),
    )


def _runs(places: Iterable[tuple[int, int] | None]) -> Iterable[str]:
    run: list[str] = []
    for place in [*places, None]:
        if place:
            run.append(f"{place[0]},{place[1]}")
        elif run:
            yield " ".join(run)
            run = []


def _in_words(series: Series) -> str:
    """What the picture says, for who does not see it."""
    one = series.indicator
    words = {
        "name": one.name,
        "last": written(series.last) if series.last is not None else "—",
        "unit": one.unit,
        "baseline": written(one.baseline) if one.baseline is not None else "—",
        "target": written(one.target) if one.target is not None else "—",
    }
    return _("%(name)s: now %(last)s %(unit)s; baseline %(baseline)s, target %(target)s.") % words


def _rows(series: Series, cadence: str) -> Iterable[Row]:
    for point in series.points:
        value = written(point.value) if point.value is not None else "—"
        yield Row(_label(point.period, cadence), value, point.n_units)


def _label(period: date, cadence: str) -> str:
    return label(period, cadence)
