from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField
from thidua.modules.exemplars.drafts import ExemplarDraft
from thidua.modules.exemplars.models import Consent, Exemplar, ExemplarKind
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.kinds import Nature, StatusGroup
from thidua.modules.people.models import Collective, Household, Person


class FoundForm(Form):
    """One that somebody of the unit found himself."""

    organisation = RowField(Organisation.objects.none(), label=_("Unit"))
    name = forms.CharField(label=_("By whom it was done"), max_length=200)
    kind = forms.ChoiceField(label=_("Person, collective or household"), choices=ExemplarKind)
    deed = forms.CharField(
        label=_("Deed or achievement"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 5})
    )
    deed_on = forms.DateField(label=_("Day it was done"))
    deed_place = forms.CharField(label=_("Place it was done"), max_length=200)
    confirmed_by = forms.CharField(label=_("Who knows or confirms it"), max_length=200, required=False)

    def __init__(self, *args: Any, units: Any, own: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset, field.initial = units, own

    def draft(self) -> ExemplarDraft:
        names = ("name", "kind", "deed", "deed_on", "deed_place", "confirmed_by")
        return ExemplarDraft(**{name: self.cleaned_data[name] for name in names})


class ExemplarForm(Form):
    """Everything that is known of it."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Person, collective or household"), choices=ExemplarKind)
    person = RowField(
        Person.objects.none(),
        label=_("Record of the person"),
        required=False,
        help_text=_("Chosen, the dossier is written for this record; else a new one is made from the name."),
    )
    collective = RowField(Collective.objects.none(), label=_("Record of the collective"), required=False)
    household = RowField(
        Household.objects.none(),
        label=_("Record of the household"),
        required=False,
        label_column="head_name",
    )
    status_group = forms.ChoiceField(
        label=_("Status group"), choices=[("", _("not known")), *StatusGroup.choices], required=False
    )
    natures = forms.MultipleChoiceField(
        label=_("Nature of work"),
        choices=Nature,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    deed = forms.CharField(
        label=_("Deed or achievement"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 5})
    )
    deed_on = forms.DateField(label=_("Day it was done"))
    deed_place = forms.CharField(label=_("Place it was done"), max_length=200)
    confirmed_by = forms.CharField(label=_("Who knows or confirms it"), max_length=200, required=False)
    mentor = forms.CharField(
        label=_("Mentor (person or unit)"),
        max_length=200,
        required=False,
        help_text=_("Who stands by the exemplar while it is nurtured."),
    )
    plan = forms.CharField(
        label=_("Plan of nurturing"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is done, until when, what should come of it."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, exemplar: Exemplar, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _values(exemplar))
        super().__init__(*args, **kwargs)
        rows = {
            "person": Person.objects.filter(merged_into__isnull=True),
            "collective": Collective.objects.all(),
            "household": Household.objects.all(),
        }
        for name, known in rows.items():
            field: Any = self.fields[name]
            field.queryset = known.filter(organisation=exemplar.organisation_id).order_by("sort", "id")

    def draft(self) -> ExemplarDraft:
        said = self.cleaned_data
        ids = {f"{name}_id": said[name] and said[name].pk for name in ("person", "collective", "household")}
        rest = {name: said[name] for name in asdict(_EMPTY) if name in said}
        return ExemplarDraft(**rest | ids)


_EMPTY = ExemplarDraft(name="", deed="", deed_on=date.min, deed_place="")


def _values(exemplar: Exemplar) -> dict[str, Any]:
    ids = {name: getattr(exemplar, f"{name}_id") for name in ("person", "collective", "household")}
    return {name: getattr(exemplar, name) for name in (*asdict(_EMPTY), "version")} | ids


class VisitForm(Form):
    visited_on = forms.DateField(label=_("Visited on"))
    by_whom = forms.CharField(label=_("Who verified"), max_length=200)
    note = forms.CharField(
        label=_("What was found"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ConsentForm(Form):
    consent = forms.ChoiceField(
        label=_("Answer"),
        choices=[(one.value, one.label) for one in Consent if one != Consent.NOT_ASKED],
        widget=forms.RadioSelect,
    )
    consent_on = forms.DateField(label=_("Answered on"))
    note = forms.CharField(
        label=_("How it was answered"),
        max_length=200,
        required=False,
        help_text=_("In writing, by telephone …; for a child, the guardian's name."),
    )


class StepForm(Form):
    reason = forms.CharField(
        label=_("What is behind this step"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, needs_reason: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Note (may stay empty)")


class PraiseForm(Form):
    body = forms.ModelChoiceField(
        label=_("Who sends the letter"),
        queryset=Organisation.objects.none(),
        help_text=_("Its head signs. A unit without a seal of its own is praised for by the body above it."),
    )
    to = forms.CharField(
        label=_("Addressed to"),
        max_length=300,
        help_text=_("As it stands after “Kính gửi”: form of address, name, post or place of residence."),
    )
    text = forms.CharField(
        label=_("Text of the letter"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("A line is a paragraph."),
    )

    def __init__(self, *args: Any, bodies: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class ExemplarFilter(FilterForm):
    q = forms.CharField(label=_("Name, place, deed or unit"), max_length=100)
    nhom = forms.ChoiceField(label=_("Status group"), choices=[("", _("all")), *StatusGroup.choices])
