"""The only writer of vouchers and their lines."""

from datetime import date, datetime

from thidua.modules.fund.models import Account, Advance, Fund, Line, PayList, Voucher, VoucherKind
from thidua.modules.organisations.api import Actor

# From which account a movement takes, and into which it puts.
MOVES = {
    VoucherKind.ALLOT: (Account.GIVEN, Account.FREE),
    VoucherKind.KEEP: (Account.FREE, Account.KEPT),
    VoucherKind.PAY: (Account.KEPT, Account.PAID),
    VoucherKind.HOLD: (Account.FREE, Account.KEPT),
    VoucherKind.ADVANCE: (Account.KEPT, Account.OUT),
    VoucherKind.SETTLE: (Account.OUT, Account.PAID),
    VoucherKind.RETURN: (Account.OUT, Account.FREE),
    VoucherKind.TOPUP: (Account.FREE, Account.PAID),
    VoucherKind.BACK: (Account.OUT, Account.KEPT),
}


def held(fund: Fund) -> Fund:
    """Locked: two movements of one fund follow each other."""
    return Fund.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=fund.pk)


def post(
    *,
    fund: Fund,
    kind: VoucherKind,
    source: str,
    amount: int,
    on: date,
    basis: str,
    actor: Actor,
    now: datetime,
    number: str = "",
    pay_list: PayList | None = None,
    advance: Advance | None = None,
) -> Voucher:
    taken, put = MOVES[kind]
    voucher = Voucher.objects.create(
        fund=fund, kind=kind, source=source, amount=amount, on=on, basis=basis[:300], number=number[:60],
        pay_list=pay_list, advance=advance, made_by_id=actor.user_id, made_at=now,
    )  # fmt: skip
    _write(voucher, [(put, amount), (taken, -amount)])
    return voucher


def post_reversal(*, voucher: Voucher, on: date, basis: str, actor: Actor, now: datetime) -> Voucher:
    """The same lines with the opposite sign."""
    found = Voucher.objects.create(
        fund=voucher.fund, kind=VoucherKind.REVERSE, source=voucher.source, amount=voucher.amount, on=on,
        basis=basis[:300], pay_list=voucher.pay_list, advance=voucher.advance, reverses=voucher, n_lines=voucher.n_lines,
        made_by_id=actor.user_id, made_at=now,
    )  # fmt: skip
    _write(found, [(line.account, -line.amount) for line in voucher.lines.order_by("id")])
    return found


def _write(voucher: Voucher, sides: list[tuple[str, int]]) -> None:
    Line.objects.bulk_create([Line(voucher=voucher, account=one, amount=amount) for one, amount in sides])
