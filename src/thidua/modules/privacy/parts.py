"""Plain data between modules and this one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.kernel.days import civil_day

SHOWN = "%d/%m/%Y"
# Fields whose name on the screens depends on the screen.
TITLES = {
    "organisation": _("Unit"),
    "period": _("Period"),
    "state": _("State"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """What one module holds of a person: a table in words, one row for each record."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A column that is no field: its title, and what it says of a row."""

    title: str | Promise
    of: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """`n_due` counts what is past its time and not yet forgotten: nought, where the nightly job has run."""

    what: str | Promise
    kept: str | Promise
    basis: str | Promise
    n_due: int


def section(title: str | Promise, rows: "QuerySet[Any]", *fields: "str | Told") -> Iterator[Section]:
    """A section of these fields under the names that the screens give them; nothing where there is no row."""
    titles = tuple(capfirst(_title(rows.model, field)) for field in fields)
    written = tuple(tuple(_words(row, field) for field in fields) for row in rows)
    if written:
        yield Section(str(title), titles, written)


def _title(model: type[Model], field: "str | Told") -> str:
    if isinstance(field, Told):
        return str(field.title)
    named = getattr(model._meta.get_field(field), "verbose_name", field)  # noqa: SLF001 -- as documented
    if isinstance(named, Promise):  # the framework makes a plain text of a field's own name
        return str(named)
    if field not in TITLES:
        message = f"{model.__name__}.{field} has no name that people read: say it with Told."
        raise LookupError(message)
    return str(TITLES[field])


def _words(row: Model, field: "str | Told") -> str:
    if isinstance(field, Told):
        return said(field.of(row))
    shown = getattr(row, f"get_{field}_display", None)
    return said(shown() if shown else getattr(row, field))


def said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = civil_day(value)
    if isinstance(value, date):
        return f"{value:{SHOWN}}"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Iterable) and not isinstance(value, str | Promise):
        return ", ".join(map(str, value))
    return str(value)
