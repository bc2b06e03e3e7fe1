from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, offer
from thidua.modules.campaigns.api import CampaignField
from thidua.modules.exemplars.models import Exemplar, ExemplarKind
from thidua.modules.organisations.models import Organisation
from thidua.modules.reviews.again import Change
from thidua.modules.reviews.facts import HEADINGS
from thidua.modules.reviews.honours import unfit
from thidua.modules.reviews.models import Review, ReviewKind

# What is looked at, and which of both texts is taken.
MINE, FRESH = "mine", "fresh"


class BeginForm(Form):
    campaign = CampaignField(label=_("Campaign"))
    kind = forms.ChoiceField(label=_("Kind of review"), choices=ReviewKind)
    since = forms.DateField(label=_("Reviewed from"))
    last_on = forms.DateField(label=_("Reviewed to"))

    def __init__(self, *args: Any, campaigns: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "campaign", campaigns)

    def until(self) -> date:
        last: date = self.cleaned_data["last_on"]
        return last + timedelta(days=1)


class WriteForm(Form):
    """One text for each heading of the report."""

    number = forms.CharField(
        label=_("Number of the report"),
        max_length=60,
        required=False,
        help_text=_("As the authority's own document system gave it."),
    )
    issued_on = forms.DateField(label=_("Day of the report"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        known = {name: getattr(review, name) for name in ("number", "issued_on", "version")}
        kwargs.setdefault("initial", known | dict(review.parts))
        super().__init__(*args, **kwargs)
        for code, heading in HEADINGS.items():
            rows = min(max(4, str(review.parts.get(code, "")).count("\n") + 2), 14)
            area = forms.Textarea(attrs={"rows": rows, "class": "form-control form-control-sm"})
            self.fields[code] = forms.CharField(label=heading, required=False, max_length=20_000, widget=area)

    def parts(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code in HEADINGS}


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}))


class ProposeForm(Form):
    honour = forms.ChoiceField(label=_("Form of commendation"))
    units = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("Units that took part"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    exemplars = forms.ModelMultipleChoiceField(
        Exemplar.objects.none(),
        label=_("Exemplars with a record"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, units: Any, exemplars: Any, honours: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("units", units), ("exemplars", exemplars)):
            field: Any = self.fields[name]
            field.queryset = rows
        honour: Any = self.fields["honour"]
        honour.choices = [("", "—"), *honours]

    def clean(self) -> dict[str, Any]:
        """An honour for collectives alone is not proposed for a person, and the other way round."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        kinds = {row.kind for row in said.get("exemplars") or ()}
        if said.get("units"):
            kinds.add("collective")
        if code := said.get("honour"):
            for kind in unfit(code, sorted(kinds)):
                name = str(ExemplarKind(kind).label)
                self.add_error("honour", _("This honour is not given to: %(kind)s.") % {"kind": name})
        return said


class AgainForm(Form):
    """Heading by heading: keep the text that stands, or take the one that is known now."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seal = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, changes: Sequence[Change], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changes = changes
        for one in changes:
            self.fields[one.code] = forms.ChoiceField(
                label=one.heading,
                choices=[(MINE, _("keep what stands")), (FRESH, _("take the new text"))],
                initial=FRESH if not one.mine.strip() else MINE,
                widget=forms.RadioSelect,
            )

    def pairs(self) -> list[tuple[Change, forms.BoundField]]:
        return [(one, self[one.code]) for one in self.changes]

    def taken(self) -> set[str]:
        return {one.code for one in self.changes if self.cleaned_data.get(one.code) == FRESH}
