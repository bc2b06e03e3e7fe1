"""A public form that a machine is kept out of: by the work of a browser, or by a sum in words."""

import json
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation import captcha
from thidua.foundation.forms import Form

ASKED = ("proof", "token", "answer")


class ProvenForm(Form):
    """Asks last whether it is a person; drawn by components/proof.html within a form with its challenge."""

    proof = forms.CharField(required=False, widget=forms.HiddenInput, max_length=1_000)
    token = forms.CharField(required=False, widget=forms.HiddenInput, max_length=300)
    answer = forms.CharField(label="", max_length=20, required=False)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["answer"].widget.attrs |= {"autocomplete": "off", "inputmode": "numeric"}

    def ask_anew(self) -> None:
        """A challenge and a question for this page; what was typed in the other fields stays."""
        words, token = captcha.question()
        self.challenge = json.dumps(captcha.challenge(self.now))
        self.fields["answer"].label = words
        # A form that has been asked already has drawn this field once: with the label of that time.
        self._bound_fields_cache.pop("answer", None)  # type: ignore[attr-defined]
        if self.is_bound:
            anew: Any = self.data.copy()  # type: ignore[attr-defined]
            for name, value in {"proof": "", "answer": "", "token": token}.items():
                anew[name] = value
            self.data = anew
        self.fields["token"].initial = token

    def clean(self) -> dict[str, Any]:
        """Asked last: a question that was answered is not used up by a form that is sent back for something else."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self._is_a_person(said):
            self.add_error("answer", _("Please answer this question again: it keeps machines out."))
        return said

    def _is_a_person(self, said: dict[str, Any]) -> bool:
        if said["proof"] and captcha.is_solved(said["proof"], self.now):
            return True
        return bool(said["answer"]) and captcha.is_answered(said["token"], said["answer"])
