"""What somebody wrote in one form is not lost because its neighbour on the page is sent, or by a link."""

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from journeys.conftest import SignIn

pytestmark = pytest.mark.browser
TYPED = "Việc này cần xem lại với tổ dân phố."


def a_tip(page: Page) -> str:
    page.goto("/guong/gioi-thieu/?trang-thai=new")
    page.locator("tr[data-row] a").first.click()
    page.wait_for_url(re.compile(r"/guong/gioi-thieu/\d+/$"))
    return page.url


def test_a_form_beside_the_one_that_is_sent_is_asked_about(sign_in: SignIn) -> None:
    officer = sign_in("chuyenvien")
    here = a_tip(officer)
    officer.fill("form[action$='/khong-phai/'] [name=reason]", TYPED)
    seen: list[str] = []

    def stay(dialog: Dialog) -> None:
        seen.append(dialog.type)
        dialog.dismiss()

    officer.on("dialog", stay)
    passing_on = officer.locator("form[action$='/chuyen/'] button")
    passing_on.click()
    expect(passing_on).to_be_enabled()  # for who stays
    officer.evaluate("location.assign('/guong/')")
    officer.wait_for_timeout(500)
    assert seen == ["beforeunload", "beforeunload"]
    assert officer.url == here
    assert officer.input_value("form[action$='/khong-phai/'] [name=reason]") == TYPED
    with officer.expect_navigation():  # the one that was written in is sent without a question
        officer.locator("form[action$='/khong-phai/'] button[type=submit]").click()
    assert len(seen) == 2
