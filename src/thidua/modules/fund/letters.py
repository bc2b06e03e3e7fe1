"""What the papers of payment lists and advances say. A paper is Vietnamese whatever the language of the screen."""

from datetime import date

from django.utils import translation

from thidua.documents.letters import AdvanceRequest, AdvanceSettlement, Payment, PaymentList, Spent
from thidua.modules.decisions.api import number_of
from thidua.modules.fund.models import Advance, AdvanceRow, PayList, PayRow, Voucher
from thidua.modules.fund.settlement import settlement_of
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


def advance_request_letter(advance: Advance, on: date) -> AdvanceRequest:
    body = advance.fund.organisation
    with translation.override("vi"):
        source = advance.get_source_display()
    return AdvanceRequest(
        head=letterhead(body, advance.asked_on),
        asker=advance.asked_by.full_name if advance.asked_by else "",
        receiver=advance.receiver,
        amount=advance.amount,
        purpose=advance.purpose,
        source=source,
        due_on=advance.due_on,
        accountant=_accountant(advance),
        signature=signature(signers_of(body, on).first()),
    )


def advance_settlement_letter(advance: Advance, on: date) -> AdvanceSettlement:
    body, found = advance.fund.organisation, settlement_of(advance)
    reporter = advance.reported_by or advance.asked_by
    return AdvanceSettlement(
        head=letterhead(body, advance.reported_on or on),
        asker=reporter.full_name if reporter else "",
        receiver=advance.receiver,
        purpose=advance.purpose,
        amount=advance.amount,
        voucher=_paper(advance.number, advance.paid_on),
        spent=tuple(_spent(row) for row in advance.rows.all()),
        back=found.back,
        left=found.left,
        lacking=found.lacking,
        accountant=_accountant(advance),
        signature=signature(signers_of(body, on).first()),
    )


def _accountant(advance: Advance) -> str:
    """Who booked its payment; before that nobody has."""
    booked = Voucher.objects.filter(advance=advance, kind="advance").select_related("made_by").last()
    return booked.made_by.full_name if booked and booked.made_by else ""


def _spent(row: AdvanceRow) -> Spent:
    return Spent(what=row.what, paper=_paper(row.number, row.on), amount=row.amount)


def _paper(number: str, on: date | None) -> str:
    return " ngày ".join(part for part in (number, f"{on:%d/%m/%Y}" if on else "") if part)
