"""Yearly grades come as a whole list from a signed decision; what the officer entered alone waits to be confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.people import policy
from thidua.modules.people.actions.checking import checked
from thidua.modules.people.drafts import GradeLine
from thidua.modules.people.kinds import CheckState
from thidua.modules.people.models import Collective, Grade, Person, Post


class CannotEnterGrades(Cannot):
    """The list lacks its decision, or names somebody who is not of the unit."""


@dataclass(frozen=True, slots=True)
class Entered:
    n_new: int
    n_changed: int


@action
def enter_grades(
    *,
    organisation: Organisation,
    period: Period,
    decision: str,
    lines: Sequence[GradeLine],
    actor: Actor,
) -> Entered:
    """The list of a unit and period, at once. Confirmed when a head or specialist enters it."""
    require(policy.may_edit(actor, organisation.pk))
    if not (decision := clean(decision)):
        raise CannotEnterGrades(
            _("Enter the number and day of the decision that signed these grades."), field="decision"
        )
    _refuse_strangers(organisation, lines)
    state = state_of(actor, organisation)
    existing = _existing(period, lines)
    n_changed = 0
    for line in lines:
        grade = existing.get((line.person_id, line.collective_id))
        if grade is not None:
            _refuse_overwriting(grade, line, state)
            n_changed += 1
        grade = grade or Grade(period=period, person_id=line.person_id, collective_id=line.collective_id)
        grade.organisation, grade.decision, grade.check_state = organisation, decision, state
        grade.level, grade.reason = line.level, clean(line.reason)
        checked(grade).save()
    return Entered(len(lines) - n_changed, n_changed)


def state_of(actor: Actor, organisation: Organisation) -> CheckState:
    """What the officer enters alone waits to be confirmed."""
    answers = policy.may_answer_for(actor, organisation.pk)
    return CheckState.CHECKED if answers else CheckState.UNCHECKED


def _existing(period: Period, lines: Sequence[GradeLine]) -> dict[tuple[int | None, int | None], Grade]:
    people = [line.person_id for line in lines if line.person_id]
    collectives = [line.collective_id for line in lines if line.collective_id]
    rows = Grade.objects.filter(Q(person__in=people) | Q(collective__in=collectives), period=period)
    return {(row.person_id, row.collective_id): row for row in rows}


def _refuse_strangers(organisation: Organisation, lines: Sequence[GradeLine]) -> None:
    """Everybody on the list belongs to the unit, or had a post in it."""
    people = {line.person_id for line in lines if line.person_id}
    posts = Post.objects.filter(organisation=organisation, person__in=people).values_list("person")
    known = Person.objects.filter(Q(organisation=organisation) | Q(pk__in=posts), pk__in=people).count()
    collectives = {line.collective_id for line in lines if line.collective_id}
    known += Collective.objects.filter(organisation=organisation, pk__in=collectives).count()
    if known != len(people) + len(collectives):
        raise CannotEnterGrades(_("The list names somebody who does not belong to this unit."))


def _refuse_overwriting(grade: Grade, line: GradeLine, state: CheckState) -> None:
    """A confirmed grade is changed only by whoever may confirm."""
    changes = (grade.level, grade.reason) != (line.level, clean(line.reason))
    if changes and grade.check_state == CheckState.CHECKED and state == CheckState.UNCHECKED:
        words = {"name": grade.person or grade.collective, "grade": grade.get_level_display()}
        raise CannotEnterGrades(
            _("The grade of %(name)s is confirmed as “%(grade)s”: the head of the unit changes it.") % words
        )


@action
def confirm_grades(*, organisation: Organisation, period: Period, actor: Actor) -> int:
    """State that the unit's list of a period agrees with the signed decision; the number confirmed."""
    require(policy.may_answer_for(actor, organisation.pk))
    rows = Grade.objects.filter(organisation=organisation, period=period, check_state=CheckState.UNCHECKED)
    return rows.update(check_state=CheckState.CHECKED)
