from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import ClockInput, Form, RowField
from thidua.modules.accounts.models import User
from thidua.modules.councils.models import Council, MemberRole, SittingForm, SittingSubject
from thidua.modules.councils.shares import Share
from thidua.modules.organisations.models import Organisation


class CouncilForm(Form):
    organisation = RowField(Organisation.objects.none(), label=_("Body"), empty_label=None)
    name = forms.CharField(label=_("Name of the council"), max_length=200)
    decision = forms.CharField(
        label=_("Set up by decision"),
        max_length=120,
        help_text=_("As the minutes cite it: Quyết định số … ngày …"),
    )
    since = forms.DateField(label=_("Since"))

    def __init__(self, *args: Any, bodies: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = bodies  # type: ignore[attr-defined]


class MemberForm(Form):
    name = forms.CharField(label=_("Full name"), max_length=120)
    post = forms.CharField(label=_("Post"), max_length=160)
    role = forms.ChoiceField(
        label=_("Role in the council"), choices=MemberRole.choices, initial=MemberRole.MEMBER
    )
    user = RowField(
        User.objects.none(),
        label_column="full_name",
        label=_("Account"),
        required=False,
        empty_label=_("none: votes on paper"),
        help_text=_("Who has an account and the role of council member may vote on screen."),
    )
    unit = RowField(
        Organisation.objects.none(),
        label=_("Unit"),
        required=False,
        help_text=_("Asked about when this unit is itself a candidate."),
    )
    since = forms.DateField(label=_("Since"))

    def __init__(
        self, *args: Any, users: QuerySet[User], units: QuerySet[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = users  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class EndForm(Form):
    until = forms.DateField(label=_("No longer from"))


class PlanForm(Form):
    council = forms.ModelChoiceField(Council.objects.none(), label=_("Council"), empty_label=None)
    title = forms.CharField(label=_("Title of the sitting"), max_length=200)
    subject = forms.ChoiceField(
        label=_("Considers"), choices=SittingSubject.choices, initial=SittingSubject.BOTH
    )
    form = forms.ChoiceField(label=_("Form"), choices=SittingForm.choices)
    held_on = forms.DateField(label=_("Day"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)

    def __init__(self, *args: Any, councils: QuerySet[Council], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]


class ShareField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(help_text=_("At least: 80 or 2/3. More than: > 1/2."), max_length=20, **kwargs)

    def clean(self, value: Any) -> Share | None:
        typed = super().clean(value)
        share = Share.read(typed)
        if typed and share is None:
            raise ValidationError(
                _("Write a percentage like 80, a fraction like 2/3, or > 1/2 for more than half."),
                code="invalid",
            )
        return share


class ChangeForm(Form):
    title = forms.CharField(label=_("Title of the sitting"), max_length=200)
    subject = forms.ChoiceField(label=_("Considers"), choices=SittingSubject.choices)
    held_on = forms.DateField(label=_("Day"), help_text=_("Another day calls the members of that day."))
    begins_at = forms.TimeField(label=_("From"), required=False, widget=ClockInput())
    ends_at = forms.TimeField(label=_("To"), required=False, widget=ClockInput())
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    quorum = ShareField(label=_("Quorum: which share of all members"), required=False)
    quorum_basis = forms.CharField(
        label=_("By which rule"),
        max_length=200,
        required=False,
        help_text=_("The law sets no quorum for this council."),
    )
    tellers = forms.CharField(
        label=_("Tellers, one a line: name, post"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("quorum") and not cleaned.get("quorum_basis"):
            self.add_error("quorum_basis", _("Name the rule that sets the quorum."))
        return cleaned


class ShareForm(Form):
    honour = forms.CharField(widget=forms.HiddenInput)
    share = ShareField(label=_("Share of all members"))
    basis = forms.CharField(label=_("By which rule"), max_length=200)


class DiscussionForm(Form):
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    begins_at = forms.TimeField(label=_("From"), required=False, widget=ClockInput())
    ends_at = forms.TimeField(label=_("To"), required=False, widget=ClockInput())
    discussion = forms.CharField(
        label=_("What was said, one opinion a line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)
