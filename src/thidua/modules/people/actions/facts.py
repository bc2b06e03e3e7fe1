"""Other facts of a record: discipline, leave, matters, training, head counts."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Period
from thidua.modules.people import policy
from thidua.modules.people.actions.checking import checked
from thidua.modules.people.models import (
    Collective,
    CollectiveYear,
    Discipline,
    Leave,
    Matter,
    Person,
    Training,
)


class CannotRecordFact(Cannot):
    """The paper or a day is missing or cannot be right."""


@action
def record_discipline(
    *, person: Person, kind: str, decided_on: date, decision: str, actor: Actor, until: date | None = None
) -> Discipline:
    require(policy.may_answer_for(actor, person.organisation_id))
    if not clean(decision):
        raise CannotRecordFact(_("Enter the decision on the discipline."), field="decision")
    row = Discipline(person=person, kind=kind, on=decided_on, until=until, decision=clean(decision))
    checked(row).save()
    return row


@action
def record_leave(
    *,
    person: Person,
    kind: str,
    year: int,
    actor: Actor,
    months: int | None = None,
    n_days: int | None = None,
    result: str = "",
    rules_obeyed: bool | None = None,
) -> Leave:
    require(policy.may_edit(actor, person.organisation_id))
    if (months is None) == (n_days is None):
        raise CannotRecordFact(_("Enter months, or working days, not both."), field="months")
    row = Leave(
        person=person,
        kind=kind,
        year=year,
        months=months,
        n_days=n_days,
        result=result,
        rules_obeyed=rules_obeyed,
    )
    checked(row).save()
    return row


@action
def record_training(*, person: Person, year: int, basis: str, actor: Actor) -> Training:
    require(policy.may_answer_for(actor, person.organisation_id))
    row = Training(person=person, year=year, basis=clean(basis))
    checked(row).save()
    return row


@action
def record_matter(
    *, recipient: Person | Collective, kind: str, since: date, basis: str, actor: Actor
) -> Matter:
    """Something accepted for handling (thụ lý) that holds awards; never an anonymous letter by itself."""
    require(policy.may_record_matter(actor, recipient.organisation_id))
    if not clean(basis):
        raise CannotRecordFact(_("Enter the paper by which it was accepted for handling."), field="basis")
    row = Matter(kind=kind, since=since, basis=clean(basis))
    if isinstance(recipient, Person):
        row.person = recipient
    else:
        row.collective = recipient
    checked(row).save()
    return row


@action
def close_matter(*, matter: Matter, until: date, is_cleared: bool, actor: Actor) -> None:
    recipient = matter.person or matter.collective
    require(policy.may_record_matter(actor, recipient.organisation_id if recipient else None))
    if until < matter.since:
        raise CannotRecordFact(_("It cannot be closed before it began."), field="until")
    matter.until, matter.is_cleared = until, is_cleared
    matter.save(update_fields=["until", "is_cleared"])


@action
def count_heads(
    *,
    collective: Collective,
    period: Period,
    n_members: int,
    actor: Actor,
    n_warned: int = 0,
    n_ldtt: int | None = None,
    n_cstdcs: int | None = None,
    all_completed: bool | None = None,
) -> CollectiveYear:
    """The head counts of a collective at the end of a period, entered or entered anew."""
    require(policy.may_edit(actor, collective.organisation_id))
    row = CollectiveYear.objects.filter(collective=collective, period=period).first()
    row = row or CollectiveYear(collective=collective, period=period)
    row.n_members, row.n_warned, row.n_ldtt = n_members, n_warned, n_ldtt
    row.n_cstdcs, row.all_completed = n_cstdcs, all_completed
    checked(row).save()
    return row
