from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField
from thidua.modules.consultations.models import Opinion
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import SigningAuthority


class ListFilter(FilterForm):
    q = forms.CharField(label=_("Body or dossier"), max_length=100)


class DraftForm(Form):
    """`bodies` are those that can answer on screen."""

    body = RowField(
        Organisation.objects.none(),
        label=_("Body asked, where it uses this system"),
        required=False,
        help_text=_("It then sees the question on its own screen and may answer there."),
    )
    body_name = forms.CharField(
        label=_("Name as the letter addresses it"),
        max_length=200,
        required=False,
        help_text=_("Left empty: the name of the body chosen."),
    )
    candidate = forms.ModelChoiceField(
        Candidate.objects.none(),
        label=_("Concerning"),
        required=False,
        empty_label=_("the whole dossier"),
    )
    due_on = forms.DateField(label=_("Answer due on"), required=False)
    question = forms.CharField(
        label=_("What is asked"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One point a line; each becomes an indent of the letter."),
    )

    def __init__(self, *args: Any, dossier: Dossier, bodies: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["candidate"].queryset = dossier.candidates.exclude(  # type: ignore[attr-defined]
            state=CandidateState.DROPPED
        ).order_by("place")


class LetterForm(Form):
    signer = forms.ModelChoiceField(
        SigningAuthority.objects.none(), label=_("Signer"), required=False, empty_label=_("left open")
    )

    def __init__(self, *args: Any, signers: QuerySet[SigningAuthority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["signer"]
        field.queryset = signers  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: f"{row.name} ({row.own_post or row.head_post})"  # type: ignore[attr-defined]


class AskForm(Form):
    letter_number = forms.CharField(
        label=_("Number of the letter"),
        max_length=60,
        help_text=_("As the records office gave it, for instance 512/UBND-VX."),
    )
    asked_on = forms.DateField(label=_("Day of the letter"))
    due_on = forms.DateField(label=_("Answer due on"))


class AnswerForm(Form):
    opinion = forms.ChoiceField(label=_("Opinion"), choices=Opinion.choices, widget=forms.RadioSelect)
    reply = forms.CharField(
        label=_("Content"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )
    reply_number = forms.CharField(
        label=_("Number of your letter, if there is one"), max_length=60, required=False
    )


class ReplyForm(AnswerForm):
    """What the desk enters from a letter that came back."""

    reply_number = forms.CharField(label=_("Number of the reply"), max_length=60)
    replied_on = forms.DateField(label=_("Day of the reply"))
    file = forms.FileField(
        label=_("Scan of the reply"), required=False, help_text=_("PDF or picture, at most 20 MB.")
    )

    field_order = ("reply_number", "replied_on", "opinion", "reply", "file")


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)
