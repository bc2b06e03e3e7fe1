"""The file, the terms and the publication."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.law.offices import CHAINS
from thidua.law.papers import CONDITIONS_VI, cites_of
from thidua.modules.rulebook.sheets.parts import Row, Section, row
from thidua.modules.rulebook.words import LEVELS, PAPERS, UNITS


def papers(book: law.Book, honour: str, kind: str, on: date) -> Section:
    rows = (*_papers(book, honour, kind, on), *_sets(book, honour, on))
    return Section("papers", rows, _("No list is loaded for this day."))


def _papers(book: law.Book, honour: str, kind: str, on: date) -> Iterator[Row]:
    try:
        needs = law.required_papers(book, honour, kind, on)
    except Cannot:
        return
    cites = cites_of(book, honour, on)
    for need in needs:
        yield row(
            f"paper.{need.code}",
            PAPERS.get(need.code, need.label_vi),
            "",
            cites=cites or [need.cite],
            confidence=need.confidence,
            note=_condition(need.condition),
        )


def _condition(condition: str) -> str:
    said = {
        CONDITIONS_VI["invention"]: _("when the achievement is an invention, an initiative or a work"),
        CONDITIONS_VI["feat"]: _(
            "when a feat, a great contribution, an invention or a work is to be confirmed"
        ),
    }
    return said.get(condition, condition)


def _sets(book: law.Book, honour: str, on: date) -> Iterator[Row]:
    found = law.sets_needed(book, honour, on)
    if found:
        value = _("%(n)s original") % {"n": f"{found.n:02d}"}
        yield row("sets", _("Sets"), value, cites=[found.cite], confidence=found.confidence)


def terms(book: law.Book, honour: str, kind: str, on: date) -> Section:
    rows = tuple(_terms(book, honour, kind, on))
    return Section("terms", rows, _("No term is loaded for this day; a local rule may set one."))


def _terms(book: law.Book, honour: str, kind: str, on: date) -> Iterator[Row]:
    submit = law.deadline(book, "submit", on, honour=honour, kind=kind, year=on.year - 1)
    if submit:
        yield _term("submit", _("Proposal for a year's merit"), submit)
    central = book.honour(honour).level in ("ttg", "chinh_phu", "ctn")
    appraised = law.appraisal_days(book, honour, "central", on) if central else None
    if appraised:
        yield _term("appraise", _("Appraisal by the central body"), appraised)
    for level in CHAINS:
        found = law.deadline(book, "decide", on, honour=honour, level=level, kind=kind, consult=False)
        if found:
            yield _term(f"decide.{level}", _("Decision, level: %(level)s") % {"level": LEVELS[level]}, found)


def _term(key: str, label: str, term: law.Term) -> Row:
    if term.last_day:
        value = _("by %(day)s of the year after") % {"day": f"{term.last_day:%d/%m}"}
    else:
        value = UNITS[term.unit] % {"n": term.days}
    return row(key, label, value, cites=[term.cite], confidence=term.confidence)


def publicity(book: law.Book, honour: str, on: date) -> Section:
    rows = tuple(_places(book, honour, on))
    return Section("publicity", rows, _("The law that is loaded asks for none; a local rule may."))


def _places(book: law.Book, honour: str, on: date) -> Iterator[Row]:
    places = {
        "portal": _("On the central portal"),
        "province": _("By the proposing body"),
        "village": _("In the village or residential group"),
    }
    for where, label in places.items():
        found = law.publication(book, honour, where, on)
        if found:
            value = UNITS[found.unit] % {"n": found.n}
            yield row(f"where.{where}", label, value, cites=[found.cite], confidence=found.confidence)
