"""How long it takes from a deed, or the end of a period, to the tip, the proposal, the decision and the conferral."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Aggregate,
    Count,
    DateField,
    DurationField,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, ExtractMonth, Least

from thidua.foundation.slots import gather
from thidua.modules.decisions.models import DecisionItem, DecisionKind, DecisionState
from thidua.modules.dossiers.api import visible_to as dossiers_visible_to
from thidua.modules.dossiers.models import Candidate, CandidateState
from thidua.modules.exemplars.models import Tip
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

# What the days are counted from.
DEED, PERIOD = "deed", "period"
STEPS = ("tip", "proposal", "decision", "conferral")


@dataclass(frozen=True, slots=True)
class Times:
    """The days of one proposal; None where a step has not come, or (a tip) there was none."""

    since: date
    is_deed: bool
    tip: date | None
    proposal: date | None
    decision: date | None
    conferral: date | None

    def days(self, step: str) -> int | None:
        day = getattr(self, step)
        return (day - self.since).days if day else None


@dataclass(frozen=True, slots=True)
class Medians:
    """Of the proposals of a unit (all units together: None): half of them took no longer, in days."""

    unit: Organisation | None
    n: int
    n_decided: int
    tip: float | None
    proposal: float | None
    decision: float | None
    conferral: float | None


class Median(Aggregate):
    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def timed(rows: QuerySet[Candidate]) -> QuerySet[Any]:
    """Candidates with `since`, and the days of their `tip`, `proposal`, `decision` and `conferral`."""
    told = Tip.objects.filter(exemplar=OuterRef("dossier__exemplar")).order_by().values("exemplar")
    signed = DecisionItem.objects.filter(
        candidate=OuterRef("pk"), decision__kind=DecisionKind.GRANT, decision__state=DecisionState.IN_FORCE
    )
    first_told = Subquery(told.annotate(first=Min("told_on")).values("first"))
    ended = Cast(F("dossier__period__until") - timedelta(days=1), DateField())
    deed = Coalesce("dossier__exemplar__deed_on", "dossier__deed_on")
    return rows.annotate(
        deed=deed,
        since=Coalesce(deed, ended),
        tip=Coalesce(first_told, "dossier__exemplar__found_on"),
        proposal=F("dossier__sent_on"),
        decision=Subquery(signed.order_by("decision__signed_on").values("decision__signed_on")[:1]),
        conferral=_conferral(),
    )


def _conferral() -> Combinable:
    """The first day on which something was handed over, as the modules that hand over know it; of an honour without
    a certificate that nobody was called up for there is none.
    """
    days = gather("candidate.conferral")
    return Least(*days, output_field=DateField()) if len(days) > 1 else Value(None, output_field=DateField())


def times_of(rows: QuerySet[Candidate]) -> dict[int, Times]:
    """By candidate; those with neither deed nor period have none."""
    timed_rows: QuerySet[Any] = timed(rows)
    found = timed_rows.filter(since__isnull=False)
    fields = ("pk", "since", "deed", *STEPS)
    return {
        pk: Times(since, deed is not None, *days) for pk, since, deed, *days in found.values_list(*fields)
    }


def sent_in(actor: Actor, year: int, counted_from: str) -> QuerySet[Any]:
    """What was sent in a year, of deeds or of periods that were over by then."""
    rows = Candidate.objects.filter(dossier__in=dossiers_visible_to(actor), dossier__sent_on__year=year)
    found: QuerySet[Any] = timed(rows.exclude(state=CandidateState.DROPPED))
    if counted_from == DEED:
        return found.filter(deed__isnull=False)
    return found.filter(deed__isnull=True, since__isnull=False)


def units_of(rows: QuerySet[Any]) -> QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=rows.order_by().values("dossier__organisation"))


def medians(rows: QuerySet[Any], units: Sequence[Organisation]) -> list[Medians]:
    """One line for each unit, in one query."""
    grouped = rows.filter(dossier__organisation__in=units).order_by().values("dossier__organisation")
    found = {row["dossier__organisation"]: row for row in grouped.annotate(**_figures())}
    return [_medians(unit, found[unit.pk]) for unit in units if unit.pk in found]


def medians_by_month(rows: QuerySet[Candidate]) -> list[tuple[int, int, float | None, float | None]]:
    """Of those for a deed: month of sending, how many, days to the proposal and to the decision."""
    of_deeds: QuerySet[Any] = timed(rows).filter(deed__isnull=False).order_by()
    by_month = of_deeds.annotate(month=ExtractMonth("dossier__sent_on")).values("month")
    return [
        (row["month"], row["n"], _days(row["proposal_took"]), _days(row["decision_took"]))
        for row in by_month.annotate(**_figures()).order_by("month")
    ]


def median_of_all(rows: QuerySet[Any]) -> Medians:
    return _medians(None, rows.aggregate(**_figures()))


def _figures() -> dict[str, Any]:
    took = {
        f"{step}_took": Median(ExpressionWrapper(F(step) - F("since"), DurationField())) for step in STEPS
    }
    return {"n": Count("pk"), "n_decided": Count("decision"), **took}


def _medians(unit: Organisation | None, row: dict[str, Any]) -> Medians:
    took = {step: _days(row[f"{step}_took"]) for step in STEPS}
    return Medians(unit, row["n"], row["n_decided"], **took)


def _days(took: timedelta | None) -> float | None:
    return None if took is None else took / timedelta(days=1)
