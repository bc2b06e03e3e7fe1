"""Forms for the other entries: values with their unit, terms, papers, who decides, a place's own forms."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.law.local.arguments import LAUNCHED_BY
from thidua.law.local.named import parts_of
from thidua.law.local.shape import DOCUMENTS, LEVELS, STEPS
from thidua.modules.rulebook.entry import words
from thidua.modules.rulebook.entry.fields import provision_fields
from thidua.modules.rulebook.entry.forms import Entry, Row, choice, several
from thidua.modules.rulebook.words import PAPERS, Words
from thidua.modules.rulebook.words import STEPS as STEP_NAMES

FAMILIES: Words = {
    "quotas": _("Largest share or number"),
    "votes": _("Share of votes in favour"),
    "prizes": _("Prize"),
    "topups": _("On top of the prize, times the base salary"),
    "topups_vnd": _("On top of the prize, in đồng"),
    "sets": _("Sets of the dossier"),
    "publicity": _("How long names are shown"),
    "councils": _("Members of the council who must be present"),
}
UNITS: Words = {
    "quotas": _("Percent (a number where it is of a year)"),
    "votes": _("Percent of all members of the council"),
    "prizes": _("Times the base salary (0,3)"),
    "topups": _("Times the base salary (0,3)"),
    "topups_vnd": _("Đồng"),
    "sets": _("Sets"),
    "publicity": _("Days"),
    "councils": _("A part of the members (2/3)"),
}
OF: Words = {
    "members": _("of all members"),
    "collectives": _("of all collectives"),
    "year": _("a year (a number)"),
}
WHERE: Words = {
    "province": _("by the proposing body"),
    "village": _("in the village or residential group"),
    "portal": _("on the portal"),
}
WHAT: Words = {"present": _("at sittings that consider honours"), "quorum": _("at every sitting")}
DAY_UNITS: Words = {"working_day": _("working days"), "day": _("days")}
WRITTEN_AS_TEXT = ("prizes", "topups", "councils")


class ValueForm(Entry):
    """One value of a family; its name is put together from what is chosen."""

    title = _("Value")
    keys: ClassVar[tuple[str, ...]] = ("name", "value", "levels", "kinds")

    def __init__(self, data: Any = None, *, family: str, row: Row | None = None, book: Any) -> None:
        self.family = family
        super().__init__(data, row=row, book=book)

    def choose(self) -> None:
        listed = words.honours(self.book)
        fields: dict[str, forms.Field] = {}
        if self.family != "councils":
            fields["honour"] = choice(_("Honour"), listed)
        if self.family == "quotas":
            fields["of"] = choice(_("Out of"), [*OF.items(), *listed])
        if self.family == "publicity":
            fields["where"] = choice(_("Where"), WHERE.items())
        if self.family == "councils":
            fields["what"] = choice(_("At which sittings"), WHAT.items())
        fields["value"] = forms.CharField(
            label=str(UNITS[self.family]), max_length=20, required=self.family != "prizes"
        )
        if self.family == "publicity":
            fields["unit"] = choice(_("Unit"), DAY_UNITS.items())
        fields["levels"] = several(_("For these levels only"), words.levels(LEVELS))
        fields["kinds"] = several(_("For these recipients only"), words.kinds())
        self.fields |= {**fields, **provision_fields()}

    def shown(self, row: Row) -> dict[str, Any]:
        _family, named = parts_of(str(row.get("name", ""))) or ("", {})
        value = "" if row.get("value") is None else str(row["value"])
        number, _sep, unit = value.partition(" ")
        told = {
            "value": number.replace(".", ",") if self.family in ("prizes", "topups") else number,
            "unit": unit,
        }
        return super().shown(row) | dict(named) | told

    def said(self) -> Row:
        return super().said() | {"name": self._name(), "value": self._value()}

    def row(self) -> Row:
        """A multiple that nobody knows is written as such."""
        said = super().row()
        return said if "value" in said else {"name": said.pop("name"), "value": None, **said}

    def _name(self) -> str:
        given = self.cleaned_data
        if self.family == "councils":
            return f"councils/{given['what']}"
        if self.family == "publicity":
            return f"publicity/{given['where']}-{given['honour']}"
        of = f"-of-{given['of']}" if self.family == "quotas" else ""
        return f"{self.family}/{given['honour']}{of}"

    def _value(self) -> Any:
        """As the YAML writes it: numbers as numbers, multiples and parts as text."""
        typed = str(self.cleaned_data.get("value") or "").strip().replace(",", ".")
        if self.family == "publicity":
            return f"{typed} {self.cleaned_data.get('unit', '')}"
        plain = typed.replace(".", "") if self.family == "topups_vnd" else typed
        if self.family in WRITTEN_AS_TEXT or not plain.isdigit():
            return typed or None
        return int(plain)

    def field_of(self, key: str) -> str | None:
        if key == "name":
            return "honour" if "honour" in self.fields else "what"
        return super().field_of(key)


class DeadlineForm(Entry):
    """So many days, or a day of the year."""

    title = _("Term")
    keys = (
        "step",
        "honours",
        "levels",
        "kinds",
        "days",
        "unit",
        "month_day",
        "years_after",
        "sector",
        "for_year",
    )
    step = choice(_("Step"), [(step, STEP_NAMES.get(step, step)) for step in STEPS])
    honours = several(_("Honours"), [], required=True)
    levels = several(_("For these levels only"), [])
    kinds = several(_("For these recipients only"), [])
    days = forms.IntegerField(label=_("Number of days"), required=False)
    unit = choice(_("Unit"), DAY_UNITS.items(), required=False)
    day = forms.CharField(label=_("Or a day of the year (dd/mm)"), required=False, max_length=5)
    years_after = forms.IntegerField(label=_("Years after the year of merit"), required=False)
    sector = choice(_("For this sector only"), [("education", _("education"))], required=False)
    for_year = forms.IntegerField(label=_("For the merit of this year only"), required=False)

    def choose(self) -> None:
        flat = [pair for _label, group in words.honours(self.book) for pair in group]
        for name, listed in (("honours", flat), ("levels", words.levels(LEVELS)), ("kinds", words.kinds())):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = listed
        self.fields |= provision_fields()

    def shown(self, row: Row) -> dict[str, Any]:
        month, _sep, day = str(row.get("month_day") or "").partition("-")
        return super().shown(row) | {"day": f"{day}/{month}" if day else ""}

    def said(self) -> Row:
        day, _sep, month = str(self.cleaned_data.get("day") or "").partition("/")
        return super().said() | {"month_day": f"{month.zfill(2)}-{day.zfill(2)}" if day else None}

    def field_of(self, key: str) -> str | None:
        return "day" if key == "month_day" else super().field_of(key)


class PapersForm(Entry):
    """The papers of a dossier: each always, or when it is needed."""

    title = _("Papers of the dossier")
    keys = ("honour", "documents")
    honour = choice(_("Honour"), [])

    def choose(self) -> None:
        self.offer("honour", words.honours(self.book))
        for code in DOCUMENTS:
            hint = _("“always”, or in words when it is needed; empty where it is not asked for")
            self.fields[f"paper_{code}"] = forms.CharField(
                label=PAPERS.get(code, code), required=False, max_length=200, help_text=hint
            )
        self.fields |= provision_fields()

    def shown(self, row: Row) -> dict[str, Any]:
        known: Mapping[str, str] = row.get("documents") or {}
        return super().shown(row) | {f"paper_{code}": _shown_when(when) for code, when in known.items()}

    def said(self) -> Row:
        given = {code: self.cleaned_data.get(f"paper_{code}") for code in self._in_order()}
        return super().said() | {"documents": {code: _when(when) for code, when in given.items() if when}}

    def _in_order(self) -> list[str]:
        """As the rule lists them, new ones behind."""
        return list(dict.fromkeys([*(self.old.get("documents") or {}), *DOCUMENTS]))

    def field_of(self, key: str) -> str | None:
        return f"paper_{DOCUMENTS[0]}" if key == "documents" else super().field_of(key)


ALWAYS = "luôn có"


def _shown_when(when: str) -> str:
    return ALWAYS if when == "always" else when


def _when(typed: str) -> str:
    return "always" if typed.strip().casefold() in (ALWAYS, "always") else typed.strip()


class DecidersForm(Entry):
    title = _("Who decides")
    keys = ("honour", "offices")
    honour = choice(_("Honour of the place's own"), [])
    offices = several(_("Offices, the lowest first"), [], required=True)

    def choose(self) -> None:
        self.offer("honour", words.honours(self.book))
        field = self.fields["offices"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = words.options(LAUNCHED_BY)
        self.fields |= provision_fields()


class OwnHonourForm(Entry):
    title = _("A form of the place's own")
    keys = ("code", "vi", "en", "short", "nature", "to", "level", "years", "certificate")
    code = forms.CharField(label=_("Code (capital letters, with an underscore)"), max_length=20)
    vi = forms.CharField(label=_("Name in Vietnamese"), max_length=200)
    en = forms.CharField(label=_("Name in English"), required=False, max_length=200)
    short = forms.CharField(label=_("Short name"), required=False, max_length=60)
    to = several(_("For whom"), [], required=True)
    level = choice(_("Given by"), [])
    years = forms.IntegerField(label=_("Years of merit it honours"), required=False)
    certificate = forms.CharField(label=_("What is handed over"), required=False, max_length=200)

    def choose(self) -> None:
        field = self.fields["to"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = words.kinds()
        self.offer("level", words.levels(("tinh", "xa")))
        self.fields |= provision_fields()

    def said(self) -> Row:
        return super().said() | {"nature": "form"}
