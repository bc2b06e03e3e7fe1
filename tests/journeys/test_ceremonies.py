"""A ceremony of today: guests received on a telephone whose network drops, the stage on one screen."""

import pytest
from playwright.sync_api import Page, expect

from journeys.conftest import SignIn

pytestmark = pytest.mark.browser

TODAYS = "Trao tặng nhân Ngày Đại đoàn kết toàn dân tộc"


def opened(page: Page) -> str:
    page.goto("/trao-tang/")
    page.get_by_role("link", name=TODAYS).click()
    page.wait_for_url("**/trao-tang/*/")
    return page.url


def test_the_door_goes_on_without_a_network_and_sends_later(sign_in: SignIn) -> None:
    door = sign_in("vanthu", phone=True)
    at = opened(door)
    door.goto(f"{at}don-tiep/")
    rows = door.locator("[data-code]")
    n_before = int(door.locator("[data-door-count]").inner_text())
    door.context.set_offline(True)
    for n in range(2):
        rows.nth(n).locator("button").click()
    expect(door.locator("[data-door-waiting]")).to_contain_text("2")
    expect(door.locator("[data-door-count]")).to_have_text(str(n_before + 2))
    door.context.set_offline(False)
    door.evaluate("window.dispatchEvent(new Event('online'))")
    expect(door.locator("[data-door-waiting]")).to_be_empty()
    door.reload()
    expect(door.locator("[data-door-count]")).to_have_text(str(n_before + 2))
    expect(door.locator("[data-arrived]")).to_have_count(n_before + 2)
    door.fill("[data-door-search]", "nguyen huu dat")
    expect(door.locator("[data-code]:visible")).to_have_count(1)


def test_the_stage_is_run_with_the_enter_key(sign_in: SignIn) -> None:
    desk = sign_in("chuyenvien")
    at = opened(desk)
    desk.goto(f"{at}dieu-hanh/")
    first = desk.locator(".stage-name").inner_text()
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    if desk.locator(".stage-name").count():
        assert desk.locator(".stage-name").inner_text() != first
    desk.goto(f"{at}khach/")
    expect(desk.locator("tr[data-row]").first).to_contain_text(first)
