"""Choosing a person or a collective of one's scope, however large the scope is."""

from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from thidua.modules.organisations.api import Actor
from thidua.modules.people.models import Collective, Person
from thidua.modules.people.queries import search, search_collectives

M = TypeVar("M", bound=Model)
SHOWN = 5


class TypedPerson(forms.CharField):
    """A person of the scope, by words that fit nobody else."""

    def __init__(self, actor: Actor, **options: Any) -> None:
        super().__init__(**options)
        self.actor = actor

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Person) else value

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        return person_called(self.actor, words) if words else None


class TypedCollective(TypedPerson):
    """A collective of the scope, by words that fit no other."""

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Collective) else value

    def to_python(self, value: Any) -> Any:
        words = forms.CharField.to_python(self, value)
        if not words:
            return None
        return the_only(search_collectives(self.actor, words).select_related("organisation"), words)


def person_called(actor: Actor, words: str) -> Person:
    """The only person of the scope who fits. Raises ValidationError naming those who do."""
    return the_only(search(actor, words).select_related("organisation"), words)


def the_only(rows: QuerySet[M], words: str) -> M:
    found = list(rows[: SHOWN + 1])
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValidationError(_("Nobody of your scope is called “%(words)s”.") % {"words": words})
    names = "; ".join(_described(row) for row in found[:SHOWN])
    raise ValidationError(
        _("Several fit “%(words)s”: %(names)s. Add the post or the unit.") % {"words": words, "names": names}
    )


def _described(row: Any) -> str:
    parts = (getattr(row, "post", ""), row.organisation.name)
    return f"{row.name} ({', '.join(part for part in parts if part)})"
