"""Votes, authority, money and shares."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from thidua import law
from thidua.kernel import money
from thidua.kernel.errors import Cannot
from thidua.law.offices import CHAINS
from thidua.law.parameters import parameter_names
from thidua.modules.rulebook.sheets.parts import Row, Section, row
from thidua.modules.rulebook.words import LEVELS, OFFICES


def votes(book: law.Book, honour: str, on: date) -> Section:
    rule = law.vote_rule(book, honour, on)
    silence = _("The law that is loaded sets no share: a local rule or the council's own does.")
    if rule is None:
        return Section("votes", (), silence)
    share = _("at least %(percent)s%% of all members of the council") % {"percent": int(rule.share * 100)}
    found = row("share", _("Share in favour"), share, cites=[rule.cite], confidence=rule.confidence)
    return Section("votes", (found,))


def authority(book: law.Book, honour: str, on: date) -> Section:
    """For each level that a candidate may stand at; one row where all levels have the same decider."""
    silence = _("The law that is loaded names no decider for these levels.")
    rows = tuple(_offices(book, honour, on))
    if len(rows) > 1 and len({(found.value, found.note, found.cites) for found in rows}) == 1:
        rows = (_for_all(rows[0]),)
    return Section("authority", rows, silence)


def _for_all(found: Row) -> Row:
    return Row(
        "level.all",
        _("Every level"),
        found.value,
        found.cites,
        found.confidence,
        note=found.note,
        numbers=found.numbers,
    )


def _offices(book: law.Book, honour: str, on: date) -> Iterator[Row]:
    for level in CHAINS:
        office = law.decider(book, honour, level, on)
        if office is None or (level == "huyen" and on >= _without_districts()):
            continue
        ahead = law.proposer(book, honour, level, on)
        note = _proposes(ahead, level)
        cites = [*office.cites, *(ahead.cites if ahead else ())]
        yield row(
            f"level.{level}",
            LEVELS[level],
            OFFICES[office.code],
            cites=cites,
            confidence=office.confidence,
            note=note,
        )


def _proposes(ahead: law.Authority | None, level: str) -> str:
    if ahead is None:
        return ""
    if ahead.code == level:
        return _("the same level proposes")
    return _("%(office)s proposes") % {"office": OFFICES[ahead.code]}


def _without_districts() -> date:
    """The first day: decree 129/2025 began as the districts ended."""
    since = law.instrument("129/2025/NĐ-CP").since
    assert since is not None
    return since


def prize(book: law.Book, honour: str, kind: str, on: date) -> Section:
    """The multiple, the base salary of the day, the amount, who pays."""
    rows = tuple(_money(book, honour, kind, on))
    return Section("prize", rows, _("No value is loaded for this day."))


def _money(book: law.Book, honour: str, kind: str, on: date) -> Iterator[Row]:
    for issuer in ("xa", None) if honour == "GK" else (None,):
        item = law.PrizeItem(honour, kind, issuer=issuer)  # type: ignore[arg-type]
        try:
            line = law.prize(book, [item], on).lines[0]
        except Cannot:
            return
        yield _amount(line, issuer)
    yield _salary(book, on)
    for office in law.competent("pay", honour, on) or ():
        yield row(
            "pays", _("Who pays"), OFFICES[office.code], cites=office.cites, confidence=office.confidence
        )


def _amount(line: law.PrizeLine, issuer: str | None) -> Row:
    label = _("Giấy khen of a commune's chairperson") if issuer else _("Amount")
    if line.amount is None or line.factor is None:
        value, note = _("not settled"), _("The norm gives a ceiling only, or its value is not known.")
    else:
        factor = f"{float(line.factor):g}".replace(".", ",")
        value = money.dong(line.amount)
        note = _("%(factor)s times the base salary, rounded up to 10.000 đ") % {"factor": factor}
    key = f"amount.{issuer or 'all'}"
    return row(key, label, value, cites=line.cites, confidence=line.confidence, note=note)


def _salary(book: law.Book, on: date) -> Row:
    found = book.value("base_salary", on)
    assert found is not None  # without it there is no prize
    return row(
        "base_salary",
        _("Base salary of the day"),
        money.dong(int(found.value)),
        cites=[found.cite],
        confidence=found.confidence,
    )


def quotas(book: law.Book, honour: str, on: date) -> Section:
    rows = tuple(_shares(book, honour, on))
    return Section("quota", rows, _("The law that is loaded sets no share; a local rule may."))


def _shares(book: law.Book, honour: str, on: date) -> Iterator[Row]:
    for name in parameter_names():
        if not name.startswith(f"quotas/{honour}-of-"):
            continue
        found = book.value(name, on)
        of = name.rpartition("-of-")[2]
        if found is not None:
            value = (
                _("at most %(percent)s%%") % {"percent": found.value} if found.value else _("no share is set")
            )
            label = _("Of those with %(honour)s") % {"honour": law.honour(of).short_vi}
            yield row(f"of.{of}", label, value, cites=[found.cite], confidence=found.confidence)
