"""Choosing a unit of one's scope, however large the scope is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.kernel.text import search_words
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.organisations.queries import organisation_choices

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
