"""Which form an entry of a rule has, and what may be added."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from thidua import law
from thidua.law.local import KIND_ARGUMENTS, OF_COMMUNES
from thidua.law.local.named import parts_of
from thidua.modules.rulebook.entry import words
from thidua.modules.rulebook.entry.forms import (
    ADDED,
    OPEN_POINTS,
    ConditionForm,
    CriterionForm,
    Entry,
    InstrumentForm,
    Row,
)
from thidua.modules.rulebook.entry.paths import CannotFindEntry
from thidua.modules.rulebook.entry.values import (
    FAMILIES,
    DeadlineForm,
    DecidersForm,
    OwnHonourForm,
    PapersForm,
    ValueForm,
)

SIMPLE: dict[str, type[Entry]] = {
    "criteria": CriterionForm,
    "deadlines": DeadlineForm,
    "papers": PapersForm,
    "deciders": DecidersForm,
    "honours": OwnHonourForm,
}


# What the conditions of a criterion are, by the value of its field.
OPEN_OR_ADDED = {
    **{f"replaces:{code}": label for code, label in OPEN_POINTS.items()},
    **{f"adds:{code}": label for code, label in ADDED.items()},
}


@dataclass(frozen=True, slots=True)
class Addition:
    """One way to add: to which list, and (of values and conditions) of which sort."""

    label: str
    path: str
    sort: str = ""


def additions(*, of_commune: bool = False) -> list[Addition]:
    """What the law leaves to a province, or the little that it leaves to a commune."""
    values = [Addition(str(label), "values", family) for family, label in FAMILIES.items()]
    others = {section: Addition(str(form.title), section) for section, form in SIMPLE.items()}

    if of_commune:
        return [*(each for each in values if each.sort in OF_COMMUNES), others["deadlines"]]
    return [others.pop("criteria"), *values, *others.values()]


def form_of(path: str, sort: str, book: law.Book, *, row: Row | None = None, data: Any = None) -> Entry:
    """The form of an entry, or (without a row) of one to be added to the list of this path."""
    named = [step for step in path.split(".") if not step.isdigit()]
    if named[-1] in ("conditions", "parts"):
        return _condition(str(row.get("kind", "")) if row else sort, book, row, data)
    if named[-1] == "values":
        family = (parts_of(str(row.get("name", ""))) or ("",))[0] if row else sort
        if family not in FAMILIES:
            raise CannotFindEntry(_("This value is only to be mended in the text (YAML)."))
        return ValueForm(data, family=family, row=row, book=book)
    return SIMPLE[named[-1]](data, row=row, book=book)


def _condition(kind: str, book: law.Book, row: Row | None, data: Any) -> ConditionForm:
    if kind not in KIND_ARGUMENTS:
        raise CannotFindEntry(_("This condition is only to be mended in the text (YAML)."))
    return ConditionForm(data, kind=kind, row=row, book=book)


def title_of(form: Entry) -> str:
    if isinstance(form, ConditionForm):
        return str(dict(words.kinds_of_condition())[form.kind])
    return str(FAMILIES[form.family]) if isinstance(form, ValueForm) else str(form.title)


__all__ = ["InstrumentForm", "additions", "form_of", "title_of"]
