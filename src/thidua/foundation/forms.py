"""Forms in the look and manners of the house."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayInput(forms.DateInput):
    """A day typed as 22/11/2026, whatever the language of the browser."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off", "class": "day"}
            | (attrs or {}),
            format="%d/%m/%Y",
        )


CONTROL = "form-control form-control-sm"
SELECT = "form-select form-select-sm"


def dress(field: forms.Field) -> None:
    widget = field.widget
    if isinstance(field, forms.DateField) and not isinstance(widget, DayInput):
        field.widget = widget = DayInput()
    if isinstance(
        widget, forms.CheckboxSelectMultiple | forms.RadioSelect | forms.CheckboxInput | forms.HiddenInput
    ):
        return
    base = SELECT if isinstance(widget, forms.Select | forms.SelectMultiple) else CONTROL
    widget.attrs["class"] = f"{base} {widget.attrs.get('class', '')}".strip()
    if isinstance(widget, forms.Textarea):
        widget.attrs.setdefault("rows", 4)


class Dressed:
    """Gives every widget the look of the house; errors name the field's trouble and the remedy."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            dress(field)
            field.error_messages.setdefault("required", _("Please fill this in."))


class Form(Dressed, forms.Form):
    pass


class ModelForm(Dressed, forms.ModelForm):
    pass


class FilterForm(Form):
    """A filter bar: its state is in the URL, nothing in it is required, a bad value is left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False

    def chosen(self) -> dict[str, Any]:
        """The values that were given and make sense."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}
