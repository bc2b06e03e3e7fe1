"""Giấy đề nghị tạm ứng and giấy thanh toán tạm ứng: the usual slips of public accounting."""

from dataclasses import dataclass
from datetime import date

from thidua.documents.letters.parts import Letterhead, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceRequest:
    """`asker` writes it, `receiver` gets the money; `asked_on` and `due_on` are days, whole đồng."""

    head: Letterhead
    asker: str
    receiver: str
    amount: int
    purpose: str
    source: str
    due_on: date
    accountant: str
    signature: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """One payment really made: what, and by which paper ("HĐ 12 ngày 05/6/2026")."""

    what: str
    paper: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceSettlement:
    """`voucher` is how it was paid out; `back` what a list not yet signed keeps, `left` what is handed back,
    `lacking` what is paid on top.
    """

    head: Letterhead
    asker: str
    receiver: str
    purpose: str
    amount: int
    voucher: str
    spent: tuple[Spent, ...]
    back: int
    left: int
    lacking: int
    accountant: str
    signature: Signature
