"""A neighbour tells of a good deed from the poster in the street; it becomes an exemplar, and its dossier."""

import pytest
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import PHONE, SignIn

pytestmark = pytest.mark.browser

DEED = "Anh bảo vệ nhặt được túi xách có 40 triệu đồng và trả lại người mất"
WHO = "Lê Văn Tấm"


def address_of_the_first_poster(page: Page) -> str:
    page.goto("/guong/ap-phich/")
    row = page.locator("tr[data-row]").first
    if row.locator("a.code").count() == 0:
        with page.expect_navigation():
            row.locator("button").click()
    address = page.locator("tr[data-row]").first.locator("a.code").get_attribute("href")
    assert address
    return address


def tell(page: Page, address: str) -> None:
    """Without an account, on a phone; the browser proves that it works before the form can be sent."""
    page.goto(address)
    given = {"deed": DEED, "place": "Chợ Hôm", "deed_on": "20/11/2026", "who": WHO, "teller_name": "Bà Tư"}
    for name, words in given.items():
        page.fill(f"[name={name}]", words)
    expect(page.locator("[name=proof]")).not_to_have_value("", timeout=60_000)
    expect(page.locator("[data-proof-question]")).to_be_hidden()
    with page.expect_navigation():
        page.click("main button[type=submit]")
    page.wait_for_url("**/cam-on/")


def accept(page: Page) -> None:
    page.goto("/guong/gioi-thieu/")
    page.locator("tr[data-row] a", has_text="túi xách").first.click()
    expect(page.locator("main")).to_contain_text("Bà Tư")
    with page.expect_navigation():
        page.locator("form[action$='/tiep-nhan/'] button[type=submit]").click()


def verify(page: Page) -> None:
    page.locator("details", has=page.locator("form[action$='/xac-minh/']")).locator("summary").click()
    visit = {
        "visited_on": "22/11/2026",
        "by_whom": "Tổ trưởng",
        "note": "Người mất xác nhận đã nhận lại đủ tiền.",
    }
    for name, words in visit.items():
        page.fill(f"form[action$='/xac-minh/'] [name={name}]", words)
    with page.expect_navigation():
        page.locator("form[action$='/xac-minh/'] button[type=submit]").click()
    page.click("a[href$='/buoc/verify/']")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").click()


def test_a_good_deed_told_in_the_street_becomes_a_dossier(
    browser: Browser, sign_in: SignIn, ward_server: str
) -> None:
    officer = sign_in("chuyenvien")
    address = address_of_the_first_poster(officer)
    outside = browser.new_context(viewport=PHONE, locale="vi-VN", base_url=ward_server)
    tell(outside.new_page(), address)
    outside.close()
    accept(officer)
    verify(officer)
    exemplar = officer.url
    with officer.expect_navigation():
        officer.locator("form[action*='/ho-so/'] button[type=submit]").first.click()
    main = officer.locator("main")
    expect(main).to_contain_text(WHO)
    expect(main).to_contain_text("20/11/2026, Chợ Hôm")
    officer.goto(exemplar)
    expect(officer.locator("main aside")).to_contain_text("HS-2026-")
    expect(main).to_contain_text("túi xách có 40 triệu đồng")
