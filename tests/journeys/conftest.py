"""A real browser: Debian's Chromium through Playwright, one page for each person of a story."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from thidua.site.sample.roster import PASSWORD

CHROMIUM = os.environ.get("THIDUA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREEN = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("THIDUA_REQUIRE_BROWSER") == "1":
            pytest.fail("Browser tests are required, and Chromium was not found.")
        pytest.skip("Chromium was not found: journeys are left out.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop in this thread
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


@pytest.fixture
def sign_in(browser: Browser, ward_server: str) -> Iterator[SignIn]:
    """`sign_in("chuyenvien")` opens a page of their own for one account of the demonstration."""
    with ExitStack() as contexts:

        def enter(username: str, *, phone: bool = False) -> Page:
            context = browser.new_context(
                viewport=PHONE if phone else SCREEN,
                locale="vi-VN",
                base_url=ward_server,
                accept_downloads=True,
            )
            contexts.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(60_000)
            page.goto("/dang-nhap/")
            page.fill("input[name=login]", username)
            page.fill("input[name=password]", PASSWORD)
            page.click("button[type=submit]")
            page.wait_for_url("**/")
            return page

        yield enter
