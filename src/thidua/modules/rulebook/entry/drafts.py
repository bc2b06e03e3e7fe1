"""A draft's data between its text and the entry forms, and the faults of one entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.law.conditions import KINDS
from thidua.law.local import KIND_ARGUMENTS, Fault, faults_of
from thidua.law.local.building import Source, arguments_of, term_of, value_of
from thidua.modules.rulebook.actions import content_of
from thidua.modules.rulebook.books import read
from thidua.modules.rulebook.entry import words
from thidua.modules.rulebook.entry.catalogue import OPEN_OR_ADDED
from thidua.modules.rulebook.entry.forms import ADDED, OPEN_POINTS, Entry, Row
from thidua.modules.rulebook.entry.paths import CannotFindEntry, Content, anchor, place
from thidua.modules.rulebook.models import LocalRule
from thidua.modules.rulebook.sheets.local import honour_name, term_row, value_row
from thidua.modules.rulebook.words import KINDS as RECIPIENTS
from thidua.modules.rulebook.words import OFFICES, PAPERS, joined

# What an entry that holds others may still lack while it is being entered.
UNFINISHED = ("conditions", "parts")


def content_for_forms(rule: LocalRule) -> Content:
    """The data; refused where the text is no YAML a form could go on with."""
    content = content_of(rule.text)
    if not isinstance(content, Mapping) or not isinstance(content.get("instrument"), Mapping):
        raise CannotFindEntry(_("The text cannot be read field by field: mend it in the text (YAML) first."))
    return dict(content)


def book_of(rule: LocalRule) -> law.Book:
    """The law with the rule itself, so that a form of the place's own can be chosen."""
    return law.composed((read(rule.text, rule.until),)) if rule.digest else law.national_book()


def say_faults(form: Entry, content: Content, path: str) -> None:
    """The checker's own faults of this entry, each at its field."""
    prefix = path if path == "instrument" else place(path)
    for fault in faults_of(_finished(content)):
        if fault.place == prefix:
            form.add_error(None, said(fault, form.book))
        elif fault.place.startswith(f"{prefix}."):
            key = fault.place.removeprefix(f"{prefix}.").partition(".")[0].partition("[")[0]
            if key not in UNFINISHED:
                form.add_error(form.field_of(key), said(fault, form.book))


def said(fault: Fault, book: law.Book) -> str:
    """A fault with its remedy; the codes of the text (YAML) become the words that the form shows."""
    spoken = {**OPEN_POINTS, **ADDED, "replaces": _("in place of"), "adds": _("besides")}
    spoken |= {code: honour.short_vi for code, honour in book.honours.items()}
    words = f"{fault.what}. {fault.remedy}".strip()
    return CODE.sub(lambda found: str(spoken.get(found[0], found[0])), words)


# The place of each fault in the text, and the fault in words.
Said = list[tuple[str, str]]

CODE = re.compile(r"[A-Za-z_]+")
STILL_TO_COME: Row = {"kind": "presumed", "vi": "…"}


def _finished(value: Any) -> Any:
    """With a stand-in in lists still to be filled, so that what the law refuses is said before they are."""
    if isinstance(value, Mapping):
        filled = {key: _finished(item) for key, item in value.items()}
        return filled | {key: [STILL_TO_COME] for key in UNFINISHED if filled.get(key) == []}
    return [_finished(item) for item in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Point:
    """One entry as it is listed: `below` is the path of the list that it may hold."""

    path: str
    label: str
    value: str
    provision: str
    depth: int
    faults: tuple[str, ...]
    below: str = ""

    @property
    def anchor(self) -> str:
        return anchor(self.path)


def points(content: Content, book: law.Book) -> Iterator[Point]:
    """Every entry in order, a draft's faults beside it; what cannot be read is listed as it is written."""
    faults = [(fault.place, said(fault, book)) for fault in faults_of(content)]
    for section in ("criteria", "values", "deadlines", "papers", "deciders", "honours"):
        rows = content.get(section)
        for n, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, Mapping):
                yield from _entry(dict(row), f"{section}.{n}", content, book, faults)


