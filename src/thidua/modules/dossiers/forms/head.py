from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField
from thidua.modules.dossiers.drafts import LONGEST_TITLE, DossierDraft, title_for
from thidua.modules.dossiers.models import Dossier, Procedure
from thidua.modules.organisations.api import Actor, organisation_choices, period_choices, periods_for
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.register.models import Ground, Line


class HeadForm(Form):
    """The head of a dossier; what contradicts what is the action's business."""

    title = forms.CharField(
        label=_("Title of the file"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("Left empty, it is made from unit and period."),
    )
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Evaluation period"), required=False)
    ground = forms.ChoiceField(label=_("Ground"), choices=Ground)
    line = forms.ChoiceField(label=_("Line"), choices=Line)
    procedure = forms.ChoiceField(label=_("Procedure"), choices=Procedure)
    simplified_basis = forms.CharField(
        label=_("Why the simplified procedure"),
        max_length=300,
        required=False,
        help_text=_(
            "Law 06/2022/QH15, Art 85: political task, sudden feat, found by the head, long service …"
        ),
    )
    deed_on = forms.DateField(label=_("Day of the deed"), required=False)
    deed_place = forms.CharField(label=_("Place of the deed"), max_length=200, required=False)
    confirmed_by = forms.CharField(label=_("Who confirms it"), max_length=200, required=False)
    judged_on = forms.DateField(
        label=_("Compare with the law of"),
        required=False,
        help_text=_("Left empty: the law of the day of each comparison."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].queryset = period_choices()  # type: ignore[attr-defined]

    def draft(self, organisation: Organisation) -> DossierDraft:
        values = {name: self.cleaned_data[name] for name in HEAD}
        return DossierDraft(
            **values | {"title": values["title"] or title_for(organisation, values["period"])}
        )


HEAD = (
    "title",
    "period",
    "ground",
    "line",
    "procedure",
    "simplified_basis",
    "deed_on",
    "deed_place",
    "confirmed_by",
    "judged_on",
)


class CreateForm(HeadForm):
    organisation = RowField(Organisation.objects.none(), label=_("Proposing unit"))

    field_order = ("organisation", *HEAD)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = organisation_choices(actor)
        field: Any = self.fields["organisation"]
        field.queryset = choices
        field.initial = actor.organisation_id
        if actor.organisation:
            self.fields["period"].initial = periods_for(actor.organisation, actor.on).first()
        if not choices.exclude(pk=actor.organisation_id or 0).exists():
            field.widget = forms.HiddenInput()


class ChangeForm(HeadForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, dossier: Dossier) -> "ChangeForm":
        return cls(initial={name: getattr(dossier, name) for name in (*HEAD, "version")})


class ListFilter(FilterForm):
    q = forms.CharField(label=_("Number, title or unit"))
    ky = forms.ModelChoiceField(Period.objects.none(), label=_("Period"), empty_label=_("all"))
    loai = forms.ChoiceField(label=_("Ground"), choices=[("", _("all")), *Ground.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ky"].queryset = period_choices()  # type: ignore[attr-defined]
