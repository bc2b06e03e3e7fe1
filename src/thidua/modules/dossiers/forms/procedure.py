from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.dossiers.drafts import ProcedureDraft
from thidua.modules.dossiers.models import DossierProcedure

NAMES = ("is_public", "code", "name", "n_days", "file_code", "filed_by", "taken_on", "due_on")


class ProcedureForm(Form):
    is_public = forms.TypedChoiceField(
        label=_("Kind of procedure"),
        choices=[("0", _("internal between agencies")), ("1", _("public, through the one-stop centre"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Name of the procedure"),
        max_length=300,
        help_text=_("As your province published it, for instance: Tặng Giấy khen của Chủ tịch UBND cấp xã."),
    )
    code = forms.CharField(label=_("Code of the procedure"), max_length=30, required=False)
    n_days = forms.IntegerField(
        label=_("Days to decide, in working days"), min_value=1, max_value=365, required=False,
        help_text=_("As your province published it; it is proposed when the dossier is received for appraisal."),
    )  # fmt: skip
    file_code = forms.CharField(
        label=_("File code of the one-stop centre"), max_length=60, required=False,
        help_text=_("Only for a public procedure, as do the fields below."),
    )  # fmt: skip
    filed_by = forms.CharField(label=_("Who handed it in"), max_length=120, required=False)
    taken_on = forms.DateField(label=_("Taken in on"), required=False)
    due_on = forms.DateField(label=_("Result due on"), required=False)

    field_order = ("is_public", "name", "code", "n_days", "file_code", "filed_by", "taken_on", "due_on")

    @staticmethod
    def initial_of(known: DossierProcedure | None) -> dict[str, Any]:
        if known is None:
            return {"is_public": "0"}
        return {name: getattr(known, name) for name in NAMES} | {"is_public": str(int(known.is_public))}

    def draft(self) -> ProcedureDraft:
        return ProcedureDraft(**{name: self.cleaned_data[name] for name in NAMES})