def _entry(row: Row, path: str, content: Content, book: law.Book, faults: Said) -> Iterator[Point]:
    section = path.partition(".")[0]
    label, value = _said(section, row, content, book)
    below = f"{path}.conditions" if section == "criteria" else ""
    yield Point(path, label, value, _provision(row), 0, _own(faults, path), below)
    if below:
        yield from _conditions(row.get("conditions"), below, 1, faults)


def _conditions(rows: object, path: str, depth: int, faults: Said) -> Iterator[Point]:
    for n, row in enumerate(rows if isinstance(rows, list) else ()):
        if not isinstance(row, Mapping):
            continue
        here = f"{path}.{n}"
        holds = row.get("kind") in ("all_of", "one_of", "none_of")
        below = f"{here}.parts" if holds else ""
        yield Point(here, sentence(dict(row)), "", _provision(row), depth, _own(faults, here), below)
        if holds:
            yield from _conditions(row.get("parts"), below, depth + 1, faults)


def _own(faults: Said, path: str) -> tuple[str, ...]:
    """Not those of the entries below, which are said there."""
    prefix = place(path)
    inner = (f"{prefix}.conditions[", f"{prefix}.parts[")
    mine = (each for each in faults if each[0] == prefix or each[0].startswith(f"{prefix}."))
    return tuple(words for place_of_fault, words in mine if not place_of_fault.startswith(inner))


def _provision(row: Mapping[str, object]) -> str:
    cite = law.Cite.parse(f"x {row['at']}") if row.get("at") else None
    if cite is None:
        return ""
    return (cite.label_en() if words.language() else cite.label_vi()).partition(", ")[2]


def sentence(row: Row) -> str:
    """A condition in words; where its arguments don't hold, the name of its kind."""
    kind = str(row.get("kind", ""))
    if kind not in KIND_ARGUMENTS or kind not in KINDS:
        return kind or "?"
    try:
        vi, en = KINDS[kind].sentences(arguments_of(row, kind))
    except (KeyError, TypeError, ValueError, AttributeError):
        return str(dict(words.kinds_of_condition())[kind])
    return en if words.language() else vi


def _said(section: str, row: Row, content: Content, book: law.Book) -> tuple[str, str]:
    try:
        return SAID[section](row, content, book)
    except (KeyError, TypeError, ValueError, AttributeError, Cannot):
        return str(row.get("name") or row.get("honour") or row.get("step") or section), ""


def _source(content: Content) -> Source:
    return Source({"number": "x", "confidence": "text"} | dict(content["instrument"]))


def _criterion(row: Row, _content: Content, book: law.Book) -> tuple[str, str]:
    role = f"replaces:{row['replaces']}" if row.get("replaces") else f"adds:{row.get('adds', '')}"
    kind = RECIPIENTS.get(str(row.get("kind")), row.get("kind"))
    return f"{honour_name(str(row['honour']), book)} · {kind}", str(OPEN_OR_ADDED.get(role, ""))


def _value(row: Row, content: Content, book: law.Book) -> tuple[str, str]:
    shown = value_row(value_of(row, _source(content)), book)
    return f"{shown.label}{f' ({shown.note})' if shown.note else ''}", shown.value


def _term(row: Row, content: Content, book: law.Book) -> tuple[str, str]:
    shown = term_row(term_of(row, _source(content), content["instrument"]), book)
    return f"{shown.label}{f' ({shown.note})' if shown.note else ''}", shown.value


def _papers(row: Row, _content: Content, book: law.Book) -> tuple[str, str]:
    return f"{_('Papers of the dossier')}: {honour_name(row['honour'], book)}", joined(
        PAPERS, list(row["documents"])
    )


def _deciders(row: Row, _content: Content, book: law.Book) -> tuple[str, str]:
    return f"{_('Who decides')}: {honour_name(row['honour'], book)}", joined(OFFICES, list(row["offices"]))


def _honour(row: Row, _content: Content, _book: law.Book) -> tuple[str, str]:
    return f"{row['vi']} ({row['code']})", joined(RECIPIENTS, list(row["to"]))


SAID = {
    "criteria": _criterion,
    "values": _value,
    "deadlines": _term,
    "papers": _papers,
    "deciders": _deciders,
    "honours": _honour,
}
