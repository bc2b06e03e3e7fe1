"""Numbers as Vietnamese write them: 9,5 and 1.234,5; a dot before one or two digits is a comma too."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


class NumberField(forms.DecimalField):
    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_digits": 7, "decimal_places": 2} | options)
        self.error_messages["invalid"] = _("Write a number, for example 9,5.")

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if isinstance(value, str):
            value = _plain(value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        plain = f"{value:f}"
        return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {
            "inputmode": "decimal",
            "autocomplete": "off",
            "class": "count",
        }


def _plain(typed: str) -> str:
    typed = "".join(typed.split())
    if "," in typed or THOUSANDS.fullmatch(typed):
        return typed.replace(".", "").replace(",", ".")
    return typed
