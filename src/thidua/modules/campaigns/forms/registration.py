from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import FilterForm, Form
from thidua.modules.campaigns.drafts import PledgeDraft
from thidua.modules.campaigns.models import Registration
from thidua.modules.people.models import Collective, Person

SHOWN = 200
RECIPIENT = {"person": "individual", "collective": "collective"}


def honour_choices(kind: str, on: Any) -> list[tuple[str, str]]:
    """What a campaign's participants aim at: titles of a year, and forms up to the province."""
    rows = [
        row
        for row in law.catalogue().values()
        if RECIPIENT[kind] in row.recipient
        and row.exists_on(on)
        and row.line == "state"
        and row.level in {"xa", "tinh"}
    ]
    english = get_language() == "en"
    return [
        (row.code, row.name_en if english else row.name_vi) for row in sorted(rows, key=lambda r: -r.rank)
    ]


class EnrolForm(Form):
    """Who of the unit takes part: several at once with one target and the same honours."""

    recipients = forms.TypedMultipleChoiceField(
        label=_("Who takes part"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    target = forms.CharField(
        label=_("Own target"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What they undertake to reach, in figures where there are any."),
    )
    honours = forms.MultipleChoiceField(
        label=_("Honours aimed at"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, registration: Registration, kind: str, words: str, on: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        fields: Any = self.fields
        fields["recipients"].choices = recipient_choices(registration, kind, words)
        fields["honours"].choices = honour_choices(kind, on)


def recipient_choices(registration: Registration, kind: str, words: str) -> list[tuple[int, str]]:
    """Of the unit, the first two hundred that match the words."""
    if kind == "collective":
        teams = Collective.objects.filter(organisation=registration.organisation_id, search__contains=words)
        return [(row.pk, row.name) for row in teams.order_by("sort", "id")[:SHOWN]]
    people = Person.objects.filter(
        organisation=registration.organisation_id, merged_into__isnull=True, search__contains=words
    )
    return [
        (row.pk, f"{row.name} · {row.post}" if row.post else row.name)
        for row in people.order_by("sort", "id")[:SHOWN]
    ]


class PledgeForm(Form):
    pledge = forms.CharField(
        label=_("Pledge"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What the unit binds itself to."),
    )
    pledged_on = forms.DateField(label=_("Pledge signed on"), required=False)
    pledged_with = forms.CharField(
        label=_("Signed with"),
        max_length=300,
        required=False,
        help_text=_("The units of the block, the trade union, the head of the unit …"),
    )
    pledge_link = forms.URLField(
        label=_("Link to the pledge"), max_length=500, required=False, assume_scheme="https"
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        names = ("pledge", "pledged_on", "pledged_with", "pledge_link", "version")
        kwargs.setdefault("initial", {name: getattr(registration, name) for name in names})
        super().__init__(*args, **kwargs)

    def draft(self) -> PledgeDraft:
        said = self.cleaned_data
        return PledgeDraft(
            pledge=said["pledge"].strip(),
            pledged_on=said["pledged_on"],
            pledged_with=said["pledged_with"],
            pledge_link=said["pledge_link"],
        )


class AnswerForm(Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = needs_reason
        if not needs_reason:
            self.fields["reason"].label = _("Note (may stay empty)")


class RegistrationFilter(FilterForm):
    q = forms.CharField(label=_("Unit or campaign"), max_length=100)
    phong_trao = forms.IntegerField(widget=forms.HiddenInput)
