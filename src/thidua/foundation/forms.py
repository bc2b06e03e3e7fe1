"""Forms in the look and manners of the house."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _


class DayInput(forms.DateInput):
    """A day typed as 22/11/2026, whatever the language of the browser."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            attrs={
                "placeholder": _("dd/mm/yyyy"),
                "inputmode": "numeric",
                "autocomplete": "off",
                "class": "day",
            }
            | (attrs or {}),
            format="%d/%m/%Y",
        )


class ClockInput(forms.TimeInput):
    """An hour typed as 08:30."""

    def __init__(self) -> None:
        super().__init__(attrs={"placeholder": "08:30", "inputmode": "numeric"}, format="%H:%M")


class _Quick:
    """Draws its options itself: through templates a list of three thousand units takes half a second."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002
    ) -> SafeString:
        widget: Any = self
        several = {"multiple": True} if widget.allow_multiple_selected else {}
        given = {"name": name} | widget.build_attrs(widget.attrs, attrs) | several
        drawn = _options(widget.choices, set(widget.format_value(value)))
        return format_html("<select{}>{}</select>", flatatt(given), drawn)


class QuickSelect(_Quick, forms.Select):
    pass


class QuickSelectMultiple(_Quick, forms.SelectMultiple):
    pass


QUICK: dict[type[forms.Widget], type[QuickSelect | QuickSelectMultiple]] = {
    forms.Select: QuickSelect,
    forms.SelectMultiple: QuickSelectMultiple,
}


def _options(choices: Iterable[Any], chosen: set[str]) -> SafeString:
    return mark_safe("".join(_option(value, label, chosen) for value, label in choices))  # noqa: S308 -- each part is escaped


def _option(value: Any, label: Any, chosen: set[str]) -> SafeString:
    if isinstance(label, list | tuple):
        return format_html('<optgroup label="{}">{}</optgroup>', value, _options(label, chosen))
    written = "" if value is None else str(value)
    selected = " selected" if written in chosen else ""
    words = f'<option value="{escape(written)}"{selected}>{conditional_escape(label)}</option>'
    return mark_safe(words)  # noqa: S308 -- both parts are escaped


class _Labels(ModelChoiceIterator):  # type: ignore[type-arg]
    """Ids and labels, without making a row of each."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        field: Any = self.field
        if field.empty_label is not None:
            yield "", field.empty_label
        yield from self.queryset.values_list("pk", field.label_column)


class RowField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of many rows, each called by one of its columns."""

    iterator = _Labels

    def __init__(self, rows: QuerySet[Any], *, label_column: str = "name", **options: Any) -> None:
        self.label_column = label_column
        super().__init__(rows, **options)


class RowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several of many rows, each called by its name."""

    iterator = _Labels
    label_column = "name"


CONTROL = "form-control form-control-sm"
SELECT = "form-select form-select-sm"


def _quick(widget: Any) -> QuickSelect | QuickSelectMultiple:
    quick = QUICK[type(widget)](widget.attrs, widget.choices)
    quick.is_required, quick.is_localized = widget.is_required, widget.is_localized
    return quick


def dress(field: forms.Field) -> None:
    widget = field.widget
    if isinstance(field, forms.DateField) and not isinstance(widget, DayInput):
        field.widget = widget = DayInput()
    if type(widget) in QUICK:
        field.widget = widget = _quick(widget)
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
            if isinstance(field, forms.DateField):
                field.error_messages["invalid"] = _("Write the day as dd/mm/yyyy, for example 20/11/2026.")


class Form(Dressed, forms.Form):
    pass


class ModelForm(Dressed, forms.ModelForm):  # type: ignore[type-arg]
    pass


def offer(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Let a field of the form choose among these rows."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


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


def add_field(form: forms.BaseForm, name: str, field: forms.Field, *, first: bool = False) -> None:
    """Give a form a field that depends on who asks, in the look of the others."""
    dress(field)
    form.fields[name] = field
    if first:
        form.order_fields([name])
