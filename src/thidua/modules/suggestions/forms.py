from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import FilterForm, Form, RowField, offer
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.kinds import Nature, Position, StatusGroup
from thidua.modules.suggestions.models import Suggestion

DOINGS = (
    ("", _("not dealt with yet")),
    ("proposed", _("in a dossier")),
    ("aside", _("not this time")),
)


def _all(kinds: Any) -> list[tuple[str, Any]]:
    return [("", _("all")), *kinds.choices]


class SuggestionFilter(FilterForm):
    """`filters` are named as the queries name them."""

    NAMES = {
        "don_vi": "organisation",
        "khen": "honour",
        "nhom": "status_group",
        "vi_tri": "position",
        "tinh_chat": "nature",
        "da_lam": "doing",
    }
    don_vi = RowField(Organisation.objects.none(), label=_("Unit"), empty_label=_("all"))
    khen = forms.ChoiceField(label=_("Honour"))
    nhom = forms.ChoiceField(label=_("Status group"), choices=_all(StatusGroup))
    vi_tri = forms.ChoiceField(label=_("Position"), choices=_all(Position))
    tinh_chat = forms.ChoiceField(label=_("Nature of work"), choices=_all(Nature))
    da_lam = forms.ChoiceField(label=_("Dealt with"), choices=DOINGS)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "don_vi", organisation_choices(actor))
        honour: Any = self.fields["khen"]
        honour.choices = [("", _("all")), *((code, row.name_vi) for code, row in law.catalogue().items())]

    def filters(self) -> dict[str, Any]:
        return {self.NAMES[name]: value for name, value in self.chosen().items()}


class AsideForm(Form):
    """Not this time, and why."""

    reason = forms.CharField(label=_("Why not this time"), max_length=300)


class HonourForm(Form):
    """For what somebody is proposed whom no standard names: lowest first."""

    honour = forms.ChoiceField(label=_("Propose for"))

    def __init__(self, *args: Any, suggestion: Suggestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = "individual" if suggestion.person_id else "collective"
        rows = [
            row for row in law.catalogue().values() if kind in row.recipient and row.level in ("xa", "tinh")
        ]
        field: Any = self.fields["honour"]
        field.choices = [
            (row.code, row.name_vi) for row in reversed(rows) if row.exists_on(suggestion.run.on)
        ]


class PermitForm(Form):
    basis = forms.CharField(
        label=_("For what purpose, by which paper"),
        max_length=200,
        help_text=_("For example: for the council's sitting of December, notice 12/TB-UBND."),
    )
