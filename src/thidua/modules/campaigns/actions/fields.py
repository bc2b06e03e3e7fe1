"""An authority's catalogue of fields."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.catalogue import STARTING
from thidua.modules.campaigns.models import Field
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotKeepField(Cannot):
    """The name is empty, or stands in the catalogue already."""


@action
def begin_catalogue(*, organisation: Organisation, actor: Actor) -> list[Field]:
    """With the nine fields of plan 163; what the catalogue has already stays as it is."""
    require(policy.may_keep_fields(actor, organisation.pk))
    known = {fold(name) for name in _of(organisation).values_list("name", flat=True)}
    first = len(known)
    return [
        Field.objects.create(organisation=organisation, name=name, position=first + n)
        for n, name in enumerate(STARTING)
        if fold(name) not in known
    ]


@action
def add_field(*, organisation: Organisation, name: str, actor: Actor) -> Field:
    require(policy.may_keep_fields(actor, organisation.pk))
    field = Field(organisation=organisation, position=_of(organisation).count())
    return _named(field, name)


@action
def rename_field(*, field: Field, name: str, actor: Actor) -> Field:
    """Its campaigns go by the new name; the history keeps the old one."""
    require(policy.may_keep_fields(actor, field.organisation_id))
    return _named(field, name)


@action
def retire_field(*, field: Field, actor: Actor, on: date) -> Field:
    """No new campaign chooses it; or, retired already, they may again."""
    require(policy.may_keep_fields(actor, field.organisation_id))
    field.retired_on = None if field.retired_on else on
    field.save(update_fields=["retired_on"])
    return field


def _named(field: Field, name: str) -> Field:
    field.name = clean(name)
    if not field.name:
        raise CannotKeepField(_("Enter the name of the field."), field="name")
    others = Field.objects.filter(organisation=field.organisation_id).exclude(pk=field.pk)
    if fold(field.name) in {fold(known) for known in others.values_list("name", flat=True)}:
        raise CannotKeepField(_("The catalogue already has a field of that name."), field="name")
    field.save()
    return field


def _of(organisation: Organisation) -> QuerySet[Field]:
    return Field.objects.filter(organisation=organisation)
