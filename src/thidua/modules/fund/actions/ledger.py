"""Money given to the fund, its ceiling, and what was entered by mistake."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.money import dong
from thidua.kernel.text import clean
from thidua.modules.fund import policy, queries
from thidua.modules.fund.actions.posting import held, post, post_reversal
from thidua.modules.fund.models import Fund, MoneySource, PayState, Voucher, VoucherKind
from thidua.modules.fund.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotBook(Cannot):
    """The amount, the day or the basis does not allow this voucher."""


def fund_of(organisation: Organisation, year: int) -> Fund:
    found, _made = Fund.objects.get_or_create(organisation=organisation, year=year)
    return held(found)


@action
def allot(
    *,
    organisation: Organisation,
    year: int,
    source: str,
    amount: int,
    on: date,
    number: str,
    basis: str,
    actor: Actor,
    now: datetime,
    above_reason: str = "",
) -> Voucher:
    """Money given to the fund of a year. Above the ceiling of the law only with a reason, which the book keeps."""
    require(policy.may_keep(actor, organisation.pk))
    if amount <= 0:
        raise CannotBook(_("Give the amount in đồng, more than 0."), field="amount")
    if on > actor.on:
        raise CannotBook(_("This day is still to come."), field="on")
    if not clean(basis):
        raise CannotBook(_("Say by which paper the money was given."), field="basis")
    fund, why = fund_of(organisation, year), clean(above_reason)
    if source == MoneySource.BUDGET:
        _within_ceiling(fund, amount, on, why)
    words = f"{clean(basis)} · {why}" if why else clean(basis)
    return post(
        fund=fund, kind=VoucherKind.ALLOT, source=source, amount=amount, on=on, number=clean(number),
        basis=words, actor=actor, now=now,
    )  # fmt: skip


def _within_ceiling(fund: Fund, amount: int, on: date, reason: str) -> None:
    bound = queries.bound(fund, on)
    if bound.amount is None or bound.given + amount <= bound.amount or reason:
        return
    words = {"ceiling": dong(bound.amount), "cite": bound.value.cite.label_vi(), "given": dong(bound.given)}
    raise CannotBook(
        _(
            "The ceiling is %(ceiling)s (%(cite)s) and %(given)s is given already: enter less, or why it is more."
        )
        % words,
        field="above_reason",
    )


@action
def state_base(
    *, organisation: Organisation, year: int, ceiling: str, base: int | None, actor: Actor
) -> Fund:
    require(policy.may_keep(actor, organisation.pk))
    fund = fund_of(organisation, year)
    fund.ceiling, fund.base = ceiling, base
    fund.save(update_fields=["ceiling", "base"])
    return fund


@action
def reverse(*, voucher: Voucher, reason: str, actor: Actor, now: datetime) -> Voucher:
    """Money given comes out again, where it is still free; a payment goes back to what is to be paid."""
    fund = held(voucher.fund)
    row = Voucher.objects.select_related("fund", "pay_list__fund", "reversed_by").get(pk=voucher.pk)
    require(policy.may_reverse(actor, row))
    if not (why := clean(reason)):
        raise CannotBook(_("Give the reason."), field="reason")
    if row.kind == VoucherKind.ALLOT and (free := queries.free(fund, row.source)) < row.amount:
        raise CannotBook(_("Only %(free)s of this money is still free.") % {"free": dong(free)})
    done = post_reversal(voucher=row, on=actor.on, basis=why, actor=actor, now=now)
    if row.pay_list and row.pay_list.state == PayState.PAID:
        WORKFLOW.move(row.pay_list, "unpay")
        row.pay_list.paid_on, row.pay_list.number = None, ""
        row.pay_list.save(update_fields=["paid_on", "number"])
    return done
