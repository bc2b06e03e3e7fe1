"""What is known of people, collectives and households, in the shape that the law reads (law.Record.from_dict).

A list is given only when somebody answers for it as complete (`known`): the law takes a present list as
whole, and a missing one as unknown. A fact not yet compared with its paper is given as `checked: False`: it may
hold, it never proves. Titles and awards come from the register.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from thidua.modules.organisations.models import YearKind
from thidua.modules.people.kinds import CheckState, GradeLevel, Part
from thidua.modules.people.models import (
    Collective,
    CollectiveYear,
    Discipline,
    Grade,
    Household,
    InitiativeAuthor,
    Leave,
    Matter,
    Person,
    Post,
    Training,
)
from thidua.modules.people.queries.visible import identities

Facts = dict[str, Any]
Lists = dict[int, list[Facts]]
# The part that somebody answers for, and the name of its list in a record of the law.
LIST_OF = {
    Part.GRADES: "grades",
    Part.INITIATIVES: "initiatives",
    Part.LEAVE: "leave",
    Part.WORK: "work",
    Part.DISCIPLINE: "discipline",
    Part.MATTERS: "pending",
}
WORST_FIRST = [GradeLevel.FAILED, GradeLevel.COMPLETED, GradeLevel.GOOD, GradeLevel.EXCELLENT]


def _without_unknown(**facts: Any) -> Facts:
    return {name: value for name, value in facts.items() if value not in (None, "")}


def facts_of_people(person_ids: Collection[int], on: date) -> dict[int, Facts]:
    """One record per person, without titles and awards; the number of queries does not grow."""
    people = Person.objects.filter(pk__in=person_ids).select_related("organisation")
    homes = {person.pk: person for person in people}
    same = identities(homes)
    lists = {
        Part.GRADES: _grades(same, homes, on),
        Part.INITIATIVES: _initiatives(same),
        Part.LEAVE: _leave(same),
        Part.WORK: _work(same, homes, on),
        Part.DISCIPLINE: _discipline(same, on),
        Part.MATTERS: _matters("person", same, on),
    }
    trained = set(Training.objects.filter(person__in=same).values_list("person_id", flat=True))
    records = {pk: _known_lists(person.known, lists, pk) for pk, person in homes.items()}
    for pk, person in homes.items():
        if Part.TRAINING in person.known:
            records[pk]["training"] = any(same[record] == pk for record in trained)
    return records


def _known_lists(known: Iterable[str], lists: Mapping[Part, Lists], pk: int) -> Facts:
    return {LIST_OF[part]: rows.get(pk, []) for part, rows in lists.items() if part in known}


def _grouped(rows: Iterable[tuple[int, Facts]]) -> Lists:
    groups: Lists = defaultdict(list)
    for pk, facts in rows:
        groups[pk].append(facts)
    return groups


def _grades(same: Mapping[int, int], homes: Mapping[int, Person], on: date) -> Lists:
    """One grade a year: somebody graded by calendar year and by school year keeps that of his present unit's
    kind; of two of one kind (two records of one person) the lower.
    """
    graded = Grade.objects.filter(person__in=same, period__since__lte=on).exclude(level=GradeLevel.NOT_GRADED)
    best: dict[tuple[int, int], tuple[tuple[bool, int], Grade]] = {}
    for grade in graded.select_related("period"):
        pk = same[grade.person_id or 0]
        kind = homes[pk].organisation.year_kind
        rank = (grade.period.kind != kind, WORST_FIRST.index(GradeLevel(grade.level)))
        key = (pk, grade.period.year)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, grade)
    return _grouped((pk, _grade(grade)) for (pk, _), (_, grade) in sorted(best.items(), key=lambda i: i[0]))


def _grade(grade: Grade) -> Facts:
    return {
        "year": grade.period.year,
        "grade": grade.level,
        "checked": grade.check_state == CheckState.CHECKED,
    }


def _initiatives(same: Mapping[int, int]) -> Lists:
    authors = InitiativeAuthor.objects.filter(person__in=same).select_related("initiative")
    return _grouped(
        (
            same[author.person_id],
            _without_unknown(
                year=author.initiative.year,
                scope=author.initiative.scope,
                kind=author.initiative.kind,
                used_for=author.used_for,
                checked=author.initiative.check_state == CheckState.CHECKED,
            ),
        )
        for author in authors.order_by("initiative__year", "initiative_id")
    )


def _leave(same: Mapping[int, int]) -> Lists:
    leaves = Leave.objects.filter(person__in=same).order_by("year", "id")
    return _grouped(
        (
            same[leave.person_id],
            _without_unknown(
                kind=leave.kind,
                year=leave.year,
                months=leave.months,
                days=leave.n_days,
                result=leave.result,
                rules_obeyed=leave.rules_obeyed,
            ),
        )
        for leave in leaves
    )


def _work(same: Mapping[int, int], homes: Mapping[int, Person], on: date) -> Lists:
    posts = Post.objects.filter(person__in=same, since__lte=on).order_by("since", "id")
    return _grouped((same[post.person_id], _spell(post, homes[same[post.person_id]], on)) for post in posts)


def _spell(post: Post, person: Person, on: date) -> Facts:
    return _without_unknown(
        place="same" if post.organisation_id == person.organisation_id else "other",
        since=post.since,
        until=post.until if post.until and post.until <= on else None,
        status="contract" if post.on_contract else "staff",
    )


def _discipline(same: Mapping[int, int], on: date) -> Lists:
    rows = Discipline.objects.filter(person__in=same, on__lte=on).order_by("on", "id")
    return _grouped(
        (same[row.person_id], _without_unknown(kind=row.kind, on=row.on, until=row.until)) for row in rows
    )


def _matters(recipient: str, same: Mapping[int, int], on: date) -> Lists:
    rows = Matter.objects.filter(Q(**{f"{recipient}__in": same}), since__lte=on).order_by("since", "id")
    return _grouped(
        (
            same[getattr(row, f"{recipient}_id")],
            _without_unknown(kind=row.kind, since=row.since, until=row.until, cleared=row.is_cleared),
        )
        for row in rows
    )


def facts_of_collectives(collective_ids: Collection[int], on: date, year: int | None) -> dict[int, Facts]:
    """Grades and matters as for people; head counts of `year`, or of the newest year that has them."""
    rows = Collective.objects.filter(pk__in=collective_ids).select_related("organisation")
    homes = {row.pk: row for row in rows}
    same = {pk: pk for pk in homes}
    counts = _head_counts(homes, year)
    grades, matters = _collective_grades(homes, on), _matters("collective", same, on)
    records: dict[int, Facts] = {}
    for pk, row in homes.items():
        lists = {Part.GRADES: grades, Part.MATTERS: matters}
        records[pk] = _known_lists(row.known, lists, pk) | {"collective": _body(row, counts.get(pk), on)}
    return records


def _collective_grades(homes: Mapping[int, Collective], on: date) -> Lists:
    graded = Grade.objects.filter(collective__in=homes, period__since__lte=on).exclude(
        level=GradeLevel.NOT_GRADED
    )
    chosen: dict[tuple[int, int], Grade] = {}
    for grade in graded.select_related("period").order_by("period__year", "id"):
        pk = grade.collective_id or 0
        home_kind = homes[pk].organisation.year_kind
        if (pk, grade.period.year) not in chosen or grade.period.kind == home_kind:
            chosen[pk, grade.period.year] = grade
    return _grouped((pk, _grade(grade)) for (pk, _), grade in chosen.items())


def _head_counts(homes: Mapping[int, Collective], year: int | None) -> dict[int, CollectiveYear]:
    yearly = [YearKind.CALENDAR, YearKind.SCHOOL]
    rows = CollectiveYear.objects.filter(collective__in=homes, period__kind__in=yearly)
    rows = rows.filter(period__year=year) if year is not None else rows
    return {row.collective_id: row for row in rows.order_by("period__year", "id")}


def _body(row: Collective, count: CollectiveYear | None, on: date) -> Facts:
    facts: Facts = {
        "founded": row.founded_on.year if row.founded_on else None,
        "gets_flags": row.gets_flags,
        "dissolved": row.dissolved_on is not None and row.dissolved_on <= on,
    }
    if count:
        facts |= {
            "members": count.n_members,
            "ldtt": count.n_ldtt,
            "cstdcs": count.n_cstdcs,
            "warned": count.n_warned,
            "all_completed": count.all_completed,
        }
    return _without_unknown(**facts)


def facts_of_households(household_ids: Collection[int]) -> dict[int, Facts]:
    """No list of a household's facts is kept yet but its awards: the rest stays unknown."""
    return {pk: {} for pk in Household.objects.filter(pk__in=household_ids).values_list("pk", flat=True)}
