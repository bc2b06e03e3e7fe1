from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, add_field
from thidua.modules.organisations.api import Actor, unit_field
from thidua.modules.people.api import TypedCollective, TypedPerson
from thidua.modules.register.lines import Award, Basis
from thidua.modules.register.models import Ground, Line, Source
from thidua.modules.register.names import honour_choices

ALL: tuple[str, object] = ("", _("all"))
FIRST_YEAR, LAST_YEAR = 1945, 2100


class EntryFilter(FilterForm):
    """`filters` are named as queries.entries_list names them."""

    NAMES = {
        "tim": "words",
        "nam": "year",
        "danh_hieu": "honour",
        "don_vi": "organisation",
        "loai_hinh": "ground",
        "truc_tiep": "direct",
        "chua_doi_chieu": "unchecked",
        "da_huy": "revoked",
    }
    tim = forms.CharField(label=_("Name, unit, decision"), max_length=100)
    nam = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    danh_hieu = forms.ChoiceField(label=_("Honour"), choices=lambda: [ALL, *honour_choices()])
    loai_hinh = forms.ChoiceField(label=_("Ground"), choices=[ALL, *Ground.choices])
    truc_tiep = forms.BooleanField(label=_("direct workers"))
    chua_doi_chieu = forms.BooleanField(label=_("not yet compared"))
    da_huy = forms.BooleanField(label=_("revoked"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "don_vi", unit_field(actor, empty=_("all"), required=False))
        self.order_fields(["tim", "nam", "danh_hieu", "don_vi", "loai_hinh"])

    def filters(self) -> dict[str, Any]:
        return {self.NAMES[name]: value for name, value in self.chosen().items()}


class OldAwardForm(Form):
    """An award of former years, as its paper says; number or day may be missing."""

    honour = forms.ChoiceField(label=_("Honour"), choices=lambda: [("", "—"), *honour_choices()])
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices)
    line = forms.ChoiceField(label=_("Line"), choices=Line.choices)
    decided_by = forms.CharField(label=_("Decided by"), max_length=200)
    decision_number = forms.CharField(label=_("Number of the decision"), max_length=60, required=False)
    decided_on = forms.DateField(label=_("Decided on"), required=False)
    signer = forms.CharField(label=_("Signed by"), max_length=160, required=False)
    first_year = forms.IntegerField(
        label=_("Merit counted from"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False
    )
    last_year = forms.IntegerField(
        label=_("Merit counted to"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False
    )
    achievement = forms.CharField(
        label=_("Achievement"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    source = forms.ChoiceField(
        label=_("Known from"), choices=[choice for choice in Source.choices if choice[0] != Source.DECISION]
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = _("Name, with post or unit where several have it.")
        person = TypedPerson(actor, label=_("Recipient, a person"), help_text=words, required=False)
        collective = TypedCollective(actor, label=_("or collective"), required=False)
        add_field(self, "person", person)
        add_field(self, "collective", collective)
        self.order_fields(["person", "collective"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not (self.errors or bool(cleaned["person"]) != bool(cleaned["collective"])):
            self.add_error("person", _("Name either a person or a collective."))
        first, last = cleaned.get("first_year"), cleaned.get("last_year")
        if (first is None) != (last is None) or (first and last and last < first):
            self.add_error("last_year", _("Enter both years, the first before the last."))
        decided_on = cleaned.get("decided_on")
        if decided_on and cleaned.get("year") and decided_on.year < cleaned["year"]:
            self.add_error("decided_on", _("The decision cannot be older than the year it honours."))
        return cleaned

    def basis(self) -> Basis:
        names = ("decided_by", "decision_number", "decided_on", "signer")
        return Basis(**{name: self.cleaned_data[name] for name in names})

    def award(self) -> Award:
        person, collective = self.cleaned_data["person"], self.cleaned_data["collective"]
        names = ("honour", "year", "ground", "line", "first_year", "last_year", "achievement")
        recipient = person or collective
        return Award(
            **{name: self.cleaned_data[name] for name in names},
            person_id=person.pk if person else None,
            collective_id=collective.pk if collective else None,
            name=recipient.name,
            honorific=person.honorific if person else "",
            organisation_id=recipient.organisation_id,
            unit_name=recipient.organisation.name,
        )


class CheckForm(Form):
    note = forms.CharField(
        label=_("Compared with"),
        max_length=200,
        help_text=_("The original decision, the certificate, the book of the year…"),
    )
