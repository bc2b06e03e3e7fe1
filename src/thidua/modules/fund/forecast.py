"""What prizes the rest of the year will probably ask for, at today's law, against what the fund has.

For each honour and kind of recipient: n = max(awards of last year − awards of this year, candidates in open dossiers),
never less than 0, times the prize of today. A prize the law at hand does not name stays unknown and is not summed.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Count, Q, QuerySet, Sum
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
    last, this = (_awarded(organisation, year) for year in (on.year - 1, on.year))
    coming = _open(organisation, on)
    by, level = book(organisation, on), level_of(organisation)
    rows = [
        Expected(honour, kind, last[honour, kind], this[honour, kind], coming[honour, kind], *_priced(by, honour, kind, level, on))
        for honour, kind in sorted({*last, *coming}, key=lambda key: (rulebook.honour(key[0]).rank, key))
    ]  # fmt: skip
    free = sum(one.free for one in queries.balances(fund)) if fund else 0
    owed = queries.still_to_list(organisation.pk) + _prepared(organisation)
    return Forecast([row for row in rows if row.n], owed, free)


def _awarded(organisation: Organisation, year: int) -> Counter[Key]:
    """Awards of this body in the year that still stand; an old one without a day counts in the year it is for."""
    of_year = Q(decided_on__year=year) | Q(decided_on__isnull=True, year=year)
    standing = in_force(Entry.objects.filter(of_year, chain__body=organisation))
    return _counted(Entry.objects.filter(pk__in=standing.values("pk")))


def _open(organisation: Organisation, on: date) -> Counter[Key]:
    """Candidates in dossiers sent to this body for honours it may confer, not decided and not turned down."""
    rows = live_candidates().filter(dossier__receiver=organisation, state__in=UNDECIDED)
    return _counted(rows.filter(honour__in=may_confer(organisation, on)).exclude(dossier__state__in=CLOSED))


def _counted(rows: QuerySet[Any]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    kinds = {"person": Q(person__isnull=False), "collective": Q(collective__isnull=False)}
    counts = {name: Count("pk", filter=test) for name, test in kinds.items()}
    grouped = (
        rows.order_by()
        .values("honour")
        .annotate(n=Count("pk"), n_p=counts["person"], n_c=counts["collective"])
    )
    for honour, n, persons, collectives in grouped.values_list("honour", "n", "n_p", "n_c"):
        found[honour, "individual"] += persons
        found[honour, "collective"] += collectives
        found[honour, "household"] += n - persons - collectives
    return found


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
