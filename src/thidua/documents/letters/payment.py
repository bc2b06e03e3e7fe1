"""Danh sách chi tiền thưởng: what the treasury, the bank or the cashier pays, and who signs for it."""

from dataclasses import dataclass

from thidua.documents.letters.parts import Letterhead, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """`receiver` where another receives it: an heir, a representative. `way` with bank and account."""

    name: str
    unit: str
    award: str
    amount: int
    way: str
    receiver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentList:
    """`decision` as cited: "Quyết định số 112/QĐ-UBND ngày …"; `preparer` is the accountant; whole đồng."""

    head: Letterhead
    decision: str
    source: str
    payments: tuple[Payment, ...]
    preparer: str
    signature: Signature
