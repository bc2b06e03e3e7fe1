from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.decisions.models import Decision, DecisionKind, DecisionState
from thidua.modules.fund.models import (
    OVER,
    Advance,
    AdvanceState,
    PayList,
    PayRow,
    PayState,
    Voucher,
    VoucherKind,
)
from thidua.modules.fund.states import ACCOUNTANTS, ADVANCES, ASKERS, READERS, WORKFLOW
from thidua.modules.organisations.api import Actor


def _has(actor: Actor, roles: Iterable[str], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("The book of the fund is kept by: %(who)s.") % {"who": actor.role_names(roles)})


def may_read(actor: Actor) -> Answer:
    if actor.is_system or actor.has(*READERS):
        return ALLOWED
    return refused(_("The fund is read by: %(who)s.") % {"who": actor.role_names(READERS)})


def may_keep(actor: Actor, organisation_id: int | None) -> Answer:
    return _has(actor, ACCOUNTANTS, organisation_id)


def may_prepare(actor: Actor, decision: Decision) -> Answer:
    if decision.state != DecisionState.IN_FORCE or decision.kind != DecisionKind.GRANT:
        return refused(_("Prizes are paid by a decision in force."))
    return may_keep(actor, decision.organisation_id)


def may_move(actor: Actor, pay_list: PayList, step: str) -> Answer:
    """Who prepared a list does not approve it."""
    if answer := WORKFLOW.may(pay_list, step, actor):
        if step == "approve" and actor.user_id == pay_list.prepared_by_id:
            return refused(_("A list is approved by somebody who has not prepared it."))
        if step in {"pay", "drop"} and pay_list.advances.exclude(state__in=OVER).exists():
            return refused(_("This list is paid out of an advance: settle or drop the advance."))
        return ALLOWED
    return answer


def may_ask(actor: Actor, organisation_id: int | None) -> Answer:
    """In one's own body only: who oversees it from above does not spend its money."""
    if actor.has(*ASKERS) and actor.organisation_id == organisation_id:
        return ALLOWED
    return refused(_("An advance is asked for by: %(who)s.") % {"who": actor.role_names(ASKERS)})


def may_move_advance(actor: Actor, advance: Advance, step: str) -> Answer:
    """Who asks does not approve, and who reports a settlement does not approve it."""
    if not (answer := ADVANCES.may(advance, step, actor)):
        return answer
    if not actor.is_system and actor.organisation_id != advance.organisation_id:
        return refused(_("An advance is dealt with by the body whose fund it is."))
    if step == "approve" and actor.user_id == advance.asked_by_id:
        return refused(_("An advance is approved by somebody who has not asked for it."))
    if step == "accept" and actor.user_id in {advance.asked_by_id, advance.reported_by_id}:
        return refused(
            _("A settlement is approved by somebody who has neither asked for the advance nor settled it.")
        )
    return ALLOWED


def may_enter(actor: Actor, advance: Advance) -> Answer:
    """Payments made out of an advance, until the settlement is sent."""
    if advance.state != AdvanceState.OPEN:
        return refused(_("Payments are entered while the advance is paid out and its settlement not sent."))
    return may_ask(actor, advance.fund.organisation_id)


def may_change(actor: Actor, row: PayRow) -> Answer:
    if row.pay_list.state != PayState.PREPARED:
        return refused(_("Ways of payment are changed before the list is approved."))
    return may_keep(actor, row.pay_list.fund.organisation_id)


def may_reverse(actor: Actor, voucher: Voucher) -> Answer:
    if voucher.kind not in {VoucherKind.ALLOT, VoucherKind.PAY} or hasattr(voucher, "reversed_by"):
        return refused(_("This voucher is not reversed: drop its list, or see the voucher that reverses it."))
    return may_keep(actor, voucher.fund.organisation_id)
