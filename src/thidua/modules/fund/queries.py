"""The fund as screens read it: balances, ceiling, what is still to be paid."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Sum

from thidua.law import Dated, parameter
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionKind, DecisionState
from thidua.modules.fund.models import Account, Fund, Line, MoneySource, PayList, PayRow, PayState, Voucher
from thidua.modules.fund.states import ACCOUNTANTS, APPROVERS, READERS
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.register.models import Act, Entry

NEWEST = ("-id",)


def _seen(actor: Actor) -> QuerySet[Any] | None:
    return scope_ids(actor) if actor.has(*READERS) else None


def funds_visible_to(actor: Actor) -> QuerySet[Fund]:
    if actor.is_system:
        return Fund.objects.all()
    ids = _seen(actor)
    return Fund.objects.none() if ids is None else Fund.objects.filter(organisation__in=ids)


def lists_visible_to(actor: Actor) -> QuerySet[PayList]:
    rows = PayList.objects.filter(fund__in=funds_visible_to(actor))
    return rows.select_related("fund__organisation", "decision__organisation", "prepared_by", "approved_by")


def vouchers_visible_to(actor: Actor) -> QuerySet[Voucher]:
    rows = Voucher.objects.filter(fund__in=funds_visible_to(actor))
    return rows.select_related(
        "fund__organisation", "made_by", "reverses", "reversed_by", "pay_list", "advance"
    )


@dataclass(frozen=True, slots=True)
class Balance:
    """What one source gave, and where that money is."""

    source: MoneySource
    given: int
    free: int
    kept: int
    out: int
    paid: int


def balances(fund: Fund) -> list[Balance]:
    """Of each source that has moved; one query."""
    sums: dict[str, dict[str, int]] = defaultdict(dict)
    rows = Line.objects.filter(voucher__fund=fund).values_list("voucher__source", "account")
    for source, account, amount in rows.annotate(sum=Sum("amount")).order_by():
        sums[source][account] = amount
    return [
        Balance(source, -here.get(Account.GIVEN, 0), *(here.get(one, 0) for one in ACCOUNTS))
        for source in MoneySource
        if (here := sums.get(source))
    ]


ACCOUNTS = (Account.FREE, Account.KEPT, Account.OUT, Account.PAID)


def free(fund: Fund, source: str) -> int:
    return next((one.free for one in balances(fund) if one.source == source), 0)


@dataclass(frozen=True, slots=True)
class Bound:
    """The ceiling of a fund; `amount` is unknown while the base is."""

    value: Dated
    amount: int | None
    given: int

    @property
    def is_above(self) -> bool:
        return self.amount is not None and self.given > self.amount


def bound(fund: Fund, on: date) -> Bound:
    """Article 46 of Decree 152/2025 bounds what the budget gives, not top-ups and contributions."""
    value = parameter(f"fund/{fund.ceiling}").on(on)
    share = Decimal(str(value.value)) / 100
    given = next((one.given for one in balances(fund) if one.source == MoneySource.BUDGET), 0)
    return Bound(value, None if fund.base is None else int(fund.base * share), given)


def to_pay(decision: Decision) -> list[DecisionItem]:
    """Awards in force with a prize that stands in no list yet, in the order of the decision."""
    rows = _unpaid(DecisionItem.objects.filter(decision=decision))
    return list(rows.select_related("candidate", "entry").order_by("place", "id"))


def _unpaid(rows: QuerySet[DecisionItem]) -> QuerySet[DecisionItem]:
    listed = PayRow.objects.filter(entry=OuterRef("entry"), is_live=True)
    return _owed(rows).filter(~Exists(listed))


def _owed(rows: QuerySet[DecisionItem]) -> QuerySet[DecisionItem]:
    """With a prize, in the register and not revoked."""
    revoked = Entry.objects.filter(act=Act.REVOKE, refers_to=OuterRef("entry"))
    return rows.filter(~Exists(revoked), entry__isnull=False, prize__gt=0)


def without_payment(organisation_id: int, before: date) -> QuerySet[DecisionItem]:
    """Prizes of this body's decisions in force before the day that no paid list holds."""
    paid = PayRow.objects.filter(entry=OuterRef("entry"), pay_list__state=PayState.PAID)
    rows = _owed(_in_force(organisation_id)).filter(decision__in_force_on__lt=before)
    return rows.filter(~Exists(paid))


def _in_force(organisation_id: int) -> QuerySet[DecisionItem]:
    return DecisionItem.objects.filter(
        decision__organisation=organisation_id,
        decision__kind=DecisionKind.GRANT,
        decision__state=DecisionState.IN_FORCE,
    )


def not_paid(decision: Decision) -> list[DecisionItem]:
    """Recipients who get no money by this decision, each with the reason."""
    rows = DecisionItem.objects.filter(decision=decision, entry__isnull=False).exclude(prize__gt=0)
    return list(rows.select_related("candidate").order_by("place", "id"))


def decisions_to_pay(actor: Actor) -> QuerySet[Decision]:
    """Decisions in force with prizes that no list holds; annotated with their sum."""
    if not actor.has(*ACCOUNTANTS) or actor.is_system:
        return Decision.objects.none()
    return _with_prizes(scope_ids(actor))


def _with_prizes(ids: QuerySet[Any]) -> QuerySet[Decision]:
    unpaid = _unpaid(DecisionItem.objects.filter(decision=OuterRef("pk")))
    total = unpaid.order_by().values("decision").annotate(sum=Sum("prize")).values("sum")
    rows = Decision.objects.filter(
        Exists(unpaid), organisation__in=ids, kind=DecisionKind.GRANT, state=DecisionState.IN_FORCE
    )
    return rows.annotate(to_pay=total).order_by("-signed_on", "-pk")


def still_to_list(organisation_id: int) -> int:
    """Prizes of decisions in force that no list holds yet: what the year still asks for."""
    return _unpaid(_in_force(organisation_id)).aggregate(sum=Sum("prize"))["sum"] or 0


def lists_to_approve(actor: Actor) -> QuerySet[PayList]:
    if not actor.has(*APPROVERS) or actor.is_system:
        return PayList.objects.none()
    rows = PayList.objects.filter(state=PayState.PREPARED, fund__organisation=actor.organisation_id)
    return rows.exclude(prepared_by=actor.user_id)


def revoked_in(pay_list: PayList) -> PayRow | None:
    gone = Entry.objects.filter(act=Act.REVOKE, refers_to=OuterRef("entry"))
    return pay_list.rows.filter(Exists(gone)).first()
