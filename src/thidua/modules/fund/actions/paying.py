"""The prizes of a decision: listed, approved, paid, or dropped."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.money import dong
from thidua.kernel.text import clean
from thidua.modules.decisions.api import number_of
from thidua.modules.decisions.models import Decision, DecisionItem
from thidua.modules.fund import policy, queries
from thidua.modules.fund.actions.ledger import fund_of
from thidua.modules.fund.actions.posting import held, post, post_reversal
from thidua.modules.fund.models import PayList, PayRow, VoucherKind, Way
from thidua.modules.fund.states import WORKFLOW
from thidua.modules.organisations.api import Actor


class CannotPay(Cannot):
    """Nothing to pay, too little money, or an award that was revoked in between."""


def _held(pay_list: PayList) -> PayList:
    held(pay_list.fund)
    rows = PayList.objects.select_for_update(of=("self",))
    return rows.select_related("fund__organisation", "decision__organisation").get(pk=pay_list.pk)


@action
def prepare(*, decision: Decision, source: str, actor: Actor, now: datetime) -> PayList:
    """Every prize of the decision that no list holds yet, in the budget year of today."""
    require(policy.may_prepare(actor, decision))
    fund = fund_of(decision.organisation, actor.on.year)
    items = queries.to_pay(decision)
    if not items:
        raise CannotPay(_("Every prize of this decision stands in a list already, or there is none."))
    found = PayList.objects.create(
        fund=fund, decision=decision, source=source, total=sum(item.prize or 0 for item in items),
        prepared_by_id=actor.user_id, prepared_at=now,
    )  # fmt: skip
    PayRow.objects.bulk_create([_row(found, item) for item in items])
    return found


def _row(pay_list: PayList, item: DecisionItem) -> PayRow:
    candidate, entry = item.granted, item.entry
    assert entry is not None  # only awards in force are listed
    return PayRow(
        pay_list=pay_list, entry=entry, place=item.place, amount=item.prize or 0, basis=item.prize_basis,
        name=f"{entry.honorific} {entry.name}".strip(), unit_name=entry.unit_name,
        award=candidate.honour_name[:160], is_posthumous=candidate.is_posthumous,
    )  # fmt: skip


@action
def arrange(*, row: PayRow, way: str, receiver: str, bank: str, account: str, actor: Actor) -> PayRow:
    """In cash or to an account; who receives it where the recipient does not."""
    _held(row.pay_list)
    found = PayRow.objects.select_related("pay_list__fund").get(pk=row.pk)
    require(policy.may_change(actor, found))
    if way == Way.BANK and not (clean(bank) and clean(account)):
        raise CannotPay(_("Give the bank and the account number."), field="account")
    found.way, found.receiver, found.bank, found.account = way, clean(receiver), clean(bank), clean(account)
    found.save(update_fields=["way", "receiver", "bank", "account"])
    return found


@action
def approve(*, pay_list: PayList, actor: Actor, now: datetime) -> PayList:
    """By the leader; the money is kept from then on."""
    row = _held(pay_list)
    require(policy.may_move(actor, row, "approve"))
    _none_revoked(row)
    if (free := queries.free(row.fund, row.source)) < row.total:
        words = {"free": dong(free), "total": dong(row.total), "source": row.get_source_display()}
        raise CannotPay(
            _(
                "The list needs %(total)s and “%(source)s” has %(free)s free: the accountant first enters money given."
            )
            % words
        )
    row.approved_by_id, row.approved_at = actor.user_id, now
    row.save(update_fields=["approved_by", "approved_at"])
    WORKFLOW.move(row, "approve")
    _post(row, VoucherKind.KEEP, actor.on, actor, now)
    return row


@action
def pay(*, pay_list: PayList, number: str, on: date, actor: Actor, now: datetime) -> PayList:
    """The treasury, bank or cashier has paid: the number of its voucher comes back."""
    row = _held(pay_list)
    require(policy.may_move(actor, row, "pay"))
    _none_revoked(row)
    if on > actor.on:
        raise CannotPay(_("This day is still to come."), field="on")
    if row.decision.signed_on and on < row.decision.signed_on:
        raise CannotPay(_("Prizes are paid on the day of the decision or later."), field="on")
    row.number, row.paid_on = clean(number)[:60], on
    row.save(update_fields=["number", "paid_on"])
    WORKFLOW.move(row, "pay")
    _post(row, VoucherKind.PAY, on, actor, now)
    return row


@action
def drop(*, pay_list: PayList, reason: str, actor: Actor, now: datetime) -> PayList:
    """The list is given up, what was kept for it is free again, and its awards can be listed anew."""
    row = _held(pay_list)
    require(policy.may_move(actor, row, "drop"))
    if not (why := clean(reason)):
        raise CannotMove(_("Give the reason."), field="reason")
    kept = row.vouchers.filter(kind=VoucherKind.KEEP, reversed_by__isnull=True).select_related("fund").first()
    if kept:
        post_reversal(voucher=kept, on=actor.on, basis=why, actor=actor, now=now)
    row.dropped_reason = why[:300]
    row.save(update_fields=["dropped_reason"])
    row.rows.update(is_live=False)
    WORKFLOW.move(row, "drop")
    return row


def _none_revoked(row: PayList) -> None:
    if gone := queries.revoked_in(row):
        raise CannotPay(
            _("The award of %(name)s is revoked: drop this list and prepare it anew.") % {"name": gone.name}
        )


def _post(row: PayList, kind: VoucherKind, on: date, actor: Actor, now: datetime) -> None:
    basis = _("Prizes by decision %(number)s") % {"number": number_of(row.decision)}
    post(
        fund=row.fund, kind=kind, source=row.source, amount=row.total, on=on, number=row.number, basis=basis,
        pay_list=row, actor=actor, now=now,
    )  # fmt: skip
