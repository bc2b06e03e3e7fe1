from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import ClockInput, Form
from thidua.modules.ceremonies.drafts import AnswerDraft, CeremonyDraft, GuestDraft, PartDraft, PublicAnswer
from thidua.modules.ceremonies.models import Answer, Attendee, Ceremony, CeremonyKind, HandoverWay

FIELDS = (
    "kind", "title", "on", "starts_at", "venue", "capacity", "seats_per_row", "presenter", "authorised_by", "combined_with",
    "alone_reason", "planned_cost", "cost_norm", "cost_reason",
)  # fmt: skip
MOST_MONEY = 10**12


class CeremonyForm(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=CeremonyKind)
    title = forms.CharField(label=_("Occasion"), max_length=200)
    on = forms.DateField(label=_("Day"))
    starts_at = forms.TimeField(label=_("Begins at"), widget=ClockInput(), input_formats=["%H:%M"])
    venue = forms.CharField(label=_("Place"), max_length=200)
    capacity = forms.IntegerField(label=_("Seats"), min_value=1, max_value=100_000)
    seats_per_row = forms.IntegerField(
        label=_("Seats in a row"),
        min_value=1,
        max_value=60,
        initial=12,
        help_text=_("For the plan of seats."),
    )
    presenter = forms.CharField(
        label=_("Who confers"),
        max_length=200,
        help_text=_(
            "Who signed the decision, or somebody whom he authorised (Law 06/2022/QH15, article 82.1)."
        ),
    )
    authorised_by = forms.CharField(
        label=_("Authorised by"),
        max_length=200,
        required=False,
        help_text=_("The paper, if another confers."),
    )
    combined_with = forms.CharField(
        label=_("Held within"),
        max_length=200,
        required=False,
        help_text=_("The holiday, anniversary or meeting; no separate ceremony without a reason."),
    )
    alone_reason = forms.CharField(label=_("Why it is held alone"), max_length=300, required=False)
    planned_cost = forms.IntegerField(
        label=_("Planned cost, đồng"),
        min_value=0,
        max_value=MOST_MONEY,
        help_text=_("One total, without the prizes."),
    )
    cost_norm = forms.IntegerField(
        label=_("Norm, đồng"),
        min_value=0,
        max_value=MOST_MONEY,
        required=False,
        help_text=_("As the place has set it."),
    )
    cost_reason = forms.CharField(label=_("Why it is above the norm"), max_length=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ceremony: Ceremony | None = None, **kwargs: Any) -> None:
        if ceremony:
            kwargs.setdefault("initial", {name: getattr(ceremony, name) for name in (*FIELDS, "version")})
        super().__init__(*args, **kwargs)

    def draft(self) -> CeremonyDraft:
        return CeremonyDraft(**{name: self.cleaned_data[name] for name in FIELDS})


class PartForm(Form):
    label = forms.CharField(label=_("What takes place"), max_length=200)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600)
    leads = forms.CharField(label=_("Who leads it"), max_length=120, required=False)

    def draft(self) -> PartDraft:
        return PartDraft(**self.cleaned_data)


class GuestForm(Form):
    honorific = forms.CharField(label=_("Honorific"), max_length=20, required=False)
    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.CharField(label=_("Post, unit"), max_length=300, required=False)
    needs = forms.CharField(label=_("Access needs"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)

    def draft(self) -> GuestDraft:
        return GuestDraft(**self.cleaned_data)


class AnswerForm(Form):
    answer = forms.ChoiceField(label=_("Answer"), choices=Answer)
    representative = forms.CharField(label=_("Who comes instead"), max_length=120, required=False)
    needs = forms.CharField(label=_("Access needs"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    reading = forms.CharField(
        label=_("How the name is read"),
        max_length=200,
        required=False,
        help_text=_("For who leads the programme."),
    )

    def __init__(self, *args: Any, attendee: Attendee, **kwargs: Any) -> None:
        names = ("answer", "representative", "needs", "reading", "email")
        kwargs.setdefault("initial", {name: getattr(attendee, name) for name in names})
        super().__init__(*args, **kwargs)

    def draft(self) -> AnswerDraft:
        return AnswerDraft(**self.cleaned_data)


class PublicAnswerForm(Form):
    """What somebody says who holds an invitation."""

    answer = forms.ChoiceField(
        label=_("Will you come?"),
        choices=[(one.value, one.label) for one in Answer if one != Answer.OPEN],
        widget=forms.RadioSelect,
    )
    representative = forms.CharField(
        label=_("Who comes instead"), max_length=120, required=False, help_text=_("If you send somebody.")
    )
    needs = forms.CharField(
        label=_("Access needs"),
        max_length=200,
        required=False,
        help_text=_("A wheelchair, somebody at your side, a seat near the door…"),
    )

    def draft(self) -> PublicAnswer:
        return PublicAnswer(**self.cleaned_data)


class HandoverForm(Form):
    way = forms.ChoiceField(label=_("How"), choices=HandoverWay)
    handed_on = forms.DateField(label=_("Day"))
    received_by = forms.CharField(label=_("Who received it"), max_length=200, required=False)
    is_signed = forms.BooleanField(label=_("Signed for on the list"), required=False)


class CostForm(Form):
    actual_cost = forms.IntegerField(label=_("Actual cost, đồng"), min_value=0, max_value=MOST_MONEY)


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
