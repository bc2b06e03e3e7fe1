"""A fund with money, and payment lists at each step of their way."""

from dataclasses import dataclass
from datetime import timedelta

from factories.certificates import decided
from factories.decisions import NOW, ON
from factories.dossiers import Place
from factories.organisations import actor
from thidua.modules.fund import actions
from thidua.modules.fund.models import Advance, Fund, PayList, Voucher
from thidua.modules.organisations.api import Actor, Role

MILLIONS = 50_000_000


@dataclass(frozen=True)
class Desk:
    """Who keeps the fund of the ward, and who approves."""

    at: Place
    accountant: Actor
    leader: Actor


def desk(at: Place) -> Desk:
    return Desk(at, actor(at.ward, Role.ACCOUNTANT), actor(at.ward, Role.LEADER))


def given(one: Desk, amount: int = MILLIONS, source: str = "budget", **more: str) -> Voucher:
    return actions.allot(
        organisation=one.at.ward, year=ON.year, source=source, amount=amount, on=ON, number="12/QĐ",
        basis="Dự toán năm", actor=one.accountant, now=NOW, **more,
    )  # fmt: skip


def prepared(one: Desk, *honours: str) -> PayList:
    decision = decided(one.at, *honours)
    return actions.prepare(decision=decision, source="budget", actor=one.accountant, now=NOW)


def approved(one: Desk, *honours: str) -> PayList:
    if not Fund.objects.exists():
        given(one)
    return actions.approve(pay_list=prepared(one, *honours), actor=one.leader, now=NOW)


def paid(one: Desk, *honours: str) -> PayList:
    return actions.pay(
        pay_list=approved(one, *honours), number="UNC 15", on=ON, actor=one.accountant, now=NOW
    )


def asked(one: Desk, amount: int = 12_000_000, pay_list: PayList | None = None) -> Advance:
    if not Fund.objects.exists():
        given(one)
    return actions.ask(
        organisation=one.at.ward, source="budget", amount=amount, purpose="Tổ chức lễ trao thưởng",
        receiver="Bà Phạm Thu Hà", due_on=ON + timedelta(days=10), pay_list=pay_list, actor=one.at.specialist,
    )  # fmt: skip


def advanced(one: Desk, amount: int = 12_000_000, pay_list: PayList | None = None) -> Advance:
    row = actions.approve_advance(advance=asked(one, amount, pay_list), actor=one.leader, now=NOW)
    return actions.pay_out(advance=row, number="PC 31", on=ON, actor=one.accountant, now=NOW)


def spend(one: Desk, advance: Advance, amount: int, what: str = "Khung giấy khen") -> None:
    actions.enter_payment(
        advance=advance, what=what, number="HĐ 118", on=ON, amount=amount, actor=one.at.specialist
    )


def accepted(one: Desk, advance: Advance) -> Advance:
    actions.report(advance=advance, actor=one.at.specialist)
    return actions.accept(advance=advance, actor=one.leader)


def settled(one: Desk, advance: Advance, number: str = "PT 7") -> Advance:
    row = accepted(one, advance)
    return actions.settle(advance=row, number=number, on=ON, actor=one.accountant, now=NOW)
