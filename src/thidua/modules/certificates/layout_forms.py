"""A layout as a table of boxes, one row for each text that a blank may take."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.documents.letters import Box
from thidua.foundation.forms import Form, ModelForm
from thidua.law import catalogue
from thidua.modules.certificates.blanks import FIELDS, FIRST, LARGEST, boxes_of
from thidua.modules.certificates.models import BlankLayout, Printer
from thidua.modules.decisions.api import has_certificate

NUMBERS: dict[str, str | Promise] = {
    "x": _("from the left, mm"),
    "y": _("from above, mm"),
    "width": _("width, mm"),
    "height": _("height, mm"),
    "points": _("letters, pt"),
    "smallest": _("smallest, pt"),
}
SIGNS: dict[str, str | Promise] = {
    "bold": _("bold"),
    "italic": _("italic"),
    "red": _("red"),
    "capitals": _("capitals"),
    "whole": _("one line"),
}
ALIGNS = [("left", _("to the left")), ("center", _("centred")), ("right", _("to the right"))]
ANY = Box(x=36, y=60, width=225, height=10, points=16, smallest=12)


class BoxesForm(Form):
    """Ticked texts are printed; the others stand on the blank already."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    width = forms.FloatField(label=_("Width of the blank, mm"), min_value=50, max_value=500)
    height = forms.FloatField(label=_("Height of the blank, mm"), min_value=50, max_value=500)

    def __init__(self, *args: Any, layout: BlankLayout, **kwargs: Any) -> None:
        kept = boxes_of(layout)
        initial: dict[str, Any] = {
            "version": layout.version,
            "width": float(layout.width),
            "height": float(layout.height),
        }
        for name in FIELDS:
            initial |= _initial(name, kept.get(name))
        super().__init__(*args, initial=initial, **kwargs)
        for name, label in FIELDS.items():
            self.fields |= _fields(name, label)

    def rows(self) -> Iterator[tuple[str | Promise, BoundField, list[BoundField]]]:
        for name, label in FIELDS.items():
            parts = [*NUMBERS, "align", *SIGNS]
            yield label, self[f"{name}-on"], [self[f"{name}-{part}"] for part in parts]

    def boxes(self) -> dict[str, Box]:
        return {name: self._box(name) for name in FIELDS if self.cleaned_data[f"{name}-on"]}

    def _box(self, name: str) -> Box:
        parts = (*NUMBERS, "align", *SIGNS)
        return Box(**{part: self.cleaned_data[f"{name}-{part}"] for part in parts})


def _initial(name: str, kept: Box | None) -> dict[str, Any]:
    box = kept or FIRST.get(name, ANY)
    parts = {f"{name}-{part}": getattr(box, part) for part in (*NUMBERS, "align", *SIGNS)}
    return parts | {f"{name}-on": kept is not None}


def _fields(name: str, label: str | Promise) -> dict[str, forms.Field]:
    def named(part: str | Promise, **attrs: str) -> dict[str, Any]:
        return {"aria-label": format_lazy("{}: {}", label, part), **attrs}

    found: dict[str, forms.Field] = {
        f"{name}-on": forms.BooleanField(
            required=False, widget=forms.CheckboxInput(attrs=named(_("is printed")))
        )
    }
    for part, words in NUMBERS.items():
        least = 4 if part in {"points", "smallest"} else 0
        widget = forms.NumberInput(
            attrs=named(words, step="0.5") | {"class": "form-control form-control-sm mm"}
        )
        found[f"{name}-{part}"] = forms.FloatField(
            label=format_lazy("{}: {}", label, words), min_value=least, max_value=LARGEST[part], widget=widget
        )
    align = forms.Select(attrs=named(_("aligned")) | {"class": "form-select form-select-sm"})
    found[f"{name}-align"] = forms.ChoiceField(choices=ALIGNS, widget=align)
    for part, words in SIGNS.items():
        found[f"{name}-{part}"] = forms.BooleanField(
            required=False, widget=forms.CheckboxInput(attrs=named(words))
        )
    return found


class LayoutForm(Form):
    honour = forms.ChoiceField(label=_("Honour"))
    name = forms.CharField(
        label=_("Name of the blank"), max_length=120, help_text=_("For example: Phôi giấy khen 2026.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(code, found.name_vi) for code, found in catalogue().items() if has_certificate(code)]
        field = self.fields["honour"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = sorted(known, key=lambda one: (one[0] != "GK", one[1]))


class PrinterForm(ModelForm):
    class Meta:
        model = Printer
        fields = ("name", "right", "down")


class ScanForm(Form):
    picture = forms.FileField(
        label=_("Scan of the empty blank"), help_text=_("PNG or JPEG, the whole blank to its edges.")
    )


class PrintForm(Form):
    on_blanks = forms.BooleanField(label=_("On pre-printed blanks"), required=False)
    printer = forms.ModelChoiceField(
        Printer.objects.none(), label=_("Printer"), required=False, empty_label=_("not calibrated")
    )
