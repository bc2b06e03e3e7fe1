"""Numbers as they are written in Việt Nam: 1.234,5 and 15.000.000."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")


def plain(words: str) -> str:
    """From 1.234,5 to 1234.5; 12.5, typed by a machine, stays what it is."""
    bare = words.removesuffix("đ").removesuffix("đồng").replace(" ", "").replace("\u00a0", "")
    if "," in bare or THOUSANDS.fullmatch(bare):
        return bare.replace(".", "").replace(",", ".")
    return bare


def written(value: Decimal | int | None) -> str:
    """12,5: no zeros at the end, thousands by a dot."""
    if value is None:
        return ""
    whole, _dot, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


class ValueField(forms.DecimalField):
    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_digits", 16)
        super().__init__(decimal_places=2, **options)
        self.error_messages["invalid"] = _("Write a number, for example 1.234,5.")

    def to_python(self, value: Any) -> Any:
        return super().to_python(plain(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, Decimal | int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002 -- Django's signature
        return {"inputmode": "decimal", "autocomplete": "off"}


class DongField(forms.IntegerField):
    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=10**15, **options)
        self.error_messages["invalid"] = _("Write whole đồng, for example 15.000.000.")

    def to_python(self, value: Any) -> Any:
        return super().to_python(plain(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002 -- Django's signature
        return {"inputmode": "numeric", "autocomplete": "off"}
