"""Looking up the law without an account: a link carries the whole record, and no server keeps or logs it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from journeys.conftest import PHONE, SCREEN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PRIZE = "/tra-cuu/dieu-kien/tien-thuong/"
TRIAL = "/tra-cuu/dieu-kien/ca-nhan/"
STANDARDS = "/tra-cuu/tieu-chuan/"
STANDARD = f"{STANDARDS}CSTDCS/ca-nhan/"
PAGES = (
    STANDARDS,
    f"{STANDARDS}?noi=ha-noi",
    STANDARD,
    f"{STANDARDS}CDTDUT/ca-nhan/?ngay=2026-11-26&noi=ha-noi",
    f"{STANDARD}?ngay=2026-11-26&so-voi=2023-12-31",
    TRIAL,
    PRIZE,
    "/tra-cuu/dieu-kien/bieu-quyet/",
    "/tra-cuu/dieu-kien/tham-quyen/",
)
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
# Names of fields that only what was typed is sent under.
TYPED = ("hinh-thuc-1", "tu-1", "xl-", "nhom")


@dataclass
class Watched:
    """A page with every request it makes."""

    page: Page
    asked: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.asked.append(request)

    def carrying(self) -> list[tuple[str, str]]:
        """The requests in whose address or headers something typed stands: there must be none."""
        return [
            (request.method, request.url)
            for request in self.asked
            if any(name in request.url + str(request.all_headers()) for name in TYPED)
        ]

    def sent(self) -> set[tuple[str, str]]:
        """Which addresses were sent what was typed, in the body."""
        with_body = (request for request in self.asked if request.post_data)
        return {
            (request.method, request.url.rpartition("/tra-cuu")[2])
            for request in with_body
            if any(name in str(request.post_data) for name in TYPED)
        }


@pytest.fixture
def visitor(browser: Browser, ward_server: str) -> Iterator[Watched]:
    context = browser.new_context(viewport=SCREEN, locale="vi-VN", base_url=ward_server)
    yield Watched(context.new_page())
    context.close()


@pytest.fixture
def somebody_else(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport=SCREEN, locale="vi-VN")
    yield Watched(context.new_page())
    context.close()


def test_a_link_to_prizes_gives_somebody_else_the_same_answer(visitor, somebody_else, caplog):
    caplog.set_level(logging.DEBUG)
    page, other = visitor.page, somebody_else.page
    page.goto(PRIZE)
    page.select_option("[name=hinh-thuc-1]", "LDTT")
    page.fill("[name=tu-1]", "2025")
    page.select_option("[name=hinh-thuc-2]", "CSTDCS")
    page.fill("[name=tu-2]", "2025")
    assert visitor.sent() == set()
    page.click("button.btn-primary")
    page.wait_for_selector("#results tfoot")
    page.wait_for_function("location.hash.includes('hinh-thuc-1=LDTT')")
    other.goto(page.url)
    other.wait_for_selector("#results tfoot")
    assert other.inner_text("#results") == page.inner_text("#results")
    assert other.input_value("[name=tu-1]") == "2025"
    for each in (visitor, somebody_else):
        assert each.carrying() == []
        assert each.sent() == {("POST", "/dieu-kien/tien-thuong/")}
    assert [name for name in TYPED if name in caplog.text] == []


def test_a_link_to_a_record_gives_somebody_else_the_same_answer(visitor, somebody_else, caplog):
    caplog.set_level(logging.DEBUG)
    page, other = visitor.page, somebody_else.page
    page.goto(TRIAL)
    year = page.input_value("[name=nam]")
    page.select_option(f"[name=xl-{year}]", "excellent")
    page.select_option("[name=nhom]", "public_employee")
    page.click("#calculate")
    page.wait_for_selector("#results .result")
    page.wait_for_function("location.hash.includes('nhom=public_employee')")
    other.goto(page.url)
    other.wait_for_selector("#results .result")
    assert other.inner_text("#results") == page.inner_text("#results")
    for each in (visitor, somebody_else):
        assert each.carrying() == []
        assert each.sent() == {("POST", "/dieu-kien/ca-nhan/")}
    assert [name for name in TYPED if name in caplog.text] == []


def test_the_slider_leads_to_another_day(visitor):
    page = visitor.page
    page.goto(STANDARD)
    page.focus("[data-slider]")
    page.keyboard.press("Home")
    page.wait_for_url("**ngay=2004-*")


def test_a_place_shows_its_own_values_with_their_source(visitor):
    page = visitor.page
    page.goto(f"{STANDARDS}?ngay=2026-11-26")
    page.select_option("[name=noi]", "ha-noi")
    page.wait_for_url("**noi=ha-noi*")
    page.click("text=Công dân Thủ đô ưu tú")
    page.wait_for_selector("#sheet")
    assert "Quyết định 71/2025/QĐ-UBND, Điều 3 khoản 2" in page.inner_text("#sheet")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_page_is_open_to_everybody_and_fits(visitor, ward_server, language):
    page, complaints = visitor.page, []
    page.context.add_cookies([{"name": "ngon_ngu", "value": language, "url": ward_server}])
    for path in PAGES:
        page.set_viewport_size(SCREEN)
        page.goto(path)
        complaints += [(path, each["id"]) for each in Axe().run(page).response["violations"]]
        for size in (SCREEN, PHONE):
            page.set_viewport_size(size)
            complaints += [(path, beyond) for beyond in [page.evaluate(WIDER)] if beyond > 0]
    assert complaints == []
    assert [
        request.url for request in visitor.asked if not request.url.startswith((ward_server, "data:"))
    ] == []
