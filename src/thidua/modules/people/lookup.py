"""Looking a person up by the full number: outside one's scope only existence is said, and every look-up is logged."""

from dataclasses import dataclass
from datetime import datetime

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Actor
from thidua.modules.people import personal_numbers, policy
from thidua.modules.people.models import NumberLookup, Person
from thidua.modules.people.queries import visible_to

HERE, ELSEWHERE, NOBODY = "here", "elsewhere", "nobody"


@dataclass(frozen=True, slots=True)
class Answer:
    """`person` only when visible to whoever asked; `outcome` is here, elsewhere or nobody."""

    outcome: str
    person: Person | None = None


@action
def look_up(*, number: str, actor: Actor, now: datetime) -> Answer:
    """Raises CannotKeepNumber when it is no number at all."""
    require(policy.may_look_up(actor))
    keys = personal_numbers.keys_of(personal_numbers.normal(number))
    answer = _answer(actor, keys)
    NumberLookup.objects.create(
        number_key=keys[0],
        organisation=actor.organisation,
        looked_up_by_id=actor.user_id,
        looked_up_at=now,
        outcome=answer.outcome,
    )
    return answer


def _answer(actor: Actor, keys: list[str]) -> Answer:
    found = Person.objects.filter(number_key__in=keys, merged_into__isnull=True).first()
    if found is None:
        return Answer(NOBODY)
    if visible_to(actor).filter(pk=found.pk).exists():
        return Answer(HERE, found)
    return Answer(ELSEWHERE)
