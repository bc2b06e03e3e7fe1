"""Writes of who works on emulation and commendation."""

from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Person
from thidua.modules.reports import policy
from thidua.modules.reports.models import Staff


class CannotKeepStaff(Cannot):
    """The days do not fit, or the person stands here already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDraft:
    education: str
    since: date
    is_full_time: bool = False


@action
def add_staff(
    *, organisation: Organisation, person: Person, draft: StaffDraft, actor: Actor, on: date
) -> Staff:
    require(policy.may_keep_staff(actor, organisation.pk))
    if draft.since > on:
        raise CannotKeepStaff(_("The day lies in the future."), field="since")
    if Staff.objects.filter(organisation=organisation, person=person, until__isnull=True).exists():
        raise CannotKeepStaff(_("This person stands here already."), field="person")
    return Staff.objects.create(organisation=organisation, person=person, **asdict(draft))


@action
def end_staff(*, row: Staff, until: date, actor: Actor) -> Staff:
    """`until`: the day after the last."""
    held = Staff.objects.select_for_update(of=("self",)).get(pk=row.pk)
    require(policy.may_keep_staff(actor, held.organisation_id))
    if until <= held.since:
        raise CannotKeepStaff(_("The last day must come after the first."), field="until")
    held.until = until
    held.save(update_fields=["until"])
    return held
