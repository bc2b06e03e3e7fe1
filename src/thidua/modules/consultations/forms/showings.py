import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.foundation.proven import ProvenForm
from thidua.modules.consultations.drafts import RemarkDraft, ShowingDraft
from thidua.modules.consultations.models import Outcome, Shown
from thidua.modules.dossiers.models import Candidate

PHONE = re.compile(r"\+?[0-9][0-9 .\-]{7,18}")
READ_OF = _("What everybody reads of it")
BLOCKS_HELP = _("Only where a law or a rule of the place says so; name it above.")


class ShowingForm(Form):
    """A tick and a few lines for each candidate."""

    basis = forms.CharField(label=_("Why it is shown (law, rule, or the body's own wish)"), max_length=300)
    opens_on = forms.DateField(label=_("Shown from"))
    ends_on = forms.DateField(label=_("Last day for remarks"))
    blocks = forms.BooleanField(
        label=_("The council waits for the end and the result"), required=False, help_text=BLOCKS_HELP
    )

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        for row in candidates:
            self.fields[f"shown_{row.pk}"] = forms.BooleanField(
                label=f"{row.name}, {row.unit_name}",
                required=False,
                initial=True,
            )
            self.fields[f"summary_{row.pk}"] = forms.CharField(
                label=READ_OF,
                required=False,
                max_length=1_000,
                initial=row.achievement[:1_000],
                widget=forms.Textarea(
                    attrs={"rows": 2, "class": "form-control", "aria-label": f"{READ_OF}: {row.name}"}
                ),
            )

    def lines(self) -> list[tuple[Candidate, Any, Any]]:
        return [(row, self[f"shown_{row.pk}"], self[f"summary_{row.pk}"]) for row in self.candidates]

    def draft(self) -> ShowingDraft:
        said = self.cleaned_data
        return ShowingDraft(
            basis=said["basis"],
            opens_on=said["opens_on"],
            ends_on=said["ends_on"],
            blocks=said["blocks"],
            summaries={
                row.pk: said[f"summary_{row.pk}"] for row in self.candidates if said[f"shown_{row.pk}"]
            },
        )


class ConcludeForm(Form):
    result = forms.CharField(
        label=_("What follows from the remarks"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class HandleForm(Form):
    outcome = forms.ChoiceField(
        label=_("Outcome of the remark"), choices=Outcome.choices, widget=forms.RadioSelect, required=False
    )
    note = forms.CharField(
        label=_("What was found, and how"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PublicRemarkForm(ProvenForm):
    """Name and content; a complaint is marked as one, and goes to its receiver."""

    about = forms.ModelChoiceField(
        Shown.objects.none(), label=_("About whom"), required=False, empty_label=_("all of them")
    )
    name = forms.CharField(label=_("Full name"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=20,
        required=False,
        help_text=_("Not published; deleted after 12 months."),
    )
    content = forms.CharField(label=_("Content"), max_length=3_000, widget=forms.Textarea(attrs={"rows": 5}))
    is_complaint = forms.BooleanField(
        label=_("This is a complaint or a denunciation: hand it to the receiver of complaints only"),
        required=False,
    )
    field_order = ("about", "name", "phone", "content", "is_complaint", "answer")

    def __init__(self, *args: Any, shown: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["about"]
        field.queryset = shown
        field.label_from_instance = lambda row: row.candidate.name

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"].strip()
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(_("Write the number in figures, for example 0912 345 678."))
        return phone

    def draft(self) -> RemarkDraft:
        said = self.cleaned_data
        about = said["about"]
        return RemarkDraft(
            name=said["name"],
            content=said["content"],
            phone=said["phone"],
            about=about.pk if about else None,
            is_complaint=said["is_complaint"],
        )
