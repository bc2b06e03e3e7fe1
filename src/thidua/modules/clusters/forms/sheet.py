from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.clusters.drafts import CriterionDraft, TermsDraft
from thidua.modules.clusters.forms.numbers import NumberField
from thidua.modules.clusters.models import ClusterYear, RankedBy, VoteWay, Way


class TermsForm(Form):
    basis = forms.CharField(
        label=_("Criteria by which paper"),
        max_length=200,
        required=False,
        help_text=_("Guideline or regulation of the cluster, with number and day."),
    )
    decimals = forms.TypedChoiceField(
        label=_("Points are rounded to"),
        choices=[(0, _("whole points")), (1, _("one decimal")), (2, _("two decimals"))],
        coerce=int,
        help_text=_("Half up: 9,25 becomes 9,3 with one decimal."),
    )
    vote_way = forms.ChoiceField(label=_("Vote on the ranking"), choices=VoteWay)
    n_ranked = forms.IntegerField(label=_("Members that a ballot ranks"), min_value=1, max_value=20)
    may_rank_itself = forms.BooleanField(label=_("A member may rank itself"), required=False)
    ranked_by = forms.ChoiceField(label=_("Ranking"), choices=RankedBy)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, year: ClusterYear, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {n: getattr(year, n) for n in (*asdict(TermsDraft()), "version")})
        super().__init__(*args, **kwargs)

    def terms(self) -> TermsDraft:
        return TermsDraft(**{n: self.cleaned_data[n] for n in asdict(TermsDraft())})


class GroupForm(Form):
    name = forms.CharField(label=_("Heading"), max_length=300)
    ceiling = NumberField(
        label=_("Counted up to"),
        required=False,
        min_value=Decimal("0.01"),
        help_text=_("Points; empty: no ceiling."),
    )


class CriterionForm(Form):
    name = forms.CharField(label=_("Criterion"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    way = forms.ChoiceField(label=_("How it is scored"), choices=Way)
    most = NumberField(
        label=_("Maximum points"),
        min_value=Decimal("0.01"),
        help_text=_("Of minus points: the most that is taken off."),
    )
    target = NumberField(
        label=_("Target figure"),
        required=False,
        max_digits=14,
        min_value=Decimal("0.01"),
        help_text=_("Only for a number against its target."),
    )
    each = NumberField(
        label=_("Points for each case"),
        required=False,
        min_value=Decimal("0.01"),
        help_text=_("Only for minus points and bonus."),
    )
    unit = forms.CharField(
        label=_("Unit of measure"), max_length=40, required=False, help_text=_("%, households, cases …")
    )
    weight = NumberField(
        label=_("Weight"), initial=Decimal(1), max_digits=4, min_value=Decimal("0.01"), required=False
    )
    evidence = forms.CharField(label=_("Evidence wanted"), max_length=300, required=False)

    def draft(self) -> CriterionDraft:
        values = dict(self.cleaned_data)
        values["weight"] = values["weight"] or Decimal(1)
        return CriterionDraft(**values)
