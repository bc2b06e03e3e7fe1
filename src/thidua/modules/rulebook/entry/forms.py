"""One form for each kind of entry. `row` is the entry as the YAML writes it; keys no field shows are kept."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import DayInput, Form, dress
from thidua.modules.rulebook.entry import words
from thidua.modules.rulebook.entry.fields import (
    arguments,
    field_of,
    provision_fields,
    provision_shown,
    provision_written,
    shown,
    written,
)

Row = dict[str, Any]
DAYS = ["%d/%m/%Y", "%Y-%m-%d"]


class Entry(Form):
    """`keys` are those of the row that its fields stand for, in the order in which they are written."""

    keys: ClassVar[tuple[str, ...]] = ()
    title: ClassVar[Any] = ""

    def __init__(self, data: Any = None, *, row: Row | None = None, book: law.Book) -> None:
        self.old = row or {}
        self.book = book
        super().__init__(data, initial=self.shown(self.old))
        self.choose()

        for field in self.fields.values():
            if "class" not in field.widget.attrs:
                dress(field)

    def choose(self) -> None:
        """Fill the lists that depend on the place, and add what the entry needs."""

    def offer(self, name: str, choices: words.Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("choose") if field.required else _("not said")), *choices]

    def shown(self, row: Row) -> dict[str, Any]:
        return {**row, **provision_shown(row.get("at"))}

    def said(self) -> Row:
        """What the fields say, key by key."""
        given = {name: self.cleaned_data.get(name) for name in self.keys}
        return given | {"at": provision_written(self.cleaned_data)}

    def row(self) -> Row:
        said = {key: value for key, value in self.said().items() if value not in (None, "", [])}
        keys = {*self.keys, "at"}
        kept = {key: value for key, value in self.old.items() if key not in keys}
        return {**said, **kept}

    def field_of(self, key: str) -> str | None:
        """The field at which a fault of this key is said."""
        if key == "at":
            return "article"
        return key if key in self.fields else None


def choice(label: Any, choices: Any, *, required: bool = True) -> forms.ChoiceField:
    empty = [("", _("choose") if required else _("not said"))]
    return forms.ChoiceField(label=label, choices=[*empty, *choices], required=required)


def several(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    more = {"required": False} | more
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **more
    )


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, input_formats=DAYS, widget=DayInput(), **more)


def _read_day(value: Any) -> Any:
    """A day as a field shows it; what cannot be read as one is shown as it stands."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return value


class InstrumentForm(Entry):
    """The instrument: what it is, since when it stands, how well it was read."""

    title = _("The instrument")
    keys = (
        "number",
        "name",
        "issued",
        "since",
        "until",
        "confidence",
        "checked_on",
        "source",
        "note",
        "is_example",
    )
    number = forms.CharField(label=_("Number of the instrument"), max_length=60)
    name = forms.CharField(label=_("Title of the instrument"), max_length=300)
    issued = _day(_("Signed on"), required=False)
    since = _day(_("In force from"))
    until = _day(_("First day on which it no longer stands"), required=False)
    confidence = forms.ChoiceField(label=_("How well it was read"), choices=list(words.CONFIDENCES.items()))
    checked_on = _day(_("Compared with the text on"))
    source = forms.CharField(label=_("Where the text was read"), required=False, max_length=300)
    note = forms.CharField(label=_("Note"), required=False, max_length=300)
    is_example = forms.BooleanField(
        label=_("An example to try things with, not a real instrument"), required=False
    )

    def shown(self, row: Row) -> dict[str, Any]:
        days = {
            name: _read_day(row[name]) for name in ("issued", "since", "until", "checked_on") if name in row
        }
        return super().shown(row) | days

    def said(self) -> Row:
        given = {name: self.cleaned_data.get(name) for name in self.keys}
        return {key: value.isoformat() if isinstance(value, date) else value for key, value in given.items()}

    def row(self) -> Row:
        return {key: value for key, value in super().row().items() if value is not False}


ADDED = {
    "standards": _("asked besides what the law asks"),
    "obstacles": _("in the way besides what the law says"),
}
# The points that national rules leave open, by the code of the condition.
OPEN_POINTS = {
    "local_criteria": _("the standards that the law leaves to the place"),
    "production": _("effective production of those who are not graded (article 24 clause 3)"),
    "older_initiative": _("whether an initiative of an earlier year serves"),
}


class CriterionForm(Entry):
    title = _("Standards of an honour")
    keys = ("honour", "kind", "replaces", "adds")
    honour = choice(_("Honour"), [])
    kind = choice(_("For whom"), [])
    role = choice(_("What these conditions are"), [])

    def choose(self) -> None:
        self.offer("honour", words.honours(self.book))
        self.offer("kind", words.kinds())
        self.offer("role", list(self._roles()))
        self.fields |= provision_fields()

    def _roles(self) -> Iterator[tuple[str, Any]]:
        known = self.old.get("replaces")
        for code in dict.fromkeys([*OPEN_POINTS, *([known] if known else [])]):
            yield f"replaces:{code}", OPEN_POINTS.get(code, code)
        for code, label in ADDED.items():
            yield f"adds:{code}", label
        yield "own:", _("all that an honour of the place's own asks")

    def shown(self, row: Row) -> dict[str, Any]:
        role = next(
            (f"{key}:{row[key]}" for key in ("replaces", "adds") if row.get(key)), "own:" if row else ""
        )
        return super().shown(row) | {"role": role}

    def said(self) -> Row:
        key, _sep, code = self.cleaned_data["role"].partition(":")
        chosen = {each: code if key == each else None for each in ("replaces", "adds")}
        return super().said() | chosen

    def row(self) -> Row:
        return {**super().row(), "conditions": self.old.get("conditions") or []}

    def field_of(self, key: str) -> str | None:
        return "role" if key in ("replaces", "adds") else super().field_of(key)


class ConditionForm(Entry):
    """The fields are the arguments of its kind."""

    def __init__(self, data: Any = None, *, kind: str, row: Row | None = None, book: law.Book) -> None:
        self.kind = kind
        super().__init__(data, row=row, book=book)

    @property
    def keys(self) -> tuple[str, ...]:  # type: ignore[override]
        return (*arguments(self.kind), "by")

    def choose(self) -> None:
        for name, argument in arguments(self.kind).items():
            self.fields[name] = field_of(name, argument, self.book, self.old.get(name))
        self.fields["by"] = choice(_("Counts for this ground only"), words.GROUNDS.items(), required=False)
        self.fields |= provision_fields()

    def shown(self, row: Row) -> dict[str, Any]:
        known = arguments(self.kind)
        return super().shown(row) | {name: shown(known[name], row.get(name)) for name in known}

    def said(self) -> Row:
        known, given = arguments(self.kind), self.cleaned_data
        said = {name: written(argument, given.get(name)) for name, argument in known.items()}
        return {"kind": self.kind, **said, "by": given.get("by"), "at": provision_written(given)}

    def row(self) -> Row:
        kept = {key: value for key, value in self.old.items() if key in ("code", "confidence", "parts")}
        said = {key: value for key, value in self.said().items() if value not in (None, "", [])}
        code = {"code": kept.pop("code")} if "code" in kept else {}
        return {**code, **said, **kept}
