"""Choosing a unit or a person of one's scope, however large the scope is."""

from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.forms import dress
from thidua.kernel.text import search_words
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Person
from thidua.modules.people.queries import search, search_collectives

M = TypeVar("M", bound=Model)
# A longer list is not read through: the unit is then typed.
LONGEST_LIST = 200
SHOWN = 5


class TypedUnit(forms.CharField):
    """A unit of the scope by its code, or by words of its name that fit no other."""

    def __init__(self, actor: Actor, **options: Any) -> None:
        super().__init__(**options)
        self.actor = actor

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Organisation) else value

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        return self._found(words) if words else None

    def _found(self, words: str) -> Organisation:
        units = organisation_choices(self.actor)
        if exact := units.filter(code=words).first() or units.filter(name=words).first():
            return exact
        for word in search_words(words):
            units = units.filter(search__contains=word)
        found = list(units[: SHOWN + 1])
        if len(found) == 1:
            return found[0]
        names = "; ".join(unit.name for unit in found[:SHOWN])
        if not found:
            raise ValidationError(_("No unit of your scope is called so. Check the name."))
        raise ValidationError(_("Several units fit: %(names)s. Type more of the name.") % {"names": names})


def unit_field(actor: Actor, *, empty: Any = "—", **options: Any) -> forms.Field:
    """A list where the scope is small, else a typed name."""
    units = organisation_choices(actor)
    options = {"label": gettext_lazy("Unit")} | options
    if units[: LONGEST_LIST + 1].count() <= LONGEST_LIST:
        return forms.ModelChoiceField(units, empty_label=empty, **options)
    return TypedUnit(actor, **options)


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


def add_field(form: forms.BaseForm, name: str, field: forms.Field, *, first: bool = False) -> None:
    """Give a form a field that depends on who asks, in the look of the others."""
    dress(field)
    form.fields[name] = field
    if first:
        form.order_fields([name])
