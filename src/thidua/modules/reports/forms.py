from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, add_field
from thidua.modules.organisations.api import Actor, unit_field
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.people.api import TypedPerson
from thidua.modules.reports.actions import FormDraft, StaffDraft
from thidua.modules.reports.definitions import Definition, StateForm
from thidua.modules.reports.models import CADENCES, Education
from thidua.modules.reports.periods import choices, span
from thidua.modules.reports.sources import SOURCES

MOST_BANDS = 3
# By the units of which day a table is made.
NOW, THEN = "now", "then"


class _Formed(Form):
    """Chooses one of the forms that stand for a body."""

    form = forms.ChoiceField(label=_("Form of the report"))

    def __init__(self, *args: Any, known: Mapping[str, StateForm], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        field: Any = self.fields["form"]
        field.choices = [(slug, f"{form.code} – {form.title}") for slug, form in known.items()]


class DrawUpForm(_Formed):
    span = forms.ChoiceField(label=_("Period of the report"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["span"].choices = [(one.name, one.label) for one in choices(on)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and self.known[said["form"]].cadence == "year" and "-" in said["span"]:
            self.add_error("span", _("This form is for a whole year."))
        return said


class NoteForm(Form):
    note = forms.CharField(
        label=_("Explanation"), max_length=4_000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class SignerForm(Form):
    signer = forms.ModelChoiceField(
        SigningAuthority.objects.none(), label=_("Signer"), required=False, empty_label=_("left open")
    )

    def __init__(self, *args: Any, signers: QuerySet[SigningAuthority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["signer"]
        field.queryset = signers
        field.label_from_instance = lambda row: f"{row.name} ({row.own_post or row.head_post})"


class DueRuleForm(_Formed):
    cadence = forms.ChoiceField(label=_("How often"), choices=CADENCES)
    n_days = forms.IntegerField(
        label=_("Days after the end of the period"),
        min_value=-60,
        max_value=366,
        help_text=_("-16 with “every year” is 15 December."),
    )
    basis = forms.CharField(label=_("Paper that asks for it"), max_length=200)


class TableForm(Form):
    """A question of the moment: what is counted, in rows by what, in columns by what, of what time."""

    source = forms.ChoiceField(label=_("What is counted"))
    rows = forms.ChoiceField(label=_("In the rows"))
    bands = forms.MultipleChoiceField(
        label=_("In the columns (at most three)"), widget=forms.CheckboxSelectMultiple, required=False
    )
    span = forms.ChoiceField(label=_("Period of the report"))
    structure = forms.ChoiceField(
        label=_("Units as they were"),
        choices=[(NOW, _("as of today")), (THEN, _("at the end of the period"))],
        help_text=_("Before 1 July 2025 a table of the province has the districts of that time."),
    )
    level = forms.MultipleChoiceField(
        label=_("Only these levels"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, source: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dimensions = SOURCES[source].dimensions
        named = [(one.code, one.title) for one in dimensions.values()]
        fields: Any = self.fields
        fields["source"].choices = [(one.code, one.title) for one in SOURCES.values()]
        fields["rows"].choices = named
        fields["bands"].choices = named
        fields["span"].choices = [(one.name, one.label) for one in choices(on)]
        if "level" in dimensions:
            fields["level"].choices = list(dimensions["level"].known(()).items())
        else:
            del fields["level"]

    def clean_bands(self) -> list[str]:
        bands: list[str] = self.cleaned_data["bands"]
        if len(bands) > MOST_BANDS:
            raise forms.ValidationError(_("Choose at most three groups of columns."))
        return bands

    def definition(self) -> Definition:
        said = self.cleaned_data
        filters = {"level": tuple(said["level"])} if said.get("level") else {}
        return Definition(said["source"], said["rows"], tuple(said["bands"]), filters)

    def chosen_span(self) -> Any:
        return span(self.cleaned_data["span"])


class KeepForm(Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    is_shared = forms.BooleanField(label=_("Shared in the organisation"), required=False)


class StaffForm(Form):
    education = forms.ChoiceField(label=_("Education"), choices=Education)
    since = forms.DateField(label=_("In this work since"))
    is_full_time = forms.BooleanField(label=_("Full time"), required=False)
    field_order = ["organisation", "person"]

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "organisation", unit_field(actor))
        words = _("Part of the name, with the post or unit where several fit.")
        add_field(self, "person", TypedPerson(actor, label=_("Person"), help_text=words))
        self.order_fields(self.field_order)

    def draft(self) -> StaffDraft:
        return StaffDraft(
            **{name: self.cleaned_data[name] for name in ("education", "since", "is_full_time")}
        )


class EndStaffForm(Form):
    last_on = forms.DateField(label=_("Last day in this work"))


class SetForm(Form):
    code = forms.CharField(label=_("Code of the form"), max_length=30)
    title = forms.CharField(label=_("Title"), max_length=200)
    basis = forms.CharField(label=_("Paper that sets the form"), max_length=200)
    since = forms.DateField(label=_("Stands since"))

    def draft(self) -> FormDraft:
        return FormDraft(**self.cleaned_data)
