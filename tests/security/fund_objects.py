"""Payment lists and vouchers that the matrix is tried on, each in the state in which the step is possible."""

from typing import Any

from thidua.modules.fund.models import (
    Advance,
    AdvanceRow,
    AdvanceState,
    PayList,
    PayRow,
    PayState,
    Voucher,
    VoucherKind,
)
from thidua.modules.organisations.models import Organisation

Arguments = dict[str, Any]


class FundObjects:
    ward: Organisation

    def _list(self, state: PayState) -> PayList:
        return PayList.objects.filter(fund__organisation=self.ward, state=state).latest("pk")

    def prepared_pay_list(self) -> Arguments:
        return {"pk": self._list(PayState.PREPARED).pk}

    def pay_list_paper(self) -> Arguments:
        return self.prepared_pay_list() | {"form": "pdf"}

    def approved_pay_list(self) -> Arguments:
        found = self.prepared_pay_list()
        PayList.objects.filter(**found).update(state=PayState.APPROVED)
        return found

    def pay_row(self) -> Arguments:
        return {"pk": PayRow.objects.filter(pay_list=self._list(PayState.PREPARED)).latest("pk").pk}

    def fund_voucher(self) -> Arguments:
        rows = Voucher.objects.filter(fund__organisation=self.ward, kind=VoucherKind.ALLOT)
        return {"pk": rows.latest("pk").pk}

    def unlisted_decision(self) -> Arguments:
        found = self._list(PayState.PREPARED)
        found.rows.all().delete()
        return {"decision_id": found.decision_id}

    def _advance(self, state: AdvanceState) -> Arguments:
        """The overdue one of the demonstration, as if it stood in this state."""
        rows = Advance.objects.filter(fund__organisation=self.ward, number__gt="", settled_on=None)
        found = rows.latest("pk")
        Advance.objects.filter(pk=found.pk).update(state=state)
        return {"pk": found.pk}

    def asked_advance(self) -> Arguments:
        return self._advance(AdvanceState.ASKED)

    def approved_advance(self) -> Arguments:
        return self._advance(AdvanceState.APPROVED)

    def open_advance(self) -> Arguments:
        return self._advance(AdvanceState.OPEN)

    def reported_advance(self) -> Arguments:
        return self._advance(AdvanceState.REPORTED)

    def accepted_advance(self) -> Arguments:
        return self._advance(AdvanceState.ACCEPTED)

    def settled_advance(self) -> Arguments:
        rows = Advance.objects.filter(fund__organisation=self.ward, state=AdvanceState.SETTLED)
        return {"pk": rows.latest("pk").pk}

    def advance_paper(self) -> Arguments:
        return self.settled_advance() | {"kind": "thanh-toan", "form": "pdf"}

    def advance_row(self) -> Arguments:
        """A payment of the settled one, as if that were still open."""
        found = self.settled_advance()
        Advance.objects.filter(**found).update(state=AdvanceState.OPEN)
        return {"pk": AdvanceRow.objects.filter(advance=found["pk"]).latest("pk").pk}
