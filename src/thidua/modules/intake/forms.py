from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, add_field
from thidua.modules.organisations.api import Actor, unit_field


class BringForm(Form):
    file = forms.FileField(
        label=_("File of the list"),
        help_text=_(
            "Excel (.xlsx, .xls), .csv, or a table in Word (.docx); up to 100,000 rows. Columns in any order; old fonts (ABC, VNI, VISCII) are turned into Unicode."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "organisation", unit_field(actor, label=_("Unit, where the list names none")))
        self.order_fields(["organisation", "file"])
