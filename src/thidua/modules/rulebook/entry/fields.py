"""Fields of the entry forms: one for each argument of a kind of condition, three for a provision."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.law.local import KIND_ARGUMENTS, Argument
from thidua.modules.rulebook.entry import words

MERITS = ("after", "fresh")
YES, NO = "co", "khong"


def label_of(argument: Argument) -> str:
    return argument.label_en if get_language() == "en" else argument.label_vi


def field_of(name: str, argument: Argument, book: law.Book, given: object) -> forms.Field:
    """`given` is what the rule says now: it may be chosen even where the list doesn't hold it."""
    asked: dict[str, Any] = {"label": label_of(argument), "required": argument.is_required}
    if argument.shape == "whole":
        return forms.IntegerField(**asked)
    if argument.shape == "truth":
        return forms.ChoiceField(choices=[("", _("not said")), (YES, _("yes")), (NO, _("no"))], **asked)
    if argument.shape == "choices":
        listed = words.options(argument.options)
        return forms.MultipleChoiceField(choices=listed, widget=forms.CheckboxSelectMultiple, **asked)
    if argument.shape == "choice":
        return forms.ChoiceField(choices=_with_none(words.options(argument.options), argument), **asked)
    if argument.shape == "series":
        listed = words.merits(book) if name in MERITS else words.series(book)
        return forms.ChoiceField(choices=_with_given(_with_none(listed, argument), given), **asked)
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(widget=widget, max_length=500, **asked)


def _with_none(choices: words.Choices, argument: Argument) -> words.Choices:
    return [("", _("choose") if argument.is_required else _("not said")), *choices]


def _with_given(choices: words.Choices, given: object) -> words.Choices:
    """Two facts joined by "|" are written in the YAML; the form leaves them as they are."""
    flat = {
        code
        for value, label in choices
        for code, _name in (label if isinstance(label, list) else [(value, "")])
    }
    return choices if not given or given in flat else [*choices, (str(given), str(given).replace("|", " / "))]


def written(argument: Argument, value: Any) -> Any:
    """A field's value as the rule writes it; None leaves the key out."""
    if argument.shape == "truth":
        return {YES: True, NO: False}.get(value)
    return value if value not in ("", []) else None


def shown(argument: Argument, value: Any) -> Any:
    return {True: YES, False: NO}.get(value, "") if argument.shape == "truth" else value


def arguments(kind: str) -> Mapping[str, Argument]:
    return KIND_ARGUMENTS[kind]


PROVISION = ("article", "clause", "point")


def provision_fields() -> dict[str, forms.Field]:
    return {
        "article": forms.CharField(label=_("Article number"), required=False, max_length=8),
        "clause": forms.CharField(label=_("Clause"), required=False, max_length=4),
        "point": forms.CharField(label=_("Point"), required=False, max_length=2),
    }


def provision_shown(at: object) -> dict[str, str]:
    article, *rest = str(at).split(".") if at else [""]
    clause = next((part for part in rest if part.isdigit()), "")
    return {
        "article": article,
        "clause": clause,
        "point": next((part for part in rest if not part.isdigit()), ""),
    }


def provision_written(given: Mapping[str, Any]) -> str | None:
    parts = [str(given.get(name) or "").strip() for name in PROVISION]
    return ".".join(part for part in parts if part) or None
