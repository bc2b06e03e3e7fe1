"""A certificate on its way: looked over, proofed, released by a second person, printed on blanks, handed over, verified."""

import re

import pytest
from playwright.sync_api import Page, expect

from thidua.modules.certificates.models import Batch, BatchState

pytestmark = pytest.mark.browser


def send(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).last.click()


def test_from_release_to_verification(sign_in):
    batch = Batch.objects.get(state=BatchState.PROOFING)
    address = f"/giay-khen/dot/{batch.pk}/"
    desk, clerk = sign_in("chuyenvien"), sign_in("vanthu")

    desk.goto(address)
    expect(desk.get_by_role("button", name="Duyệt in…")).to_have_count(0)
    expect(desk.locator("main")).to_contain_text("Người duyệt in phải là người khác")

    clerk.goto(address)
    clerk.get_by_role("button", name="Duyệt in…").click()
    send(clerk, "Duyệt in")
    expect(clerk.locator("main")).to_contain_text("người duyệt in: Đinh Thị Loan")

    clerk.locator("form[action$='/giao/'] input[type=checkbox]").first.check()
    clerk.fill("form[action$='/giao/'] [name=note]", "Lễ chào cờ đầu tuần")
    send(clerk, "Ghi đã giao")
    expect(clerk.locator("#certificates")).to_contain_text("đã giao")

    clerk.locator("#certificates tbody a").first.click()
    clerk.wait_for_url(re.compile(r"/giay-khen/\d+/$"))
    expect(clerk.locator("img.certificate")).to_be_visible()
    assert clerk.locator("img.certificate").evaluate("it => it.naturalWidth") > 0
    code = clerk.locator("dd a[href^='/xac-minh/']").inner_text()

    anybody = clerk.context.browser.new_context(base_url=clerk.url.split("/giay-khen/")[0], locale="vi-VN")
    visitor = anybody.new_page()
    visitor.goto("/xac-minh/")
    visitor.fill("[name=ma]", code.lower())
    send(visitor, "Xác minh")
    expect(visitor.locator("main")).to_contain_text("Giấy khen có thật.")
    expect(visitor.locator("main")).to_contain_text(code)
    anybody.close()


def test_a_layout_is_moved_and_tried(sign_in):
    desk = sign_in("chuyenvien")
    desk.goto("/giay-khen/phoi/")
    desk.select_option("[name=honour]", "GK")
    desk.fill("form:has([name=honour]) [name=name]", "Phôi giấy khen thử")
    send(desk, "Bắt đầu")
    desk.fill("[name='name-y']", "90")
    desk.uncheck("[name='register-on']")
    send(desk, "Lưu và thử")
    expect(desk.locator("[name='name-y']")).to_have_value("90.0")
    expect(desk.locator("[name='register-on']")).not_to_be_checked()
    assert desk.locator("img.certificate").evaluate("it => it.naturalWidth") > 0
    desk.fill("[name='name-x']", "200")
    send(desk, "Lưu và thử")
    expect(desk.get_by_role("alert")).to_contain_text("tràn ra ngoài phôi")
    expect(desk.locator("[name='name-x']")).to_have_value("200")
