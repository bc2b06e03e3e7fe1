"""Many grades at once, of several units and periods, each by its signed decision; none there is overwritten."""

from collections.abc import Sequence

from thidua.foundation.actions import action
from thidua.foundation.bulk import copy_in, next_ids
from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Actor
from thidua.modules.people import policy
from thidua.modules.people.actions.grades import state_of
from thidua.modules.people.drafts import ListedGrade
from thidua.modules.people.models import Grade


@action
def add_grades(*, grades: Sequence[ListedGrade], actor: Actor) -> list[int]:
    """Their ids, in the same order; they were judged already. Confirmed as `enter_grades` confirms."""
    units = {one.organisation for one in grades}
    for unit in units:
        require(policy.may_edit(actor, unit.pk))
    states = {unit: state_of(actor, unit) for unit in units}
    ids = next_ids(Grade, len(grades))
    copy_in([_grade(pk, one, states[one.organisation]) for pk, one in zip(ids, grades, strict=True)])
    return ids


def _grade(pk: int, one: ListedGrade, state: str) -> Grade:
    return Grade(
        pk=pk,
        person_id=one.line.person_id,
        collective_id=one.line.collective_id,
        organisation=one.organisation,
        period=one.period,
        level=one.line.level,
        reason=one.line.reason,
        decision=one.decision,
        check_state=state,
    )
