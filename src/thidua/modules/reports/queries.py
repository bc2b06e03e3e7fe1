"""Reports that an actor sees, their figures then and now, what is due and not sent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import translation

from thidua.law.cite import Confidence
from thidua.modules.organisations.api import Actor, in_force, scope_ids
from thidua.modules.organisations.models import Closure
from thidua.modules.reports.counting import Figures, count
from thidua.modules.reports.definitions import Definition, StateForm, shipped
from thidua.modules.reports.models import OWN, DueForm, OwnForm, Report, ReportState, SavedTable, Staff
from thidua.modules.reports.periods import Span, span
from thidua.modules.reports.policy import READS
from thidua.modules.reports.sources import Scope

# How long what was due stays on the list.
LOOKS_BACK = timedelta(days=400)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def visible_to(actor: Actor) -> QuerySet[Report]:
    """One's own, and of those below what they have sent."""
    rows = Report.objects.select_related("organisation", "sent_by")
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    own = Q(organisation=actor.organisation_id)
    return rows.filter(own | Q(organisation__in=scope_ids(actor), state=ReportState.SENT))


def tables_visible_to(actor: Actor) -> QuerySet[SavedTable]:
    rows = SavedTable.objects.filter(organisation=actor.organisation_id).select_related("made_by")
    return rows.filter(Q(made_by=actor.user_id) | Q(is_shared=True)).order_by("title", "pk")


def scope_of(report: Report, on: date) -> Scope:
    return Scope(report.organisation_id, report.since, report.until, on)


def now_of(report: Report, on: date) -> Figures:
    """Counted anew, in the words of the paper."""
    with translation.override("vi"):
        return count(Definition.from_json(report.definition), scope_of(report, on))


def sent_of(report: Report) -> Figures | None:
    return Figures.from_json(report.figures) if report.figures else None


def staff_visible_to(actor: Actor) -> QuerySet[Staff]:
    rows = Staff.objects.select_related("organisation", "person")
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def forms_for(organisation_id: int | None, on: date) -> dict[str, StateForm]:
    """By name, what may be drawn up or asked for in a body: those of the state, its own, those of bodies above it."""
    above = Closure.objects.filter(in_force(on), descendant=organisation_id).values("ancestor")
    own = OwnForm.objects.filter(organisation__in=above)
    return {**shipped(), **{row.slug: _as_form(row) for row in own}}


def forms_called(slugs: Iterable[str]) -> Mapping[str, StateForm]:
    """One query, however many of them are somebody's own."""
    keys = [int(one.removeprefix(OWN)) for one in slugs if one.startswith(OWN)]
    own = OwnForm.objects.filter(pk__in=keys) if keys else ()
    return {**shipped(), **{row.slug: _as_form(row) for row in own}}


def form_of(slug: str) -> StateForm | None:
    return forms_called([slug]).get(slug)


def set_by(organisation_id: int | None) -> QuerySet[OwnForm]:
    return OwnForm.objects.filter(organisation=organisation_id)


def _as_form(row: OwnForm) -> StateForm:
    return StateForm(
        slug=row.slug,
        code=row.code,
        title=row.title,
        cite=row.basis,
        confidence=Confidence.TEXT,
        since=row.since,
        cadence="any",
        definition=Definition.from_json(row.definition),
        until=row.until,
    )


@dataclass(frozen=True, slots=True)
class Due:
    form: StateForm
    span: Span
    on: date
    basis: str


def due(organisation_id: int, on: date) -> list[Due]:
    """What those above (and the organisation itself) ask for, over and not sent; three queries."""
    above = Closure.objects.filter(in_force(on), descendant=organisation_id).values("ancestor")
    asked = DueForm.objects.filter(organisation__in=above).order_by("form", "cadence", "pk")
    reports = Report.objects.filter(organisation=organisation_id, state=ReportState.SENT)
    sent = set(reports.values_list("form", "span"))
    known = forms_called({row.form for row in asked})
    found = (
        one
        for row in asked
        for one in _dues(row, known.get(row.form), on)
        if (row.form, one.span.name) not in sent and one.form.stands(one.span.until)
    )
    return sorted(found, key=lambda one: (one.on, one.form.slug))


def _dues(row: DueForm, form: StateForm | None, on: date) -> Iterator[Due]:
    for one in _ended(row.cadence, on, since=row.made_at.date() - timedelta(days=31)) if form else ():
        assert form is not None  # else nothing is gone through
        yield Due(form, one, one.until + timedelta(days=row.n_days - 1), row.basis)


def _ended(cadence: str, on: date, since: date) -> Iterator[Span]:
    """Periods that ended since it was asked for, or that end within two months."""
    for year in (on.year - 1, on.year):
        for name in _names(cadence, year):
            found = span(name)
            if found and max(since, on - LOOKS_BACK) < found.until <= on + timedelta(days=60):
                yield found


def _names(cadence: str, year: int) -> list[str]:
    if cadence == "year":
        return [str(year)]
    if cadence == "half":
        return [f"{year}-N{n}" for n in (1, 2)]
    if cadence == "quarter":
        return [f"{year}-Q{n}" for n in range(1, 5)]
    return [f"{year}-{n:02}" for n in range(1, 13)]
