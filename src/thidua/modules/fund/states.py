"""The life of a payment list and of an advance. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.fund.models import Advance, AdvanceState, PayList, PayState
from thidua.modules.organisations.api import Role

ACCOUNTANTS = frozenset({Role.ACCOUNTANT})
APPROVERS = frozenset({Role.LEADER, Role.DEPUTY})
ASKERS = ACCOUNTANTS | {Role.SPECIALIST}
READERS = ACCOUNTANTS | APPROVERS | {Role.SPECIALIST, Role.INSPECTOR, Role.VISITOR}


def heirs(pay_list: PayList) -> str | None:
    """Nobody signs for the dead: the list says which heir does."""
    found = pay_list.rows.filter(is_posthumous=True, receiver="").first()
    return _("Say which heir receives the prize of %(name)s.") % {"name": found.name} if found else None


def paper(pay_list: PayList | Advance) -> str | None:
    if pay_list.number and pay_list.paid_on:
        return None
    return _("Give the number of the payment voucher and its day.")


P = PayState
WORKFLOW = Workflow(
    labels=PayState,
    steps=(
        Step("approve", (P.PREPARED,), P.APPROVED, gettext_lazy("Approve the list"), APPROVERS, needs=(heirs,)),
        Step("pay", (P.APPROVED,), P.PAID, gettext_lazy("Enter the payment"), ACCOUNTANTS, needs=(paper,)),
        Step("settle", (P.APPROVED,), P.PAID, gettext_lazy("Enter the payment"), ACCOUNTANTS, needs=(paper,)),
        Step("unpay", (P.PAID,), P.APPROVED, gettext_lazy("Reverse the payment"), ACCOUNTANTS, needs_reason=True),
        Step("drop", (P.PREPARED, P.APPROVED), P.DROPPED, gettext_lazy("Drop the list"), ACCOUNTANTS | APPROVERS,
             needs_reason=True),
    ),
)  # fmt: skip

A = AdvanceState
ADVANCES = Workflow(
    labels=AdvanceState,
    steps=(
        Step("approve", (A.ASKED,), A.APPROVED, gettext_lazy("Approve the advance"), APPROVERS),
        Step("pay", (A.APPROVED,), A.OPEN, gettext_lazy("Pay out the advance"), ACCOUNTANTS, needs=(paper,)),
        Step("report", (A.OPEN,), A.REPORTED, gettext_lazy("Send the settlement"), ASKERS),
        Step("send_back", (A.REPORTED, A.ACCEPTED), A.OPEN, gettext_lazy("Send back the settlement"),
             ACCOUNTANTS | APPROVERS, needs_reason=True),
        Step("accept", (A.REPORTED,), A.ACCEPTED, gettext_lazy("Approve the settlement"), APPROVERS),
        Step("settle", (A.ACCEPTED,), A.SETTLED, gettext_lazy("Book the settlement"), ACCOUNTANTS),
        Step("take_back", (A.OPEN,), A.APPROVED, gettext_lazy("Reverse the advance"), ACCOUNTANTS,
             needs_reason=True),
        Step("reopen", (A.SETTLED,), A.ACCEPTED, gettext_lazy("Reverse the settlement"), ACCOUNTANTS,
             needs_reason=True),
        Step("drop", (A.ASKED, A.APPROVED), A.DROPPED, gettext_lazy("Drop the advance"), ASKERS | APPROVERS,
             needs_reason=True),
    ),
)  # fmt: skip
