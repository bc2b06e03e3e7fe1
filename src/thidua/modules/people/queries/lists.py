"""Filtered lists of people, collectives, households and initiatives."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, QuerySet

from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.people.kinds import CheckState
from thidua.modules.people.models import Collective, Grade, Household, Initiative, Person
from thidua.modules.people.queries.search import matching
from thidua.modules.people.queries.visible import (
    present_in,
    visible_collectives,
    visible_households,
    visible_initiatives,
)

Filters = Mapping[str, Any]


def people_list(actor: Actor, filters: Filters) -> QuerySet[Person]:
    """Filters: words, organisation, status_group, position, nature."""
    rows = present_in(actor).select_related("organisation").filter(matching(filters.get("words", "")))
    exact = {name: filters[name] for name in ("organisation", "status_group", "position") if name in filters}
    if "nature" in filters:
        rows = rows.filter(natures__contains=[filters["nature"]])
    return rows.filter(**exact)


def collectives_list(actor: Actor, filters: Filters) -> QuerySet[Collective]:
    return _of_unit(visible_collectives(actor), filters)


def households_list(actor: Actor, filters: Filters) -> QuerySet[Household]:
    return _of_unit(visible_households(actor), filters)


def _of_unit(rows: QuerySet[Any], filters: Filters) -> QuerySet[Any]:
    rows = rows.select_related("organisation").filter(matching(filters.get("words", "")))
    return rows.filter(organisation=filters["organisation"]) if "organisation" in filters else rows


def initiatives_list(actor: Actor, filters: Filters) -> QuerySet[Initiative]:
    """Filters: words, organisation, year, scope, check_state."""
    rows = visible_initiatives(actor).select_related("organisation").prefetch_related("authors__person")
    names = ("organisation", "year", "scope", "check_state")
    exact = {name: filters[name] for name in names if name in filters}
    return rows.filter(matching(filters.get("words", "")), **exact)


def grade_counts(organisation: Organisation, period: Period) -> dict[str, int]:
    """How many of each level the unit's list of a period has."""
    rows = Grade.objects.filter(organisation=organisation, period=period, person__isnull=False)
    return dict(rows.order_by().values_list("level").annotate(n=Count("pk")))


def unchecked_grades(organisation: Organisation, period: Period) -> int:
    return Grade.objects.filter(
        organisation=organisation, period=period, check_state=CheckState.UNCHECKED
    ).count()


def grade_sheet(organisation: Organisation, period: Period) -> list[tuple[Person, Grade | None]]:
    """Everybody of the unit with the grade of the period, those already graded who have left included."""
    grades = Grade.objects.filter(organisation=organisation, period=period, person__isnull=False)
    known = {grade.person_id or 0: grade for grade in grades}
    here = Person.objects.filter(organisation=organisation, merged_into__isnull=True)
    gone = Person.objects.filter(pk__in=list(known)).exclude(organisation=organisation)
    people = sorted([*here, *gone], key=lambda person: (person.sort, person.pk))
    return [(person, known.get(person.pk)) for person in people]
