"""Money on its way: the ceiling, a list approved, an advance for it asked for, paid out, and settled by the signed list."""

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from thidua.modules.fund.models import Account, Advance, Line, PayList, PayState

pytestmark = pytest.mark.browser


def send(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).last.click()


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.fill(f"[name={name}]", value)


@dataclass(frozen=True)
class Desk:
    """The three who deal with an advance, each at a screen of his own."""

    accountant: Page
    officer: Page
    leader: Page


def approve_list(at: Desk, pay_list: PayList) -> None:
    at.accountant.goto("/quy-khen-thuong/tran/")
    fill(at.accountant, base="40000000000")
    send(at.accountant, "Lưu")
    expect(at.accountant.locator("main")).to_contain_text("400.000.000 đ")
    at.leader.goto(f"/quy-khen-thuong/danh-sach/{pay_list.pk}/")
    send(at.leader, "Duyệt danh sách chi")


def ask(page: Page, pay_list: PayList) -> str:
    """The address of the advance."""
    due = f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}"
    page.goto("/quy-khen-thuong/")
    page.get_by_role("link", name="Đề nghị tạm ứng").click()
    page.select_option("[name=pay_list]", str(pay_list.pk))
    amount = str(pay_list.total + 500_000)
    fill(page, amount=amount, purpose="Trao thưởng tại tổ dân phố", receiver="Bà Trang", due_on=due)
    send(page, "Lưu")
    expect(page.get_by_role("button", name="Duyệt tạm ứng")).to_have_count(0)
    return re.sub(r"^https?://[^/]+", "", page.url)


def pay_out(at: Desk, address: str) -> None:
    at.leader.goto(address)
    send(at.leader, "Duyệt tạm ứng")
    at.accountant.goto(address)
    at.accountant.get_by_role("link", name="Chi tạm ứng").click()
    fill(at.accountant, number="PC 77")
    send(at.accountant, "Lưu")
    expect(at.accountant.locator("main")).to_contain_text("PC 77")


def report(page: Page, address: str) -> None:
    page.goto(address)
    with page.expect_download() as file:
        page.get_by_role("link", name="Giấy đề nghị Word").click()
    assert file.value.suggested_filename.endswith(".docx")
    send(page, "Danh sách đã ký nhận đủ: đưa vào thanh toán")
    fill(page, what="Hoa tặng", number="HĐ 5", amount="200000")
    send(page, "Thêm")
    expect(page.locator("main")).to_contain_text("300.000 đ")
    send(page, "Gửi thanh toán tạm ứng")
    expect(page.get_by_role("button", name="Duyệt thanh toán tạm ứng")).to_have_count(0)


def settle(at: Desk, address: str) -> None:
    at.leader.goto(address)
    send(at.leader, "Duyệt thanh toán tạm ứng")
    at.accountant.goto(address)
    at.accountant.get_by_role("link", name="Ghi sổ thanh toán tạm ứng").click()
    send(at.accountant, "Lưu")
    expect(at.accountant.locator("main")).to_contain_text("Ghi số phiếu thu")
    fill(at.accountant, number="PT 78")
    send(at.accountant, "Lưu")
    expect(at.accountant.locator("main")).to_contain_text("PT 78")


def test_from_the_ceiling_to_the_settlement(sign_in, settings):
    settings.DEMONSTRATION = True  # a leader is not asked for a second factor
    pay_list = PayList.objects.get(state=PayState.PREPARED)
    at = Desk(sign_in("ketoan"), sign_in("chuyenvien"), sign_in("chutich"))
    approve_list(at, pay_list)
    address = ask(at.officer, pay_list)
    pay_out(at, address)
    report(at.officer, address)
    settle(at, address)

    pay_list.refresh_from_db()
    assert (pay_list.state, pay_list.number) == (PayState.PAID, "PC 77")
    lines = Line.objects.filter(voucher__advance=Advance.objects.get(number="PC 77"))
    assert sum(line.amount for line in lines if line.account == Account.OUT) == 0
    assert sum(line.amount for line in lines if line.account == Account.PAID) == pay_list.total + 200_000

    at.accountant.goto("/quy-khen-thuong/")
    at.accountant.get_by_role("link", name="Tổng hợp năm").click()
    expect(at.accountant.locator("main")).to_contain_text("Số dư cuối năm")
    with at.accountant.expect_download() as table:
        at.accountant.get_by_role("link", name="Excel").click()
    assert table.value.suggested_filename.endswith(".xlsx")
