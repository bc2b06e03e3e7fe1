from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, RowField, offer
from thidua.modules.campaigns.api import CampaignField
from thidua.modules.campaigns.models import Field
from thidua.modules.organisations.models import Organisation
from thidua.modules.replication.drafts import ModelDraft
from thidua.modules.replication.forms.numbers import DongField
from thidua.modules.replication.models import ModelVerdict, PracticeModel

LONG = 6_000


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _Described(Form):
    name = forms.CharField(
        label=_("Name of the model"),
        max_length=200,
        help_text=_("As one would tell it to a neighbour: “Tuyến phố không rác”, “Trả kết quả tại nhà” …"),
    )
    novelty = forms.CharField(
        label=_("What is new"),
        max_length=LONG,
        required=False,
        widget=_area(3),
        help_text=_("What is done differently from before, and from others."),
    )
    solutions = forms.CharField(
        label=_("Solutions"),
        max_length=LONG,
        required=False,
        widget=_area(5),
        help_text=_("Step by step, so that another unit can do the same."),
    )
    conditions = forms.CharField(
        label=_("Conditions for doing it elsewhere"),
        max_length=LONG,
        required=False,
        widget=_area(3),
        help_text=_("People, place, equipment, agreement of whom."),
    )
    cost = DongField(
        label=_("Cost in đồng"),
        required=False,
        help_text=_("What one unit spends to begin; 0 where it costs nothing."),
    )

    field = RowField(Field.objects.none(), label=_("Field of the model"), required=False)
    campaign = CampaignField(
        label=_("Campaign it belongs to"),
        required=False,
        help_text=_("Left empty where the model began outside a campaign."),
    )

    def draft(self) -> ModelDraft:
        said = self.cleaned_data
        ids = {f"{name}_id": said[name] and said[name].pk for name in ("field", "campaign")}
        return ModelDraft(**{name: said[name] for name in NAMES if name in said} | ids)


NAMES = tuple(asdict(ModelDraft(name="")))


class BeginForm(_Described):
    organisation = RowField(Organisation.objects.none(), label=_("Unit that began it"))
    field_order = ["organisation"]

    def __init__(
        self, *args: Any, units: Any, own: int | None, fields: Any, campaigns: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["organisation"]
        unit.initial = own
        for name, rows in (("organisation", units), ("field", fields), ("campaign", campaigns)):
            offer(self, name, rows)


class ModelForm(_Described):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, model: PracticeModel, fields: Any, campaigns: Any, **kwargs: Any) -> None:
        names = (*NAMES, "version")
        kwargs.setdefault("initial", {name.removesuffix("_id"): getattr(model, name) for name in names})
        super().__init__(*args, **kwargs)
        offer(self, "field", fields)
        offer(self, "campaign", campaigns)

    def label_of(self, name: str) -> str:
        return str(self.fields[name.removesuffix("_id")].label)

    def words_of(self, name: str, value: Any) -> str:
        """A value as it is read: what was chosen by its name, money in đồng."""
        field: Any = self.fields[name.removesuffix("_id")]
        if name.endswith("_id"):
            row = field.queryset.filter(pk=value).first() if value else None
            return str(row or "")
        return str(field.prepare_value(value) if value is not None else "")


class ProofForm(Form):
    label = forms.CharField(label=_("What it shows"), max_length=200, required=False)
    file = forms.FileField(label=_("File"), required=False)
    link = forms.CharField(label=_("or a link"), max_length=200, required=False)


class StepForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=2_000, widget=_area(3))

    def __init__(self, *args: Any, needs_reason: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Note (may stay empty)")


class ReviewForm(Form):
    verdict = forms.ChoiceField(
        label=_("The review comes to"), choices=ModelVerdict, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=2_000,
        widget=_area(4),
        help_text=_("What the pilots show, and for whom it holds."),
    )
