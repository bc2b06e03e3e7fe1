from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import CONTROL, SELECT, Form
from thidua.modules.dossiers.drafts import FlagNote
from thidua.modules.dossiers.models import Candidate, FlagField
from thidua.modules.rulebook import api as rulebook

N_FLAGS = 6


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Note (may stay empty)")


class NoteForm(Form):
    note = forms.CharField(
        label=_("Internal note"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=4000
    )


class SignedForm(Form):
    file = forms.FileField(label=_("Signed submittal (PDF or picture, at most 20 MB)"))


def _choice(label: Any, choices: Any) -> forms.ChoiceField:
    widget = forms.Select(attrs={"class": SELECT})
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=widget)


class ReturnForm(Form):
    """One reason for the whole, and up to six things to supplement."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom = [("", _("the whole file"))] + [
            (str(row.pk), f"{row.name} ({rulebook.honour(row.honour).short_vi})") for row in candidates
        ]
        for n in range(1, N_FLAGS + 1):
            self.fields[f"whom-{n}"] = _choice(_("Of whom"), whom)
            self.fields[f"field-{n}"] = _choice(_("What"), FlagField.choices)
            self.fields[f"note-{n}"] = forms.CharField(
                label=_("What to supplement"),
                max_length=300,
                required=False,
                widget=forms.TextInput(attrs={"class": CONTROL}),
            )

    def rows(self) -> Iterator[list[Any]]:
        for n in range(1, N_FLAGS + 1):
            yield [self[f"{name}-{n}"] for name in ("whom", "field", "note")]

    def flags(self) -> list[FlagNote]:
        said = self.cleaned_data
        return [
            FlagNote(
                field=said[f"field-{n}"] or "other",
                note=said[f"note-{n}"],
                candidate_id=int(said[f"whom-{n}"]) if said[f"whom-{n}"] else None,
            )
            for n in range(1, N_FLAGS + 1)
            if said[f"note-{n}"].strip()
        ]
