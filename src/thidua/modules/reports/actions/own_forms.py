"""Forms that a body sets as data, for itself and all below it; ended they stay for what was sent."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.reports import policy
from thidua.modules.reports.actions.reporting import own, refuse_unknown
from thidua.modules.reports.definitions import Definition, shipped
from thidua.modules.reports.models import OwnForm
from thidua.modules.reports.queries import set_by


class CannotSetForm(Cannot):
    """The code is taken, or the days do not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    code: str
    title: str
    basis: str
    since: date


@action
def set_form(*, draft: FormDraft, definition: Definition, actor: Actor, now: datetime) -> OwnForm:
    """For the actor's body and all below it."""
    require(policy.may_ask(actor))
    refuse_unknown(definition)
    body, code = own(actor), clean(draft.code)
    taken = Q(until__isnull=True, code__iexact=code)
    if code in {one.code for one in shipped().values()} or set_by(body.pk).filter(taken).exists():
        raise CannotSetForm(_("There is a form with this code already: end that one first."), field="code")
    return OwnForm.objects.create(
        organisation=body,
        code=code,
        title=clean(draft.title),
        basis=clean(draft.basis),
        since=draft.since,
        definition=definition.to_json(),
        made_by_id=actor.user_id,
        made_at=now,
    )


@action
def end_form(*, row: OwnForm, until: date, actor: Actor) -> OwnForm:
    """From that day on nobody draws it up for later periods; what was sent stays."""
    require(policy.may_ask(actor))
    held = set_by(actor.organisation_id).select_for_update(of=("self",)).get(pk=row.pk)
    if until <= held.since:
        raise CannotSetForm(_("The last day must come after the first."), field="until")
    held.until = until
    held.save(update_fields=["until"])
    return held
