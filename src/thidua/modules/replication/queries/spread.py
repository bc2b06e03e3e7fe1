"""How a model spreads: where it began, who tried it, who applies it, from whom each learnt it. Three queries."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.foundation.parts import TimelineItem
from thidua.modules.replication.models import (
    Adoption,
    AdoptionState,
    Measure,
    Pilot,
    PilotState,
    PracticeModel,
)
from thidua.modules.replication.parts import MonthOfSpread, Node, Part
from thidua.modules.replication.states import WORKFLOW

DECEMBER = 12
MOST_MONTHS = 36


def pilots_of(model: PracticeModel) -> list[Pilot]:
    measured = Measure.objects.filter(pilot=OuterRef("pk"), after__isnull=False)
    rows = model.pilots.select_related("organisation").annotate(has_effect=Exists(measured))
    return list(rows.order_by("since", "id"))


def adoptions_of(model: PracticeModel) -> list[Adoption]:
    measured = Measure.objects.filter(adoption=OuterRef("pk"), after__isnull=False)
    rows = model.adoptions.select_related("organisation", "learnt_from").annotate(has_effect=Exists(measured))
    return list(rows.order_by("since", "id"))


def nodes_of(model: PracticeModel, pilots: Iterable[Pilot], adoptions: Iterable[Adoption]) -> list[Node]:
    """One for each unit, the origin first; a source is always there before who learnt from it."""
    origin = model.organisation_id
    first = Node(origin, model.organisation.name, Part.ORIGIN, model.proposed_on or model.entered_on)
    nodes = {origin: first}
    for pilot in pilots:
        if pilot.state != PilotState.DROPPED and pilot.organisation_id != origin:
            nodes.setdefault(pilot.organisation_id, _tried(pilot, origin))
    for adoption in adoptions:
        source = adoption.learnt_from_id if adoption.learnt_from_id in nodes else origin
        known = nodes.get(adoption.organisation_id)
        nodes[adoption.organisation_id] = _applied(adoption, known.source if known else source)
    return list(nodes.values())


def _tried(pilot: Pilot, origin: int) -> Node:
    return Node(
        pilot.organisation_id,
        pilot.organisation.name,
        Part.PILOT,
        pilot.since,
        source=origin,
        url=reverse("pilots_show", args=[pilot.pk]),
        has_effect=pilot.has_effect,  # type: ignore[attr-defined]
    )


def _applied(adoption: Adoption, source: int | None) -> Node:
    return Node(
        adoption.organisation_id,
        adoption.organisation.name,
        Part.ADOPTER if adoption.state == AdoptionState.IN_USE else Part.FORMER,
        adoption.since,
        source=source,
        url=reverse("adoptions_show", args=[adoption.pk]),
        has_effect=adoption.has_effect,  # type: ignore[attr-defined]
    )


def life_of(model: PracticeModel) -> list[TimelineItem]:
    return [
        TimelineItem(on=row.on, label=_step_words(row.step), text=row.note)
        for row in model.steps.order_by("pk")
    ]


def _step_words(step: str) -> str:
    known = WORKFLOW.by_name.get(step)
    if known:
        return str(known.label)
    sharing = {"share": _("Shared with the whole province"), "unshare": _("Kept to its own commune again")}
    return sharing.get(step, _("Begun as a draft"))


def time_line(
    model: PracticeModel, pilots: Iterable[Pilot], adoptions: Iterable[Adoption]
) -> list[TimelineItem]:
    return [*life_of(model), *_of_pilots(pilots), *_of_adoptions(adoptions)]


def _of_pilots(pilots: Iterable[Pilot]) -> Iterator[TimelineItem]:
    for pilot in pilots:
        url = reverse("pilots_show", args=[pilot.pk])
        name = pilot.organisation.name
        yield TimelineItem(on=pilot.since, label=_("%(unit)s begins the pilot") % {"unit": name}, url=url)
        if pilot.ended_on:
            label = f"{name}: {pilot.get_state_display()}"
            yield TimelineItem(on=pilot.ended_on, label=label, text=pilot.conclusion, url=url)


def _of_adoptions(adoptions: Iterable[Adoption]) -> Iterator[TimelineItem]:
    for adoption in adoptions:
        name = adoption.organisation.name
        text = _("learnt from %(unit)s") % {"unit": adoption.learnt_from.name} if adoption.learnt_from else ""
        label = _("%(unit)s applies the model") % {"unit": name}
        yield TimelineItem(on=adoption.since, label=label, text=capfirst(text), tone="gold")
        if adoption.ended_on:
            label = f"{name}: {adoption.get_state_display()}"
            yield TimelineItem(on=adoption.ended_on, label=label)


def months_of(adoptions: list[Adoption], on: date) -> list[MonthOfSpread]:
    """From the first adoption on, at most the last three years."""
    if not adoptions:
        return []
    first = min(row.since for row in adoptions).replace(day=1)
    months = list(_months(first, on))[-MOST_MONTHS:]
    return [MonthOfSpread(month, _n_at_the_end_of(month, adoptions)) for month in months]


def _months(first: date, on: date) -> Iterator[date]:
    while first <= on:
        yield first
        first = _after(first)


def _after(month: date) -> date:
    if month.month == DECEMBER:
        return date(month.year + 1, 1, 1)
    return month.replace(month=month.month + 1)


def _n_at_the_end_of(month: date, adoptions: list[Adoption]) -> int:
    end = _after(month)
    using = [row for row in adoptions if row.since < end and not (row.ended_on and row.ended_on < end)]
    return len({row.organisation_id for row in using})
