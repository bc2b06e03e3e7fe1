"""Payment lists and vouchers that the matrix is tried on, each in the state in which the step is possible."""

from typing import Any

from thidua.modules.fund.models import PayList, PayRow, PayState, Voucher, VoucherKind
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
