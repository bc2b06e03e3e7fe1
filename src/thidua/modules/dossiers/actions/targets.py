"""Targets of direct workers: set for a unit and honour from a day on, ended on another."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.drafts import TargetDraft
from thidua.modules.dossiers.models import DirectTarget
from thidua.modules.dossiers.policy import may_set_targets
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotSetTarget(Cannot):
    """The target begins before the one it would take the place of, or ends before it begins."""


@action
def set_target(*, organisation: Organisation, draft: TargetDraft, actor: Actor) -> DirectTarget:
    """The one that held until now for the same unit and honour ends on the day this one begins."""
    require(may_set_targets(actor, organisation.pk))
    same = DirectTarget.objects.filter(organisation=organisation, unit=draft.unit, honour=draft.honour)
    for earlier in same.select_for_update(of=("self",)).filter(until=None):
        if earlier.since >= draft.since:
            raise CannotSetTarget(
                _("A target for this unit and honour begins on %(day)s: choose a later day, or end that one.")
                % {"day": f"{earlier.since:%d/%m/%Y}"},
                field="since",
            )
        end_on(earlier, draft.since)
    return DirectTarget.objects.create(
        organisation=organisation,
        unit=draft.unit,
        honour=draft.honour,
        percent=draft.percent,
        is_printed=draft.is_printed,
        basis=draft.basis.strip(),
        since=draft.since,
        set_by_id=actor.user_id,
    )


@action
def end_target(*, target: DirectTarget, actor: Actor, on: date) -> None:
    """From this day on it holds no more; one that has not begun yet is taken back."""
    require(may_set_targets(actor, target.organisation_id))
    if target.since >= on:
        target.delete()
    else:
        end_on(target, on)


def end_on(target: DirectTarget, day: date) -> None:
    target.until = day
    target.save(update_fields=["until"])
