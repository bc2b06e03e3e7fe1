"""What the paper of a payment list says. A paper is Vietnamese whatever the language of the screen."""

from datetime import date

from django.utils import translation

from thidua.documents.letters import Payment, PaymentList
from thidua.modules.decisions.api import number_of
from thidua.modules.fund.models import PayList, PayRow
from thidua.modules.papers.api import letterhead, signature, signers_of


def payment_letter(pay_list: PayList, on: date) -> PaymentList:
    body = pay_list.fund.organisation
    decision = pay_list.decision
    with translation.override("vi"):
        source = pay_list.get_source_display()
        payments = tuple(_payment(row) for row in pay_list.rows.order_by("place", "id"))
    signed_on = decision.signed_on
    day = f" ngày {signed_on:%d/%m/%Y}" if signed_on else ""
    return PaymentList(
        head=letterhead(body, on),
        decision=f"Quyết định số {number_of(decision)}{day}",
        source=source,
        payments=payments,
        preparer=pay_list.prepared_by.full_name if pay_list.prepared_by else "",
        signature=signature(signers_of(body, on).first()),
    )


def _payment(row: PayRow) -> Payment:
    way = ", ".join(part for part in (row.get_way_display(), row.bank, row.account) if part)
    return Payment(
        name=f"{row.name} (truy tặng)" if row.is_posthumous else row.name,
        unit=row.unit_name,
        award=row.award,
        amount=row.amount,
        way=way,
        receiver=row.receiver,
    )
