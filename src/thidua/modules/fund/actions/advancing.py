"""An advance: asked for, approved, paid out with its voucher, or dropped."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.money import dong
from thidua.kernel.text import clean
from thidua.modules.fund import policy, queries
from thidua.modules.fund.actions.ledger import fund_of
from thidua.modules.fund.actions.posting import held, post, post_reversal
from thidua.modules.fund.models import OVER, Advance, Fund, PayList, PayState, Voucher, VoucherKind
from thidua.modules.fund.states import ADVANCES
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotAdvance(Cannot):
    """The sum, the day, the list or the money left does not allow it."""


def held_advance(advance: Advance) -> Advance:
    held(advance.fund)
    rows = Advance.objects.select_for_update(of=("self",))
    return rows.select_related("fund__organisation", "pay_list__decision__organisation").get(pk=advance.pk)


@action
def ask(
    *,
    organisation: Organisation,
    source: str,
    amount: int,
    purpose: str,
    receiver: str,
    due_on: date,
    actor: Actor,
    pay_list: PayList | None = None,
) -> Advance:
    """From the fund of this year; for an approved payment list, where one is named, at least its total."""
    require(policy.may_ask(actor, organisation.pk))
    if amount <= 0:
        raise CannotAdvance(_("Give the amount in đồng, more than 0."), field="amount")
    if due_on < actor.on:
        raise CannotAdvance(_("An advance is settled on the day it is asked for or later."), field="due_on")
    for field, words in (("purpose", purpose), ("receiver", receiver)):
        if not clean(words):
            raise CannotAdvance(_("Say what the advance is for and who receives it."), field=field)
    fund = fund_of(organisation, actor.on.year)
    if pay_list:
        _fits(pay_list, fund, source, amount)
    return Advance.objects.create(
        fund=fund, source=source, amount=amount, purpose=clean(purpose)[:300], receiver=clean(receiver)[:160],
        due_on=due_on, pay_list=pay_list, asked_by_id=actor.user_id, asked_on=actor.on,
    )  # fmt: skip


def _fits(pay_list: PayList, fund: Fund, source: str, amount: int) -> None:
    row = PayList.objects.get(pk=pay_list.pk)
    if row.fund_id != fund.pk or row.state != PayState.APPROVED:
        raise CannotAdvance(
            _("An advance is asked for an approved list of this year's fund."), field="pay_list"
        )
    if row.source != source:
        raise CannotAdvance(_("Take the source of the payment list."), field="source")
    if amount < row.total:
        raise CannotAdvance(
            _("The list needs %(total)s: the advance is not less.") % {"total": dong(row.total)},
            field="amount",
        )
    if row.advances.exclude(state__in=OVER).exists():
        raise CannotAdvance(_("An advance for this list is not settled yet."), field="pay_list")


@action
def approve_advance(*, advance: Advance, actor: Actor, now: datetime) -> Advance:
    """By the leader; what the payment list has not kept already is kept from then on."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "approve"))
    more = row.amount - (row.pay_list.total if row.pay_list else 0)
    if (free := queries.free(row.fund, row.source)) < more:
        words = {"free": dong(free), "total": dong(more), "source": row.get_source_display()}
        raise CannotAdvance(
            _(
                "The advance needs %(total)s and “%(source)s” has %(free)s free: the accountant first enters money given."
            )
            % words
        )
    row.approved_by_id, row.approved_on = actor.user_id, actor.on
    row.save(update_fields=["approved_by", "approved_on"])
    ADVANCES.move(row, "approve")
    if more:
        book(row, VoucherKind.HOLD, more, actor.on, "", actor, now)
    return row


@action
def pay_out(*, advance: Advance, number: str, on: date, actor: Actor, now: datetime) -> Advance:
    """The treasury or the cashier has paid it to the receiver: the number of the voucher comes back."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "pay"))
    if on > actor.on:
        raise CannotAdvance(_("This day is still to come."), field="on")
    if row.approved_on and on < row.approved_on:
        raise CannotAdvance(_("An advance is paid out on the day of its approval or later."), field="on")
    if not clean(number):
        raise CannotAdvance(_("Give the number of the payment voucher and its day."), field="number")
    row.number, row.paid_on = clean(number)[:60], on
    row.save(update_fields=["number", "paid_on"])
    ADVANCES.move(row, "pay")
    book(row, VoucherKind.ADVANCE, row.amount, on, row.number, actor, now)
    return row


@action
def take_back(*, advance: Advance, reason: str, actor: Actor, now: datetime) -> Advance:
    """The payment was entered by mistake: it is reversed, and the advance is to be paid out again."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "take_back"))
    why = stated(reason)
    if row.rows.exists():
        raise CannotMove(_("Payments made out of the advance are entered: take them out first."))
    reverse_live(row, (VoucherKind.ADVANCE,), why, actor, now)
    ADVANCES.move(row, "take_back")
    row.number, row.paid_on = "", None
    row.save(update_fields=["number", "paid_on"])
    return row


@action
def drop_advance(*, advance: Advance, reason: str, actor: Actor, now: datetime) -> Advance:
    """Refused or given up; what was kept for it is free again."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "drop"))
    why = stated(reason)
    reverse_live(row, (VoucherKind.HOLD,), why, actor, now)
    row.returned_reason = why
    row.save(update_fields=["returned_reason"])
    ADVANCES.move(row, "drop")
    return row


def stated(reason: str) -> str:
    if not (why := clean(reason)):
        raise CannotMove(_("Give the reason."), field="reason")
    return why[:300]


def live(row: Advance, kinds: tuple[VoucherKind, ...]) -> list[Voucher]:
    rows = row.vouchers.filter(kind__in=kinds, reversed_by__isnull=True)
    return list(rows.select_related("fund", "pay_list", "advance").order_by("pk"))


def reverse_live(row: Advance, kinds: tuple[VoucherKind, ...], why: str, actor: Actor, now: datetime) -> None:
    for voucher in live(row, kinds):
        post_reversal(voucher=voucher, on=actor.on, basis=why, actor=actor, now=now)


def book(  # noqa: PLR0917 -- said at four places, each the same way
    row: Advance, kind: VoucherKind, amount: int, on: date, number: str, actor: Actor, now: datetime
) -> None:
    post(
        fund=row.fund, kind=kind, source=row.source, amount=amount, on=on, number=number, basis=row.purpose,
        advance=row, actor=actor, now=now,
    )  # fmt: skip
