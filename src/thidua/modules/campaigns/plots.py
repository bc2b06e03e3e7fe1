"""Small multiples: each indicator over its months against its target, with the table behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.foundation.charts import Chart, Kind, Line, Row
from thidua.modules.campaigns.figures import written
from thidua.modules.campaigns.models import Campaign
from thidua.modules.campaigns.periods import label
from thidua.modules.campaigns.queries.progress import Series


@dataclass(frozen=True, slots=True)
class Plot:
    series: Series
    chart: Chart


def plots_of(campaign: Campaign, series: Iterable[Series]) -> list[Plot]:
    return [Plot(one, _chart(one, campaign.cadence)) for one in series]


def _chart(series: Series, cadence: str) -> Chart:
    return Chart(
        kind=Kind.LINE,
        words=_in_words(series),
        head=_("Month or quarter"),
        lines=(Line(series.indicator.unit),),
        rows=tuple(
            Row(label(one.period, cadence), (one.value,), note=str(one.n_units)) for one in series.points
        ),
        target=series.indicator.target,
        note_head=_("Units that reported"),
        is_small=True,
    )


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
