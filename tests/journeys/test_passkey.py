"""A passkey is added, and signs its owner in without a password; the browser brings the authenticator."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import SCREEN
from thidua.site.sample.roster import PASSWORD

pytestmark = pytest.mark.browser
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_authenticator(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def prove_again(page: Page) -> None:
    """Whoever changes how they sign in proves first who they are."""
    if page.locator("input[name=password]").count():
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")


def add_passkey(page: Page) -> None:
    page.goto("/tai-khoan/bao-mat-hai-lop/khoa/them/")
    prove_again(page)
    page.fill("input[name=name]", "Máy bàn")
    page.check("input[name=passwordless]")
    with page.expect_navigation(url=re.compile("(?<!/them/)$")):
        page.click("#mfa_webauthn_add")


@pytest.fixture
def page(browser: Browser, ward_server: str):
    """By a name: a browser gives no passkey to an address of numbers."""
    base = ward_server.replace("127.0.0.1", "localhost")
    context = browser.new_context(viewport=SCREEN, locale="vi-VN", base_url=base)
    yield context.new_page()
    context.close()


def sign_in(page: Page, username: str) -> None:
    page.goto("/dang-nhap/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/bao-mat-hai-lop/")  # a leader must have a second factor first


def test_a_leader_signs_in_with_a_passkey(page: Page):
    give_authenticator(page)
    sign_in(page, "chutich")
    add_passkey(page)
    page.goto("/tai-khoan/bao-mat-hai-lop/khoa/")
    expect(page.locator("main")).to_contain_text("Máy bàn")

    page.context.clear_cookies()
    page.goto("/dang-nhap/")
    page.click("#passkey_login")
    page.wait_for_url(re.compile(r":[0-9]+/$"))
    expect(page.locator("body")).to_contain_text("Phan Hữu Thành")
