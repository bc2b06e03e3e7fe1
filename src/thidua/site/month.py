"""The month at a glance: how much was sent, appraised, decided and conferred, day by day."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from thidua.modules.decisions.api import visible_to as decisions_visible_to
from thidua.modules.decisions.models import DecisionState
from thidua.modules.dossiers.api import visible_to as dossiers_visible_to
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.register.models import Act, Entry

CELL, GAP, TOP, LEFT = 26, 3, 18, 2
WEEK = 7
SHADES = (0, 1, 3, 8)


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the grid, placed for drawing; `shade` 0 (nothing) to 4."""

    day: date
    n: int
    shade: int
    x: int
    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table behind the grid: a day on which something happened."""

    day: date
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    labels: tuple[str, ...]
    totals: tuple[int, ...]
    cells: tuple[Cell, ...]
    rows: tuple[Row, ...]
    weekdays: tuple[tuple[int, str], ...]
    height: int

    @property
    def sums(self) -> list[tuple[str, int]]:
        return list(zip(self.labels, self.totals, strict=True))


def _per_day(rows: QuerySet, field: str, since: date, until: date) -> Counter[date]:  # type: ignore[type-arg]
    within = rows.filter(**{f"{field}__gte": since, f"{field}__lt": until}).order_by()
    return Counter(dict(within.values_list(field).annotate(n=Count("pk"))))


def month_of(actor: Actor, on: date) -> Month:
    """The month of a day, over everything in the actor's scope; four queries."""
    first = on.replace(day=1)
    until = first + timedelta(days=monthrange(first.year, first.month)[1])
    dossiers = dossiers_visible_to(actor)
    series = {
        _("dossiers sent"): _per_day(dossiers, "sent_on", first, until),
        _("dossiers appraised"): _per_day(dossiers, "appraisal__concluded_on", first, until),
        _("decisions signed"): _per_day(
            decisions_visible_to(actor).filter(state=DecisionState.IN_FORCE), "signed_on", first, until
        ),
        _("awards conferred"): _per_day(
            Entry.objects.filter(act=Act.GRANT, organisation__in=scope_ids(actor)), "decided_on", first, until
        ),
    }
    return _drawn(first, until, series)


def _drawn(first: date, until: date, series: dict[str, Counter[date]]) -> Month:
    days = [first + timedelta(days=n) for n in range((until - first).days)]
    together = sum(series.values(), Counter())
    lines = (first.weekday() + len(days) + WEEK - 1) // WEEK
    return Month(
        first=first,
        labels=tuple(series),
        totals=tuple(counts.total() for counts in series.values()),
        cells=tuple(_cell(day, first, together[day], series) for day in days),
        rows=tuple(Row(day, tuple(c[day] for c in series.values())) for day in days if together[day]),
        weekdays=tuple((LEFT + n * (CELL + GAP) + CELL // 2, name) for n, name in enumerate(_weekdays())),
        height=TOP + lines * (CELL + GAP),
    )


def _weekdays() -> tuple[str, ...]:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def _cell(day: date, first: date, n: int, series: dict[str, Counter[date]]) -> Cell:
    line, column = divmod(first.weekday() + day.day - 1, WEEK)
    said = ", ".join(f"{label} {counts[day]}" for label, counts in series.items() if counts[day])
    return Cell(
        day=day,
        n=n,
        shade=sum(1 for floor in SHADES if n > floor),
        x=LEFT + column * (CELL + GAP),
        y=TOP + line * (CELL + GAP),
        words=f"{day:%d/%m}: {said or _('nothing')}",
    )
