"""A file, or the lines of a preview that come back to be entered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.documents.tables import Sheet, read_sheet
from thidua.foundation.forms import Form
from thidua.modules.organisations.api import Actor
from thidua.modules.people.forms.fields import add_field, unit_field
from thidua.modules.people.importing import MOST


class ImportForm(Form):
    file = forms.FileField(
        label=gettext_lazy("List of people (.xlsx, .xls, .csv, or a table in .docx)"),
        required=False,
        help_text=gettext_lazy("At most 500 people; old fonts (ABC, VNI, VISCII) are turned into Unicode."),
    )
    lines = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "organisation", unit_field(actor))

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not said.get("file") and not said.get("lines"):
            raise ValidationError(_("Choose the file of the list."))
        return said

    def sheet(self) -> Sheet:
        """Raises CannotReadTable."""
        file = self.cleaned_data.get("file")
        if file:
            return read_sheet(file.read(), file.name, most_rows=MOST)
        return read_sheet(self.cleaned_data["lines"].encode(), "lines.csv", most_rows=MOST)
