"""An advance settled: what was really paid, what is handed back, what is paid on top."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.money import dong
from thidua.kernel.text import clean
from thidua.modules.decisions.api import number_of
from thidua.modules.fund import policy, queries
from thidua.modules.fund.actions.advancing import (
    CannotAdvance,
    book,
    held_advance,
    live,
    reverse_live,
    stated,
)
from thidua.modules.fund.models import OVER, Advance, AdvanceRow, VoucherKind
from thidua.modules.fund.settlement import settlement_of
from thidua.modules.fund.states import ADVANCES, WORKFLOW
from thidua.modules.organisations.api import Actor

SETTLEMENT = (VoucherKind.SETTLE, VoucherKind.RETURN, VoucherKind.TOPUP, VoucherKind.BACK)


@action
def enter_payment(
    *, advance: Advance, what: str, number: str, on: date, amount: int, actor: Actor
) -> AdvanceRow:
    """One payment made out of the advance, by its invoice or signed paper."""
    row = held_advance(advance)
    require(policy.may_enter(actor, row))
    if not clean(what):
        raise CannotAdvance(_("Say what was paid."), field="what")
    if amount <= 0:
        raise CannotAdvance(_("Give the amount in đồng, more than 0."), field="amount")
    _in_time(row, on, actor)
    return AdvanceRow.objects.create(
        advance=row, what=clean(what)[:300], number=clean(number)[:60], on=on, amount=amount
    )


@action
def enter_list(*, advance: Advance, on: date, actor: Actor) -> AdvanceRow:
    """The payment list is paid and signed by everybody in it."""
    row = held_advance(advance)
    require(policy.may_enter(actor, row))
    if row.pay_list is None or row.rows.filter(pay_list=row.pay_list).exists():
        raise CannotAdvance(_("This list stands in the settlement already."))
    _in_time(row, on, actor)
    what = _("Prizes by decision %(number)s") % {"number": number_of(row.pay_list.decision)}
    return AdvanceRow.objects.create(
        advance=row, pay_list=row.pay_list, what=what, number=row.number, on=on, amount=row.pay_list.total
    )


def _in_time(row: Advance, on: date, actor: Actor) -> None:
    if on > actor.on:
        raise CannotAdvance(_("This day is still to come."), field="on")
    if row.paid_on and on < row.paid_on:
        raise CannotAdvance(_("Nothing is paid out of an advance before it is paid out itself."), field="on")


@action
def remove_payment(*, row: AdvanceRow, actor: Actor) -> None:
    advance = held_advance(row.advance)
    require(policy.may_enter(actor, advance))
    AdvanceRow.objects.get(pk=row.pk).delete()


@action
def report(*, advance: Advance, actor: Actor) -> Advance:
    """Everything that was paid is entered: the settlement goes to the leader. With no payment all is handed back."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "report"))
    row.reported_by_id, row.reported_on, row.returned_reason = actor.user_id, actor.on, ""
    row.save(update_fields=["reported_by", "reported_on", "returned_reason"])
    ADVANCES.move(row, "report")
    return row


@action
def send_back(*, advance: Advance, reason: str, actor: Actor) -> Advance:
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "send_back"))
    row.returned_reason, row.accepted_by_id = stated(reason), None
    row.save(update_fields=["returned_reason", "accepted_by"])
    ADVANCES.move(row, "send_back")
    return row


@action
def accept(*, advance: Advance, actor: Actor) -> Advance:
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "accept"))
    row.accepted_by_id = actor.user_id
    row.save(update_fields=["accepted_by"])
    ADVANCES.move(row, "accept")
    return row


@action
def settle(*, advance: Advance, number: str, on: date, actor: Actor, now: datetime) -> Advance:
    """Booked: spent, handed back or paid on top; a list that was signed is paid with it."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "settle"))
    found = settlement_of(row)
    if on > actor.on:
        raise CannotAdvance(_("This day is still to come."), field="on")
    if row.reported_on and on < row.reported_on:
        raise CannotAdvance(_("A settlement is booked on the day it was reported or later."), field="on")
    if (found.left or found.lacking) and not clean(number):
        raise CannotAdvance(
            _(
                "Give the number of the receipt for what is handed back, or of the voucher for what is paid on top."
            ),
            field="number",
        )
    if (free := queries.free(row.fund, row.source)) < found.lacking:
        raise CannotAdvance(_("Only %(free)s of this money is still free.") % {"free": dong(free)})
    row.settled_on, row.settled_number = on, clean(number)[:60]
    row.save(update_fields=["settled_on", "settled_number"])
    for kind, amount in (
        (VoucherKind.SETTLE, found.covered),
        (VoucherKind.BACK, found.back),
        (VoucherKind.RETURN, found.left),
        (VoucherKind.TOPUP, found.lacking),
    ):
        if amount:
            book(row, kind, amount, on, row.settled_number, actor, now)
    _pay_list(row)
    ADVANCES.move(row, "settle")
    return row


def _pay_list(row: Advance) -> None:
    """Signed by its recipients: the list is paid by the voucher of the advance."""
    signed = row.rows.filter(pay_list__isnull=False).select_related("pay_list__fund").first()
    if signed and signed.pay_list:
        found = signed.pay_list
        found.number, found.paid_on = row.number, signed.on
        found.save(update_fields=["number", "paid_on"])
        WORKFLOW.move(found, "settle")


@action
def reopen(*, advance: Advance, reason: str, actor: Actor, now: datetime) -> Advance:
    """The settlement was booked by mistake: its vouchers are reversed, it is to be booked again."""
    row = held_advance(advance)
    require(policy.may_move_advance(actor, row, "reopen"))
    why = stated(reason)
    _can_reopen(row)
    reverse_live(row, SETTLEMENT, why, actor, now)
    for signed in row.rows.filter(pay_list__isnull=False).select_related("pay_list__fund"):
        if found := signed.pay_list:
            WORKFLOW.move(found, "unpay")
            found.number, found.paid_on = "", None
            found.save(update_fields=["number", "paid_on"])
    ADVANCES.move(row, "reopen")
    row.settled_on, row.settled_number = None, ""
    row.save(update_fields=["settled_on", "settled_number"])
    return row


def _can_reopen(row: Advance) -> None:
    """What was handed back must still be there, and its list must not have gone another way since."""
    back = sum(one.amount for one in live(row, (VoucherKind.RETURN,)))
    if (free := queries.free(row.fund, row.source)) < back:
        raise CannotAdvance(_("Only %(free)s of this money is still free.") % {"free": dong(free)})
    if not row.pay_list or row.rows.filter(pay_list=row.pay_list).exists():
        return
    if row.pay_list.state != "approved" or row.pay_list.advances.exclude(state__in=OVER).exists():
        raise CannotMove(_("The payment list of this advance has gone another way since."))
