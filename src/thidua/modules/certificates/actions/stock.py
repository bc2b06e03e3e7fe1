"""Blanks with numbers: received, given to the certificates of a batch in their order, spoilt and replaced, missing."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.certificates import policy
from thidua.modules.certificates.models import (
    Batch,
    BlankFate,
    BlankStock,
    BlankUse,
    Certificate,
)
from thidua.modules.certificates.queries import without_blank
from thidua.modules.certificates.states import ON_PAPER
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

MOST = 100_000


class CannotUseBlanks(Cannot):
    """The numbers do not fit, or there are not enough blanks left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockDraft:
    name: str
    first: int
    last: int
    received_on: date
    source: str
    honour: str = ""
    prefix: str = ""


@action
def receive_blanks(
    *, organisation: Organisation, draft: StockDraft, actor: Actor, on: date, now: datetime
) -> BlankStock:
    require(policy.may_lay_out(actor, organisation.pk))
    if draft.last < draft.first:
        raise CannotUseBlanks(_("The last number cannot be smaller than the first."), field="last")
    if draft.last - draft.first >= MOST:
        raise CannotUseBlanks(_("At most 100,000 blanks at once: check the numbers."), field="last")
    if draft.received_on > on:
        raise CannotUseBlanks(_("Blanks are received today at the latest."), field="received_on")
    same = BlankStock.objects.filter(organisation=organisation, prefix=draft.prefix)
    if same.filter(first__lte=draft.last, last__gte=draft.first).exists():
        raise CannotUseBlanks(_("Some of these numbers were received before."), field="first")
    return BlankStock.objects.create(
        organisation=organisation, made_by_id=actor.user_id, made_at=now, **asdict(draft)
    )


@action
def number_blanks(*, batch: Batch, stock: BlankStock, first: int, actor: Actor, on: date) -> int:
    """Blanks to all certificates of the batch that have none yet, in the decision's order; gives how many."""
    held = _held(stock)
    require(policy.may_number(actor, batch, held))
    waiting = list(without_blank(batch).order_by("place", "pk"))
    if not waiting:
        raise CannotUseBlanks(_("Every certificate of this batch stands on a blank."), field="stock")
    free = list(zip(waiting, _free(held, first), strict=False))
    if len(free) < len(waiting):
        said = {"n": len(waiting), "left": len(free)}
        raise CannotUseBlanks(
            _("%(n)s blanks are needed, %(left)s are left from this number on.") % said, field="first"
        )
    rows = [_use(held, number, certificate, actor, on) for certificate, number in free]
    return len(BlankUse.objects.bulk_create(rows))


@action
def spoil(*, use: BlankUse, note: str, actor: Actor, on: date) -> BlankUse | None:
    """The certificate gets the next blank of the same stock; gives its row, None where no blank is left."""
    stock = _held(use.stock)
    held = BlankUse.objects.select_for_update(of=("self",)).select_related("certificate").get(pk=use.pk)
    require(policy.may_lay_out(actor, stock.organisation_id))
    if held.fate != BlankFate.PRINTED:
        raise CannotUseBlanks(_("Only a printed blank is spoilt."))
    if not clean(note):
        raise CannotUseBlanks(_("Say what happened to the blank."), field="note")
    held.fate, held.note, held.on = BlankFate.SPOILT, clean(note), on
    held.save()
    following = next(_free(stock, held.number + 1), None)
    assert held.certificate is not None  # a printed blank has one
    if following is None or held.certificate.state not in ON_PAPER:
        return None
    new = _use(stock, following, held.certificate, actor, on)
    new.save()
    return new


@action
def miss(*, stock: BlankStock, number: int, fate: str, note: str, actor: Actor, on: date) -> BlankUse:
    """A blank that was never printed on: spoilt, or not there."""
    held = _held(stock)
    require(policy.may_lay_out(actor, held.organisation_id))
    if not held.first <= number <= held.last:
        raise CannotUseBlanks(_("This number is not of this stock."), field="number")
    if held.uses.filter(number=number).exists():
        raise CannotUseBlanks(_("This blank was used already."), field="number")
    if not clean(note):
        raise CannotUseBlanks(_("Say what happened to the blank."), field="note")
    return BlankUse.objects.create(
        stock=held, number=number, fate=fate, note=clean(note), on=on, made_by_id=actor.user_id
    )


def _free(stock: BlankStock, first: int) -> Iterator[int]:
    used = set(stock.uses.filter(number__gte=first).values_list("number", flat=True))
    return (n for n in range(max(first, stock.first), stock.last + 1) if n not in used)


def _use(stock: BlankStock, number: int, certificate: Certificate, actor: Actor, on: date) -> BlankUse:
    return BlankUse(
        stock=stock,
        number=number,
        certificate=certificate,
        fate=BlankFate.PRINTED,
        on=on,
        made_by_id=actor.user_id,
    )


def _held(stock: BlankStock) -> BlankStock:
    return BlankStock.objects.select_for_update(of=("self",)).get(pk=stock.pk)
