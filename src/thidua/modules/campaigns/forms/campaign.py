from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField, RowsField, dress
from thidua.modules.campaigns.drafts import CampaignDraft
from thidua.modules.campaigns.models import Cadence, Campaign, CampaignKind, CampaignScope, Field, Reach
from thidua.modules.campaigns.requirements import HELPS, Part
from thidua.modules.organisations.models import Organisation

DAY = timedelta(days=1)
LONGEST_PART = 20_000


def add_field(form: Form, name: str, field: forms.Field) -> None:
    """A field that stands in the form only for these rows."""
    form.fields[name] = field
    dress(field)


class DaysForm(Form):
    """Name, field and days: with these a campaign begins."""

    name = forms.CharField(label=_("Name of the campaign"), max_length=300)
    field = RowField(Field.objects.none(), label=_("Field of work"))
    kind = forms.ChoiceField(label=_("Form"), choices=CampaignKind)
    scope = forms.ChoiceField(label=_("Scope"), choices=CampaignScope)
    since = forms.DateField(label=_("First day"))
    last_day = forms.DateField(label=_("Last day"), required=False)

    def __init__(self, *args: Any, known: QuerySet[Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["field"]
        field.queryset = known

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = said.get("since"), said.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day cannot lie before the first."))
        return said

    def draft(self) -> CampaignDraft:
        said = dict(self.cleaned_data)
        last = said.get("last_day")
        known = {one.name for one in fields(CampaignDraft)}
        values = {name: value for name, value in said.items() if name in known}
        return CampaignDraft(**values, field_id=said["field"].pk, until=last + DAY if last else None)


class CreateForm(DaysForm):
    organisation = RowField(Organisation.objects.none(), label=_("Unit"))
    field_order = ("organisation", "name")

    def __init__(self, *args: Any, units: QuerySet[Organisation], own: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset, field.initial = units, own


class GeneralForm(DaysForm):
    launching_body = forms.CharField(
        label=_("Launching body"),
        max_length=200,
        required=False,
        help_text=_("As the plan names it; empty: the unit itself."),
    )
    cadence = forms.ChoiceField(label=_("Units report"), choices=Cadence)
    plan_number = forms.CharField(label=_("Number of the plan"), max_length=60, required=False)
    plan_on = forms.DateField(label=_("Day of the plan"), required=False)
    plan_link = forms.URLField(
        label=_("Link to the plan"), max_length=500, required=False, assume_scheme="https"
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        kwargs.setdefault("initial", general_values(campaign))
        super().__init__(*args, **kwargs)


def general_values(campaign: Campaign) -> dict[str, Any]:
    names = [one.name for one in fields(CampaignDraft)]
    values = {name: getattr(campaign, name) for name in names} | {"version": campaign.version}
    return values | {
        "field": campaign.field_id,
        "last_day": campaign.until - DAY if campaign.until else None,
    }


class UnitsForm(Form):
    reach = forms.ChoiceField(label=_("Which units it reaches"), choices=Reach, widget=forms.RadioSelect)
    units = RowsField(
        Organisation.objects.none(),
        label=_("Units chosen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Counts only when “only the units chosen” is marked."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, campaign: Campaign, below: QuerySet[Organisation], **kwargs: Any) -> None:
        chosen = list(campaign.units.values_list("organisation", flat=True))
        kwargs.setdefault("initial", {"reach": campaign.reach, "units": chosen, "version": campaign.version})
        super().__init__(*args, **kwargs)
        field: Any = self.fields["units"]
        field.queryset = below


class PartsForm(Form):
    """A text for each requirement of the law that is met in words."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, campaign: Campaign, parts: Sequence[Part], **kwargs: Any) -> None:
        texts = {part.code: part.text for part in parts}
        kwargs.setdefault("initial", texts | {"version": campaign.version})
        self.parts = list(parts)
        super().__init__(*args, **kwargs)
        for part in parts:
            add_field(self, part.code, _text_of(part))

    def texts(self) -> dict[str, str]:
        return {part.code: self.cleaned_data[part.code] for part in self.parts}


def _text_of(part: Part) -> forms.CharField:
    return forms.CharField(
        label=part.label,
        max_length=LONGEST_PART,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=str(HELPS.get(part.code, "")),
    )


class PlanFileForm(Form):
    file = forms.FileField(
        label=_("The plan as a file"), help_text=_("PDF, Word, Excel or a picture, at most 20 MB.")
    )


class LaunchForm(Form):
    launched_on = forms.DateField(label=_("Day of launch"))
    note = forms.CharField(
        label=_("Note (may stay empty)"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Where and how it was launched, for example at which meeting."),
    )


class StepForm(Form):
    reason = forms.CharField(
        label=_("What is behind this step"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )


class AsideForm(Form):
    reason = forms.CharField(
        label=_("Why the unit does not take part"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class FieldForm(Form):
    name = forms.CharField(label=_("Name of the field"), max_length=200)


class CampaignFilter(FilterForm):
    q = forms.CharField(label=_("Name, launching body or number"), max_length=100)
    nguon = forms.ChoiceField(
        label=_("Launched by"),
        choices=[
            ("", _("the unit and levels above")),
            ("own", _("the unit itself")),
            ("above", _("a level above")),
            ("below", _("units below")),
            ("every", _("all")),
        ],
    )
    linh_vuc = RowField(Field.objects.none(), label=_("Field of work"), empty_label=_("all"))
    nam = forms.IntegerField(label=_("Year"), min_value=2004, max_value=2100)

    def __init__(self, *args: Any, known: QuerySet[Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["linh_vuc"]
        field.queryset = known


def year_span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)
