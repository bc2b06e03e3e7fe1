"""The board: each unit in each month of a year, in a number of queries that does not grow with either."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractMonth

from thidua.modules.dossiers.models import DossierState
from thidua.modules.duty import sources
from thidua.modules.duty.models import EmptyMonth, Side
from thidua.modules.duty.parts import Line, Mark, Month
from thidua.modules.duty.policy import READS
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.organisations.models import Kind, Organisation

# Who receives proposals has no such duty himself.
ABOVE = (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)
MONTHS = range(1, 13)
# By unit, side and month.
Marks = dict[tuple[int, str, int], Mark]


def units_of(year: int) -> QuerySet[Organisation]:
    """All that have the duty in some month of the year."""
    there = Q(since__lt=date(year + 1, 1, 1)) & (Q(until=None) | Q(until__gt=date(year, 1, 1)))
    return Organisation.objects.filter(there).exclude(kind__in=ABOVE)


def visible_to(actor: Actor, year: int) -> QuerySet[Organisation]:
    """A unit sees itself, the level above all that stand under it."""
    rows = units_of(year)
    return rows.filter(pk__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def lines(units: Sequence[Organisation], year: int, on: date) -> list[Line]:
    marks = marks_of([unit.pk for unit in units], year)
    firsts = [date(year, n, 1) for n in MONTHS]
    months = list(zip(firsts, [*firsts[1:], date(year + 1, 1, 1)], strict=True))
    return [
        Line(unit, tuple(_month(unit, first, after, marks, on) for first, after in months)) for unit in units
    ]


def _month(unit: Organisation, first: date, after: date, marks: Marks, on: date) -> Month | None:
    """`after` is the first day of the next month."""
    if first > on or unit.since >= after or (unit.until and unit.until <= first):
        return None
    own = marks.get((unit.pk, Side.OWN, first.month), Mark.OPEN)
    upward = marks.get((unit.pk, Side.UPWARD, first.month), Mark.OPEN)
    return Month(first, own, upward)


def marks_of(units: list[int], year: int) -> Marks:
    """The most that can be said: what was told counts less than the unit's word, a proposal more."""
    told: Any = {"side": Side.UPWARD, "mark": Mark.TOLD, "year": year}
    done: Any = {"side": Side.OWN, "mark": Mark.COMMENDED, "year": year}
    return (
        _marked(sources.tips(units), "organisation", "told_on", **told)
        | _marked(sources.found(units), "organisation", "found_on", **told)
        | _words(units, year)
        | _proposed(units, year)
        | _marked(sources.awards(units), "chain__body", "decided_on", **done)
        | _marked(sources.praised(units), "exemplar__organisation", "on", **done)
    )


def _marked(rows: QuerySet[Any], unit: str, day: str, *, side: str, mark: Mark, year: int) -> Marks:
    """Months in which there is such a row."""
    months = _in(rows, day, year).order_by().values_list(unit, ExtractMonth(day)).distinct()
    return {(pk, side, n): mark for pk, n in months}


def _words(units: list[int], year: int) -> Marks:
    said = _in(EmptyMonth.objects.filter(organisation__in=units), "month", year)
    rows = said.values_list("organisation", "side", ExtractMonth("month"))
    return dict.fromkeys(rows, Mark.NOTHING)


def _proposed(units: list[int], year: int) -> Marks:
    rows = _in(sources.proposals(units), "sent_on", year)
    counted = (
        rows.order_by()
        .values_list("organisation", ExtractMonth("sent_on"))
        .annotate(n_decided=Count("pk", filter=Q(state=DossierState.DECIDED)))
    )
    return {
        (unit, Side.UPWARD, n): Mark.COMMENDED if n_decided else Mark.PROPOSED
        for unit, n, n_decided in counted
    }


def _in(rows: QuerySet[Any], day: str, year: int) -> QuerySet[Any]:
    return rows.filter(**{f"{day}__gte": date(year, 1, 1), f"{day}__lt": date(year + 1, 1, 1)})
