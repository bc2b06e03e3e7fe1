from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import DayInput, FilterForm, Form
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook.models import RuleState
from thidua.modules.rulebook.words import KINDS, place_name, places

DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, input_formats=DAYS, widget=DayInput(), **more)


def place_field() -> forms.ChoiceField:
    """National rules alone, or with those of a place that ships with the program."""
    return forms.ChoiceField(label=_("Rules of"), choices=places, required=False)


class PlacedForm(Form):
    """What is asked by the law of a day (`ngay`) and of a place (`noi`)."""

    @property
    def book(self) -> law.Book:
        return law.national_book().at(self.cleaned_data.get("noi") or None)

    @property
    def place_name(self) -> str:
        return place_name(self.book.place)

    @property
    def standing(self) -> str:
        """The place's own instruments that stand on the day."""
        return "; ".join(rules.number for rules in self.book.standing(self.cleaned_data["ngay"]))


class CatalogueForm(FilterForm):
    def __init__(self, *args: Any, rules_of: Sequence[tuple[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["noi"].choices = rules_of  # type: ignore[attr-defined]

    q = forms.CharField(label=_("Name or short name"), max_length=100)
    doi_tuong = forms.ChoiceField(label=_("For whom"), choices=[("", _("all")), *KINDS.items()])
    ngay = day_field(_("By the law of the day"))
    noi = forms.ChoiceField(label=_("Rules of"))


class DaysForm(Form):
    """The day looked at, and the one it is laid beside."""

    ngay = day_field(_("By the law of the day"), required=False)
    so_voi = day_field(_("Beside the day"), required=False)
    noi = forms.ChoiceField(label=_("Rules of"), required=False)

    def __init__(self, *args: Any, rules_of: Sequence[tuple[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["so-voi"] = self.fields.pop("so_voi")
        self.fields["noi"] = self.fields.pop("noi")
        self.fields["noi"].choices = rules_of  # type: ignore[attr-defined]


class RulesFilter(FilterForm):
    ngay = day_field(_("In force on the day"))
    trang_thai = forms.ChoiceField(label=_("State"), choices=[("", _("all")), *RuleState.choices])


LARGEST = 200_000


class RuleForm(Form):
    """The text of a local rule: typed, or read from a file that then takes its place."""

    organisation = forms.TypedChoiceField(label=_("Issued by"), coerce=int)
    text = forms.CharField(
        label=_("Text (YAML)"),
        required=False,
        strip=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "wrap": "off", "class": "code"}),
    )
    file = forms.FileField(
        label=_("Or a file (.yaml)"),
        required=False,
        help_text=_("What is in the file takes the place of the text beside."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, places: Sequence[Organisation], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.choices = [(place.pk, place.name) for place in places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("file"):
            given["text"] = self._read(given["file"])
        if not self.errors and not given.get("text", "").strip():
            self.add_error("text", _("Write the text, or choose a file."))
        return given

    def _read(self, file: Any) -> str:
        if file.size > LARGEST:
            self.add_error("file", _("The file is too large: a rule takes a few kilobytes."))
            return ""
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            self.add_error("file", _("The file is not text in UTF-8. Save it again as UTF-8."))
            return ""


class EndForm(Form):
    until = day_field(_("First day on which it no longer stands"))
    reason = forms.CharField(label=_("What ended it (number of the instrument)"), max_length=200)
