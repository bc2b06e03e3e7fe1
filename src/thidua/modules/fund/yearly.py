"""Tổng hợp thu chi quỹ of a budget year by source, read from the book alone."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.modules.fund.models import Account, Fund, Line, MoneySource

HELD = (Account.FREE, Account.KEPT, Account.OUT)


@dataclass(frozen=True, slots=True)
class YearRow:
    """`opening`: what the funds of the years before left unspent; `kept` and `out` are those of all years up to this.

    `source` None is the sum of all.
    """

    source: MoneySource | None
    opening: int
    given: int
    paid: int
    kept: int
    out: int

    @property
    def name(self) -> str | Promise:
        return self.source.label if self.source else _("All sources")

    @property
    def closing(self) -> int:
        return self.opening + self.given - self.paid

    @property
    def free(self) -> int:
        """Neither kept for what is approved nor with somebody who has to settle."""
        return self.closing - self.kept - self.out


def year_table(funds: QuerySet[Fund], year: int) -> list[YearRow]:
    """One row for each source that moved, and their sum; two queries whatever the book holds."""
    rows = Line.objects.filter(voucher__fund__in=funds)
    now, before = (
        _sums(rows.filter(voucher__fund__year=year)),
        _sums(rows.filter(voucher__fund__year__lt=year)),
    )
    found = [_row(one, now[one], before[one]) for one in MoneySource if now[one] or before[one]]
    return [*found, _total(found)] if found else []


def _sums(rows: QuerySet[Line]) -> dict[str, dict[str, int]]:
    sums: dict[str, dict[str, int]] = defaultdict(dict)
    for source, account, amount in (
        rows.values_list("voucher__source", "account").annotate(sum=Sum("amount")).order_by()
    ):
        sums[source][account] = amount
    return sums


def _row(source: MoneySource, now: dict[str, int], before: dict[str, int]) -> YearRow:
    opening = sum(before.get(one, 0) for one in HELD)
    kept, out = (now.get(one, 0) + before.get(one, 0) for one in (Account.KEPT, Account.OUT))
    return YearRow(source, opening, -now.get(Account.GIVEN, 0), now.get(Account.PAID, 0), kept, out)


def _total(rows: list[YearRow]) -> YearRow:
    return YearRow(
        None,
        *(sum(getattr(row, name) for row in rows) for name in ("opening", "given", "paid", "kept", "out")),
    )
