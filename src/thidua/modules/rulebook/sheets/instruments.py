"""The instruments that the rows rest on: since when, until when, read how."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thidua import law
from thidua.modules.rulebook.sheets.parts import Row, Section, row
from thidua.modules.rulebook.words import day_label


def instruments(book: law.Book, numbers: Iterable[str], on: date) -> Section:
    known = book.instruments
    found = [known[number] for number in numbers if number in known]
    found.sort(key=lambda each: (each.since or date.min, each.number))
    return Section("instruments", tuple(_row(each, on) for each in found))


def _row(found: law.Instrument, on: date) -> Row:
    return row(
        found.number,
        found.name_vi,
        _span(found),
        cites=[],
        confidence=law.Confidence(found.confidence),
        note=_state(found, on),
    )


def _span(found: law.Instrument) -> str:
    since = _("from %(day)s") % {"day": day_label(found.since)} if found.since else ""
    until = _("to before %(day)s") % {"day": day_label(found.until)} if found.until else ""
    return " ".join(part for part in (since, until) if part) or "—"


def _state(found: law.Instrument, on: date) -> str:
    said = [found.note_vi] if found.note_vi else []
    if found.until and found.until <= on:
        said.insert(0, _("ended"))
    elif found.since and found.since > on:
        said.insert(0, _("not yet in force"))
    return ", ".join(said)
