"""What prizes the rest of the year will probably ask for, at today's law, against what the fund has.

For each honour and kind of recipient: n = max(awards of last year − awards of this year, candidates in open dossiers),
never less than 0, times the prize of today. Counted is what is paid: of titles that one recipient has for one period
only the highest. A prize the law at hand does not name stays unknown and is not summed.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Q, QuerySet, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.kernel.errors import Cannot
from thidua.law import Book, PrizeItem, prize
from thidua.modules.decisions.api import may_confer
from thidua.modules.dossiers.api import live_candidates
from thidua.modules.dossiers.models import CandidateState, DossierState
from thidua.modules.fund import queries
from thidua.modules.fund.models import Fund, PayList, PayState
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.api import in_force
from thidua.modules.register.models import Entry
from thidua.modules.rulebook import api as rulebook
from thidua.modules.rulebook.api import book, level_of

RecipientKind = Literal["individual", "collective", "household"]
KINDS: dict[RecipientKind, Promise] = {
    "individual": _("individual"),
    "collective": _("collective"),
    "household": _("household"),
}
Key = tuple[str, RecipientKind]
# What one recipient has for one period.
Together = tuple[RecipientKind, tuple[str, ...]]
# Decided, or no longer to be decided here.
CLOSED = (DossierState.DRAFT, DossierState.AT_HEAD, DossierState.DECIDED, DossierState.FORWARDED)
UNDECIDED = (CandidateState.PROPOSED, CandidateState.AGREED, CandidateState.PASSED)


@dataclass(frozen=True, slots=True)
class Expected:
    """One honour for one kind of recipient; `each` None: the law at hand names no prize."""

    honour: str
    kind: RecipientKind
    last_year: int
    this_year: int
    open: int
    each: int | None
    basis: str

    @property
    def name(self) -> str:
        return rulebook.honour(self.honour).name_vi

    @property
    def kind_name(self) -> str | Promise:
        return KINDS[self.kind]

    @property
    def n(self) -> int:
        return max(self.last_year - self.this_year, self.open, 0)

    @property
    def amount(self) -> int | None:
        return None if self.each is None else self.n * self.each


@dataclass(frozen=True, slots=True)
class Forecast:
    """`owed`: prizes already decided that no approved list keeps money for; `free`: what all sources still have."""

    rows: list[Expected]
    owed: int
    free: int

    @property
    def expected(self) -> int:
        return sum(row.amount or 0 for row in self.rows)

    @property
    def need(self) -> int:
        return self.owed + self.expected

    @property
    def left(self) -> int:
        return max(self.free - self.need, 0)

    @property
    def lacking(self) -> int:
        return max(self.need - self.free, 0)

    @property
    def n_unknown(self) -> int:
        return sum(row.n for row in self.rows if row.each is None)


def forecast(organisation: Organisation, fund: Fund | None, on: date) -> Forecast:
    by, level = book(organisation, on), level_of(organisation)
    last, this, coming = (
        _paid(rows, by, level, on)
        for rows in (
            _awarded(organisation, on.year - 1),
            _awarded(organisation, on.year),
            _open(organisation, on),
        )
    )
    rows = [
        Expected(honour, kind, last[honour, kind], this[honour, kind], coming[honour, kind], *_priced(by, honour, kind, level, on))
        for honour, kind in sorted({*last, *coming}, key=lambda key: (rulebook.honour(key[0]).rank, key))
    ]  # fmt: skip
    free = sum(one.free for one in queries.balances(fund)) if fund else 0
    owed = queries.still_to_list(organisation.pk) + _prepared(organisation)
    return Forecast([row for row in rows if row.n], owed, free)


def _awarded(organisation: Organisation, year: int) -> Counter[Together]:
    """Awards of this body in the year that still stand; an old one without a day counts in the year it is for."""
    of_year = Q(decided_on__year=year) | Q(decided_on__isnull=True, year=year)
    standing = in_force(Entry.objects.filter(of_year, chain__body=organisation))
    return _together(Entry.objects.filter(pk__in=standing.values("pk")), "year")


def _open(organisation: Organisation, on: date) -> Counter[Together]:
    """Candidates in dossiers sent to this body for honours it may confer, not decided and not turned down."""
    rows = live_candidates().filter(dossier__receiver=organisation, state__in=UNDECIDED)
    offered = rows.filter(honour__in=may_confer(organisation, on)).exclude(dossier__state__in=CLOSED)
    return _together(offered, "dossier__period_id")


def _together(rows: QuerySet[Any], period: str) -> Counter[Together]:
    """How many recipients have just these honours for one period; without a period each honour by itself."""
    honours: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    found: Counter[Together] = Counter()
    named = rows.order_by().values_list("honour", "person_id", "collective_id", "household_id", period)
    for honour, person, collective, household, when in named.iterator():
        kind: RecipientKind = "individual" if person else "collective" if collective else "household"
        if when is None:
            found[kind, (honour,)] += 1
        else:
            honours[kind, person or collective or household, when].add(honour)
    found.update((key[0], tuple(sorted(codes))) for key, codes in honours.items())
    return found


def _paid(found: Counter[Together], by: Book, level: str, on: date) -> Counter[Key]:
    counted: Counter[Key] = Counter()
    for (kind, honours), n in found.items():
        for honour in _of_them_paid(honours, kind, by, level, on):
            counted[honour, kind] += n
    return counted


def _of_them_paid(honours: Sequence[str], kind: RecipientKind, by: Book, level: str, on: date) -> list[str]:
    """All of them where the law at hand does not say it of one."""
    items = [PrizeItem(honour, kind, (on.year, on.year), level) for honour in honours]
    try:
        return [line.item.honour for line in prize(by, items, on).lines if line.paid]
    except Cannot:
        return list(honours)


def _priced(by: Book, honour: str, kind: RecipientKind, level: str, on: date) -> tuple[int | None, str]:
    """One such award by today's law, and how it is computed."""
    try:
        (line,) = prize(by, [PrizeItem(honour, kind, None, level)], on).lines
    except Cannot as refusal:
        return None, str(refusal)
    return line.amount, f"{line.reason_vi} ({line.cites[0].label_vi()})"


def _prepared(organisation: Organisation) -> int:
    rows = PayList.objects.filter(fund__organisation=organisation, state=PayState.PREPARED)
    return rows.aggregate(sum=Sum("total"))["sum"] or 0
