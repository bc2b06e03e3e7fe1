"""Filter bars; their state is in the URL."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, add_field
from thidua.modules.organisations.api import Actor, unit_field
from thidua.modules.people.kinds import CheckState, Nature, Position, Scope, StatusGroup


def choices(kinds: Any) -> list[tuple[str, object]]:
    return [("", _("all")), *kinds.choices]


class UnitFilter(FilterForm):
    """Words and unit; `filters` are named as the queries name them."""

    NAMES = {"tim": "words", "don_vi": "organisation"}
    tim = forms.CharField(label=_("Name"), max_length=100)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "don_vi", unit_field(actor, empty=_("all"), required=False))

    def filters(self) -> dict[str, Any]:
        return {self.NAMES.get(name, name): value for name, value in self.chosen().items()}


class PersonFilter(UnitFilter):
    NAMES = UnitFilter.NAMES | {"nhom": "status_group", "vi_tri": "position", "tinh_chat": "nature"}
    nhom = forms.ChoiceField(label=_("Status group"), choices=choices(StatusGroup))
    vi_tri = forms.ChoiceField(label=_("Position"), choices=choices(Position))
    tinh_chat = forms.ChoiceField(label=_("Nature of work"), choices=choices(Nature))


class InitiativeFilter(UnitFilter):
    NAMES = UnitFilter.NAMES | {"nam": "year", "pham_vi": "scope", "doi_chieu": "check_state"}
    tim = forms.CharField(label=_("Title or number"), max_length=100)
    nam = forms.IntegerField(label=_("Year"), min_value=1980, max_value=2100)
    pham_vi = forms.ChoiceField(label=_("Scope of influence"), choices=choices(Scope))
    doi_chieu = forms.ChoiceField(label=_("Comparison with the paper"), choices=choices(CheckState))
