from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form
from thidua.law import catalogue
from thidua.modules.decisions.actions import OUTCOMES
from thidua.modules.decisions.models import Decision, DecisionKind, RevocationGround
from thidua.modules.papers.models import SigningAuthority


class Lines(forms.CharField):
    """A list, one to a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line for text in super().clean(value).splitlines() if (line := text.strip())]


class ListFilter(FilterForm):
    q = forms.CharField(label=_("Words or number"), max_length=100)
    nam = forms.IntegerField(label=_("Year of signing"), min_value=1945, max_value=2200)
    loai = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *DecisionKind.choices])


class DraftForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("About (trích yếu)"), max_length=300)
    signer = forms.ModelChoiceField(label=_("Signed by"), queryset=SigningAuthority.objects.none())
    symbol = forms.CharField(label=_("Symbol"), max_length=30)
    authority = forms.CharField(label=_("Who decides, as headed"), max_length=200)
    grounds = Lines(
        label=_("Grounds (căn cứ), one to a line"),
        help_text=_(
            "Proposed from the instruments in force on the day and the council's minutes; check each."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    proposer = forms.CharField(label=_("At the proposal of"), max_length=200)
    merit = forms.CharField(
        label=_("For what, after the names"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    money = forms.CharField(
        label=_("Article on the prizes"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    executors = forms.CharField(
        label=_("Who carries it out"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    copies = Lines(label=_("Sent to (nơi nhận), one to a line"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, decision: Decision, *args: Any, **kwargs: Any) -> None:
        names = [name for name in self.base_fields if name != "version"]
        now = {name: getattr(decision, name) for name in (*names, "version")}
        super().__init__(*args, initial=now, **kwargs)
        self.fields["signer"].queryset = decision.organisation.signers.order_by("-since", "id")  # type: ignore[attr-defined]

    def texts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class NumberForm(Form):
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99_999)
    signed_on = forms.DateField(label=_("Day of signing"))
    signer = forms.ModelChoiceField(label=_("Signed by"), queryset=SigningAuthority.objects.none())
    late_reason = forms.CharField(
        label=_("Reason, where number and day are out of order"), max_length=200, required=False
    )

    def __init__(self, decision: Decision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"signer": decision.signer_id}, **kwargs)
        self.fields["signer"].queryset = decision.organisation.signers.order_by("-since", "id")  # type: ignore[attr-defined]


class SignedForm(Form):
    file = forms.FileField(
        label=_("Signed copy (PDF)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
    )


class OutcomeForm(Form):
    outcome = forms.ChoiceField(
        label=_("What was decided"),
        choices=[(outcome.value, words) for outcome, words in OUTCOMES.items()],
        widget=forms.RadioSelect,
    )
    given = forms.ChoiceField(label=_("Honour conferred instead"), required=False)
    number = forms.CharField(label=_("Number and symbol of the decision"), max_length=60, required=False)
    decided_on = forms.DateField(label=_("Day of the decision"), required=False)
    decided_by = forms.CharField(label=_("Who decided"), max_length=200, required=False)
    signer = forms.CharField(label=_("Signed by"), max_length=160, required=False)
    reason = forms.CharField(label=_("Reason, where not conferred"), max_length=300, required=False)

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [(code, found.name_vi) for code, found in catalogue().items() if kind in found.recipient]
        self.fields["given"].choices = [("", "—"), *fitting]  # type: ignore[attr-defined]


class DeclineForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class RevocationForm(Form):
    ground = forms.ChoiceField(
        label=_("Ground (Law 06/2022/QH15, Art 93.2)"),
        choices=RevocationGround.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What was found, and in which paper"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectionForm(Form):
    honorific = forms.CharField(label=_("Honorific"), max_length=20, required=False)
    name = forms.CharField(label=_("Name"), max_length=200)
    post = forms.CharField(label=_("Post"), max_length=120, required=False)
    unit_name = forms.CharField(label=_("Unit"), max_length=200)
    achievement = forms.CharField(
        label=_("Achievement"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(label=_("Why it is corrected"), max_length=300)
