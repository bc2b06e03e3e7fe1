"""An exemplar who agreed is written about, approved, read, commented on; the comment is read, shown, answered."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import PHONE, SignIn
from thidua.modules.exemplars.models import Consent, Exemplar
from thidua.modules.newsroom.models import Article

pytestmark = pytest.mark.browser


def write(page: Page) -> None:
    """With the editor: its buttons and its question for a link are in Vietnamese."""
    page.click(".richtext .ProseMirror")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Bà con trong tổ đều biết.")
    page.keyboard.press("Enter")
    page.keyboard.type("Nêu gương")
    page.get_by_role("button", name="Đề mục", exact=True).click()
    page.keyboard.press("Enter")
    page.keyboard.type("Chi tiết")
    page.keyboard.press("Shift+Home")
    page.get_by_role("button", name="Liên kết", exact=True).click()
    page.get_by_label("Địa chỉ").fill("https://vidu.gov.vn/guong")
    page.get_by_role("button", name="Đặt liên kết").click()
    expect(page.locator(".richtext a[href='https://vidu.gov.vn/guong']")).to_have_text("Chi tiết")


def begin(page: Page) -> None:
    exemplar = Exemplar.objects.filter(consent=Consent.GIVEN).earliest("pk")
    page.goto(f"/guong/{exemplar.pk}/")
    with page.expect_navigation():
        page.click("form[action*='/tuyen-truyen/tu-guong/'] button")
    page.fill("input[name=byline]", "Cao Minh Tú")
    write(page)
    with page.expect_navigation():
        page.click("main form button[type=submit]")


def step(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.click(f"a[href$='/buoc/{name}/']")
    with page.expect_navigation():
        page.click("main form button[type=submit]")


def test_from_the_desk_to_the_readers_and_back(sign_in: SignIn, browser: Browser, ward_server: str, settings):
    settings.DEMONSTRATION = True  # a leader is not asked for a second factor
    desk = sign_in("bientap")
    begin(desk)
    for name in ("submit", "edited"):
        step(desk, name)
    leader = sign_in("chutich")
    leader.goto(desk.url)
    step(leader, "approve")
    desk.reload()
    step(desk, "publish")
    row = Article.objects.latest("pk")

    context = browser.new_context(viewport=PHONE, locale="vi-VN", base_url=ward_server)
    reader = context.new_page()
    reader.goto("/tin/")
    reader.fill("input[name=q]", "ba con trong to deu biet")
    with reader.expect_navigation():
        reader.click("form.find button")
    with reader.expect_navigation():
        reader.click("ul.news a")
    expect(reader.locator("article")).to_contain_text("Bà con trong tổ đều biết.")
    expect(reader.locator("article h2")).to_have_text("Nêu gương")
    expect(reader.locator("article a[rel~=nofollow]")).to_have_attribute("href", "https://vidu.gov.vn/guong")
    assert not Axe().run(reader).response["violations"]
    for name, words in {"name": "Bà Tư", "title": "Rất quý", "content": "Cảm ơn bà con."}.items():
        reader.fill(f"[name={name}]", words)
    expect(reader.locator("[name=proof]")).not_to_have_value("", timeout=60_000)
    with reader.expect_navigation():
        reader.click("button.primary")
    reader.wait_for_url(re.compile("/cam-on/"))

    desk.goto(f"/tuyen-truyen/y-kien/?bai={row.pk}")
    with desk.expect_navigation():
        desk.click("tr[data-row] a")
    with desk.expect_navigation():
        desk.click("form[action$='/buoc/publish/'] button")
    desk.fill("textarea[name=reply]", "Cảm ơn bà Tư.")
    with desk.expect_navigation():
        desk.click("form[action$='/tra-loi/'] button")
    reader.goto(f"/tin/{row.pk}/{row.slug}/")
    expect(reader.locator("#binh-luan")).to_contain_text("Cảm ơn bà Tư.")
    context.close()
