"""Forms: those of the state and the house, and those that a body or one above it has set as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.law.cite import Confidence
from thidua.modules.organisations.api import Actor, in_force
from thidua.modules.organisations.models import Closure
from thidua.modules.reports import policy
from thidua.modules.reports.definitions import Definition, StateForm, shipped
from thidua.modules.reports.models import OWN, OwnForm


class CannotSetForm(Cannot):
    """The code is taken, or the days do not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    code: str
    title: str
    basis: str
    since: date


def forms_for(organisation_id: int | None, on: date) -> dict[str, StateForm]:
    """By name, what may be drawn up or asked for in a body: those of the state, its own, those of bodies above it."""
    above = Closure.objects.filter(in_force(on), descendant=organisation_id).values("ancestor")
    own = OwnForm.objects.filter(organisation__in=above)
    return {**shipped(), **{row.slug: _as_form(row) for row in own}}


def forms_called(slugs: Iterable[str]) -> Mapping[str, StateForm]:
    """One query, however many of them are somebody's own."""
    keys = [int(one.removeprefix(OWN)) for one in slugs if one.startswith(OWN)]
    own = OwnForm.objects.filter(pk__in=keys) if keys else ()
    return {**shipped(), **{row.slug: _as_form(row) for row in own}}


def form_of(slug: str) -> StateForm | None:
    return forms_called([slug]).get(slug)


def set_by(organisation_id: int | None) -> QuerySet[OwnForm]:
    return OwnForm.objects.filter(organisation=organisation_id)


def _as_form(row: OwnForm) -> StateForm:
    return StateForm(
        slug=row.slug,
        code=row.code,
        title=row.title,
        cite=row.basis,
        confidence=Confidence.TEXT,
        since=row.since,
        cadence="any",
        definition=Definition.from_json(row.definition),
        until=row.until,
    )


@action
def set_form(*, draft: FormDraft, definition: Definition, actor: Actor, now: datetime) -> OwnForm:
    """For the actor's body and all below it."""
    require(policy.may_ask(actor))
    body, code = actor.organisation, clean(draft.code)
    assert body is not None  # the policy asks for a role in one
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
