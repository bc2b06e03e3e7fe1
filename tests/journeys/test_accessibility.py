"""Every kind of screen, as each role sees it: open to everybody, quiet, from this host only, never wider than the window."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from journeys.walk import REFUSED, Screen, distinct_screens
from thidua.modules.exemplars.models import TipDoor
from thidua.site.menu import MENU

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
NOWHERE = "/khong-co-trang-nay/"
# What stands open to somebody who has not signed in.
DOORS = (
    "/dang-nhap/",
    "/kich-hoat/",
    "/tra-cuu/tieu-chuan/",
    "/tra-cuu/dieu-kien/ca-nhan/",
    "/xac-minh/",
    "/xac-minh/khoa/",
    "/tin/",
    "/tin/quyet-dinh/",
    NOWHERE,
)


class Watch:
    """One page of a browser that notes what is wrong with the screens it opens."""

    def __init__(self, page: Page, host: str) -> None:
        self.page, self.host, self.axe = page, host, Axe()
        self.where = ""
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._note(f"script: {error}"))
        page.on("request", self._asked)

    def look_at(self, path: str, account: str = "") -> None:
        self.where = f"{account or 'nobody'} {path}"
        self.page.set_viewport_size(DESK)
        self.page.goto(path)
        for violation in self.axe.run(self.page).response["violations"]:
            for node in violation["nodes"]:
                self._note(f"{violation['id']}: {node['html'][:160]}")
        self._measure("desk")
        self.page.set_viewport_size(PHONE)
        self._measure("phone")

    def _measure(self, size: str) -> None:
        if (beyond := self.page.evaluate(WIDER)) > 0:
            self._note(f"{beyond} px too wide on a {size}")

    def _heard(self, message: ConsoleMessage) -> None:
        # The browser itself tells of every 403 and 404, which are looked at on purpose.
        if message.type == "error" and "the server responded with a status of" not in message.text:
            self._note(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.host, "data:", "blob:")):
            self._note(f"another host: {request.url}")

    def _note(self, words: str) -> None:
        self.complaints.append(f"{self.where} · {words}")


@pytest.fixture
def screens(ward_server: str, monkeypatch: pytest.MonkeyPatch) -> list[Screen]:
    monkeypatch.setattr(settings, "DEMONSTRATION", True)  # no second factor is asked for
    return list(distinct_screens())


@pytest.fixture
def watch(browser: Browser, ward_server: str) -> Iterator[Watch]:
    context = browser.new_context(locale="vi-VN", base_url=ward_server)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield Watch(page, ward_server)
    context.close()


def sign_in(watch: Watch, screen: Screen) -> None:
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": screen.session, "url": watch.host}
    watch.page.context.add_cookies([cookie])


def test_every_screen_is_open_to_everybody(screens, watch):
    places = {place.url_name for _label, group in MENU for place in group}
    assert places - {screen.kind for screen in screens} == set()
    assert [(screen.account, screen.path) for screen in screens if screen.status >= REFUSED] == []
    for screen in screens:
        sign_in(watch, screen)
        watch.look_at(screen.path, screen.account)
    watch.look_at(NOWHERE, screens[-1].account)
    watch.page.context.clear_cookies()
    for path in (*DOORS, f"/gioi-thieu/{TipDoor.objects.values_list('code', flat=True)[0]}/"):
        watch.look_at(path)
    assert watch.complaints == []
