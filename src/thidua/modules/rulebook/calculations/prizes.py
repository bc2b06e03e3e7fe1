"""Tiền thưởng: what one recipient gets for awards decided together, what is not paid, and who pays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua import law
from thidua.foundation.forms import dress
from thidua.kernel import money
from thidua.modules.rulebook.calculations.form import CalculationForm, honour_field, not_given
from thidua.modules.rulebook.trial.form import NEWEST, OLDEST, count, tick
from thidua.modules.rulebook.words import KINDS, LEVELS, OFFICES, cites_label, name_of

ROWS, MORE, MOST = 4, 4, 16
# The columns of the table, by the name its fields begin with.
COLUMNS = {
    "hinh-thuc": gettext_lazy("Honour"),
    "cap": gettext_lazy("Level of whoever decides"),
    "tu": gettext_lazy("Merit from the year"),
    "den": gettext_lazy("to the year"),
    "kc": gettext_lazy("Resistance war"),
}


class PrizeForm(CalculationForm):
    doi_tuong = forms.ChoiceField(label=gettext_lazy("Who is honoured"), choices=list(KINDS.items()))

    def __init__(self, data: Mapping[str, Any] | None, *, today: date) -> None:
        super().__init__(data, today=today)
        self.columns = COLUMNS
        rows = {name: field for n in self.numbers for name, field in _row(n)}
        for field in rows.values():
            dress(field)
        self.fields |= rows

    @property
    def n_rows(self) -> int:
        written = str(self.data.get("so-dong", ""))
        n = int(written) if written.isascii() and written.isdigit() and len(written) < 4 else ROWS
        return min(max(n, ROWS) + (MORE if "them" in self.data else 0), MOST)

    @property
    def numbers(self) -> range:
        """Of the rows that are shown."""
        return range(1, self.n_rows + 1)

    def top_fields(self) -> Iterator[BoundField]:
        return (self[name] for name in ("ngay", "doi_tuong", "noi"))

    def rows(self) -> Iterator[tuple[int, list[BoundField]]]:
        for n in self.numbers:
            yield n, [self[f"{name}-{n}"] for name in COLUMNS]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        chosen = [n for n in self.numbers if given.get(f"hinh-thuc-{n}")]
        for n in chosen:
            self._check(n)
        if not chosen and not self.errors:
            self.add_error("hinh-thuc-1", _("Choose at least one honour."))
        return given

    def _check(self, n: int) -> None:
        given, field = self.cleaned_data, f"hinh-thuc-{n}"
        code, on, kind = given[field], given.get("ngay"), given.get("doi_tuong")
        since, until = given.get(f"tu-{n}"), given.get(f"den-{n}")
        if on and (why := not_given(code, on)):
            self.add_error(field, why)
        elif kind and kind not in law.honour(code).recipient:
            self.add_error(field, _("This honour is not for this recipient."))
        if until and (since is None or until < since):
            self.add_error(f"den-{n}", _("Write the first year too; the last one does not come before it."))

    def items(self) -> Iterator[law.PrizeItem]:
        for n in self.numbers:
            if self.cleaned_data.get(f"hinh-thuc-{n}"):
                yield self._item(n)

    def _item(self, n: int) -> law.PrizeItem:
        given = self.cleaned_data
        since = given[f"tu-{n}"]
        return law.PrizeItem(
            honour=given[f"hinh-thuc-{n}"],
            kind=given["doi_tuong"],
            for_years=(since, given[f"den-{n}"] or since) if since else None,
            issuer=given[f"cap-{n}"] or None,
            era="resistance" if given[f"kc-{n}"] else "renovation",
        )


def _row(n: int) -> Iterator[tuple[str, forms.Field]]:
    yield f"hinh-thuc-{n}", honour_field(required=False)
    levels = [("", "—"), *LEVELS.items()]
    yield f"cap-{n}", forms.ChoiceField(label=COLUMNS["cap"], choices=levels, required=False)
    yield f"tu-{n}", count(COLUMNS["tu"], NEWEST, OLDEST)
    yield f"den-{n}", count(COLUMNS["den"], NEWEST, OLDEST)
    yield f"kc-{n}", tick(COLUMNS["kc"])


@dataclass(frozen=True, slots=True)
class Line:
    """One award: what goes with it, or why nothing does."""

    name: str
    amount: int | None
    is_paid: bool
    why: str
    payers: str
    cites: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Prizes:
    """`total` None: an amount among those to be paid is not settled."""

    lines: tuple[Line, ...]
    total: int | None
    base_salary: int
    known: int


def answer(form: PrizeForm) -> Prizes:
    book, on = form.book, form.cleaned_data["ngay"]
    found = law.prize(book, list(form.items()), on)
    return Prizes(
        lines=tuple(_line(line, on) for line in found.lines),
        total=found.amount,
        base_salary=found.lines[0].base_salary,
        known=sum(line.amount or 0 for line in found.lines if line.paid),
    )


def _line(line: law.PrizeLine, on: date) -> Line:
    payers = law.competent("pay", line.item.honour, on) or ()
    is_money = line.paid and line.item.era != "resistance"
    return Line(
        name=name_of(law.honour(line.item.honour)),
        amount=line.amount,
        is_paid=line.paid,
        why=_why(line),
        payers=", ".join(str(OFFICES[office.code]) for office in payers) if is_money else "",
        cites=cites_label([*line.cites, *(cite for office in payers for cite in office.cites if is_money)]),
        confidence=line.confidence.value,
    )


def _why(line: law.PrizeLine) -> str:
    if line.instead:
        name = name_of(law.honour(line.instead))
        return _("Not paid: for the same period %(honour)s is paid") % {"honour": name}
    if line.item.era == "resistance":
        return _("Merit in a resistance war brings no prize")
    if line.factor is None:
        return _("The norm gives a ceiling only, or its value is not known.")
    factor = f"{float(line.factor):g}".replace(".", ",")
    said = _("%(factor)s times the base salary, rounded up to 10.000 đ") % {"factor": factor}
    return f"{said}; {_('the place adds')} {money.dong(line.local)}" if line.local else said
