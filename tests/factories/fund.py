"""A fund with money, and payment lists at each step of their way."""

from dataclasses import dataclass

from factories.certificates import decided
from factories.decisions import NOW, ON
from factories.dossiers import Place
from factories.organisations import actor
from thidua.modules.fund import actions
from thidua.modules.fund.models import Fund, PayList, Voucher
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
