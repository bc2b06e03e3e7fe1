"""A stored local rule as it is read: each value and condition with its provision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.law.local import Criterion, LocalRules, LocalTerm, LocalValue
from thidua.law.local.named import parts_of
from thidua.law.lookup import standard_of
from thidua.modules.rulebook.sheets.conditions import rows_of
from thidua.modules.rulebook.sheets.parts import Row, Section, row
from thidua.modules.rulebook.words import KINDS, LEVELS, OFFICES, PAPERS, STEPS, UNITS, joined, name_of


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    note: str
    rows: tuple[Row, ...]


def groups(rules: LocalRules) -> Iterator[Group]:
    book = law.composed((rules,))
    for criterion in rules.criteria:
        yield _criterion(criterion, rules, book)
    for title, rows in (
        (_("Values"), [value_row(item, book) for item in rules.values]),
        (_("Terms"), [term_row(item, book) for item in rules.deadlines]),
        (_("Papers of the dossier"), list(_papers(rules, book))),
        (_("Who decides"), list(_deciders(rules, book))),
        (_("The place's own forms"), list(_honours(rules))),
    ):
        if rows:
            yield Group(title, "", tuple(rows))


def settled_here(book: law.Book, honour: str, kind: str, on: date) -> Iterator[Section]:
    """What the place has set for this honour, and whether everybody or some offices only; its criteria stand
    among the conditions. No section where nobody chose a place with rules.
    """
    if book.local:
        rows = tuple(line for rules in book.standing(on) for line in _of_honour(rules, book, honour, kind))
        yield Section("local", rows, _("No rule of the place that stands on this day names it."))


def _of_honour(rules: LocalRules, book: law.Book, honour: str, kind: str) -> Iterator[Row]:
    for value in rules.values:
        family, named = parts_of(value.name) or ("", {})
        is_meant = named.get("honour", honour if family == "councils" else "") == honour
        if is_meant and (not value.kinds or kind in value.kinds):
            yield value_row(value, book)
    yield from (term_row(term, book) for term in rules.deadlines if honour in term.row["honours"])
    yield from (line for line in _papers(rules, book) if line.key == honour)
    yield from (line for line in _deciders(rules, book) if line.key == honour)


def honour_name(code: str, book: law.Book) -> str:
    try:
        return name_of(book.honour(code))
    except Cannot:
        return code


def _criterion(item: Criterion, rules: LocalRules, book: law.Book) -> Group:
    title = f"{honour_name(item.honour, book)} · {KINDS[item.kind]}"
    read = tuple(standard_of(condition, rules.since) for condition in item.conditions)
    return Group(title, _place_of(item), tuple(rows_of(read)))


def _place_of(item: Criterion) -> str:
    if item.replaces:
        return _("Takes the place of the point that the law leaves open")
    if item.adds == "obstacles":
        return _("Besides what the law says stands in the way")
    return _("Besides what the law asks") if item.adds else _("All that this honour asks")


def value_row(item: LocalValue, book: law.Book) -> Row:
    family, named = parts_of(item.name) or ("", {})
    code = named.get("honour", "")
    kind = "numbers" if named.get("of") == "year" else family
    label = (
        f"{_families().get(kind, kind)}: {honour_name(code, book)}"
        if code
        else _("Members of the council who must be present")
    )
    narrowed = (
        _among(named.get("of"), book),
        joined(LEVELS, list(item.levels)),
        joined(KINDS, list(item.kinds)),
    )
    value = _said(family, named, item.value)
    note = "; ".join(filter(None, narrowed))
    return row(item.name, label, value, cites=[item.cite], confidence=item.confidence, note=note)


def _among(of: str | None, book: law.Book) -> str:
    """Of whom a share is taken."""
    if of is None or of == "year":
        return ""
    if of in ("members", "collectives"):
        return _("of all members") if of == "members" else _("of all collectives")
    return _("Of those with %(honour)s") % {"honour": honour_name(of, book)}


def _families() -> dict[str, str]:
    return {
        "votes": _("Share in favour"),
        "quotas": _("Largest share"),
        "numbers": _("Largest number a year"),
        "prizes": _("Prize"),
        "topups": _("On top of the prize"),
        "topups_vnd": _("On top of the prize"),
        "publicity": _("Publication"),
        "sets": _("Sets of the dossier"),
    }


def _said(family: str, named: object, value: object) -> str:
    if value is None:
        return _("not known yet")
    if family in ("prizes", "topups"):
        return _("%(n)s times the base salary") % {"n": str(value).replace(".", ",")}
    if family == "votes" or (family == "quotas" and isinstance(named, dict) and named.get("of") != "year"):
        return f"{value} %"
    if family == "publicity":
        days, unit = str(value).split(" ")
        return str(UNITS[unit]) % {"n": days}
    return str(value)


def term_row(item: LocalTerm, book: law.Book) -> Row:
    told = item.row
    names = ", ".join(honour_name(code, book) for code in told["honours"])
    cite, sure = law.Cite.parse(told["cite"]), law.Confidence(told["confidence"])
    label = f"{STEPS.get(item.step, item.step)}: {names}"
    note = joined(LEVELS, list(told.get("levels") or ()))
    return row(item.step, label, _term_said(told), cites=[cite], confidence=sure, note=note)


def _term_said(told: dict[str, object]) -> str:
    if "days" in told:
        return str(UNITS[str(told["unit"])]) % {"n": told["days"]}
    month, day = str(told["month_day"]).split("-")
    return _("by %(day)s/%(month)s each year") % {"day": day, "month": month}


def _papers(rules: LocalRules, book: law.Book) -> Iterator[Row]:
    for item in rules.papers:
        listed = joined(PAPERS, list(item.papers))
        label = honour_name(item.honour, book)
        yield row(item.honour, label, listed, cites=[item.cite], confidence=item.confidence)


def _deciders(rules: LocalRules, book: law.Book) -> Iterator[Row]:
    for item in rules.deciders:
        listed = joined(OFFICES, list(item.offices))
        label = honour_name(item.honour, book)
        yield row(item.honour, label, listed, cites=[item.cite], confidence=item.confidence)


def _honours(rules: LocalRules) -> Iterator[Row]:
    for item in rules.honours:
        kinds = joined(KINDS, list(item.honour.recipient))
        yield row(item.honour.code, name_of(item.honour), kinds, cites=[item.cite])
