"""A ceremony of today: guests received on a telephone whose network drops, the stage on one screen."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from factories.people import PersonFactory
from factories.register import award_to
from journeys.conftest import SignIn
from thidua.kernel.days import civil_day
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import actor_for
from thidua.modules.register import api as register
from thidua.modules.register.models import Source

pytestmark = pytest.mark.browser

TODAYS = "Trao tặng nhân Ngày Đại đoàn kết toàn dân tộc"


HOLDS_A_DOOR = """async () => {
  const requests = await (await caches.open("door")).keys();
  return requests.some((one) => one.url.endsWith("/don-tiep/"));
}"""
MAKE_IT_OLD = """async () => {
  const store = await caches.open("door");
  const before = new Date(Date.now() - 25 * 3600 * 1000).toUTCString();
  await store.put(location.pathname, new Response("", { headers: { Date: before } }));
}"""


def opened(page: Page) -> str:
    page.goto("/trao-tang/")
    page.get_by_role("link", name=TODAYS).click()
    page.wait_for_url("**/trao-tang/*/")
    return page.url


def test_the_door_goes_on_without_a_network_and_sends_later(sign_in: SignIn) -> None:
    door = sign_in("vanthu", phone=True)
    at = opened(door)
    door.goto(f"{at}don-tiep/")
    expect(door.locator("[data-door][data-here]")).to_have_count(1)
    rows = door.locator("[data-code]")
    n_before = int(door.locator("[data-door-count]").inner_text())
    door.context.set_offline(True)
    for n in range(2):
        rows.nth(n).locator("button").click()
    expect(door.locator("[data-door-waiting]")).to_contain_text("2")
    expect(door.locator("[data-door-count]")).to_have_text(str(n_before + 2))
    door.reload()  # the telephone had thrown the page away
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


def test_the_copy_of_the_door_goes_with_the_sign_in_and_after_a_day(sign_in: SignIn) -> None:
    door = sign_in("vanthu", phone=True)
    at = opened(door)

    def keep() -> None:
        door.goto(f"{at}don-tiep/")
        expect(door.locator("[data-door][data-here]")).to_have_count(1)
        assert door.evaluate(HOLDS_A_DOOR)

    keep()
    door.evaluate(MAKE_IT_OLD)
    door.goto("/trao-tang/")
    door.wait_for_function(f"async () => !(await ({HOLDS_A_DOOR})())")
    keep()
    door.context.clear_cookies()
    door.reload()
    assert "/dang-nhap/" in door.url
    assert not door.evaluate(HOLDS_A_DOOR)


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


def received_from_above(n: int) -> str:
    """A decision of the city on this many people of the ward; gives its number."""
    ward = User.objects.get(username="chuyenvien").grants.earliest("pk").organisation
    desk = actor_for(
        user_id=User.objects.get(username="chuyenvien").pk, name="", on=civil_day(timezone.now())
    )
    basis = register.Basis(
        decided_by="Chủ tịch UBND thành phố",
        decision_number="4521/QĐ-UBND",
        decided_on=civil_day(timezone.now()),
    )
    for at in range(n):
        award = award_to(PersonFactory(organisation=ward, name=f"Nguyễn Văn {at:03}"), "HCLD3")
        register.enter_historical(
            body=ward, basis=basis, award=award, source=Source.ELSEWHERE, actor=desk, now=timezone.now()
        )
    return basis.decision_number


def planned(desk: Page) -> str:
    desk.goto("/trao-tang/moi/")
    desk.select_option("[name=kind]", "receive")
    for name, value in {
        "title": "Đón nhận Huân chương Lao động",
        "on": timezone.localdate().strftime("%d/%m/%Y"),
        "starts_at": "08:00",
        "venue": "Nhà hát thành phố",
        "capacity": "320",
        "presenter": "Phó Chủ tịch UBND thành phố",
        "combined_with": "Hội nghị tổng kết năm",
        "planned_cost": "30000000",
    }.items():
        desk.fill(f"[name={name}]", value)
    desk.get_by_role("button", name="Lưu").click()
    desk.wait_for_url(re.compile(r"/trao-tang/\d+/$"))
    return desk.url


def made_safe(desk: Page, at: str) -> None:
    desk.goto(at)
    for box in desk.locator("input[name^=who-]").all():
        box.fill("Nguyễn Thu Trang")
    for box in desk.locator("input[name^=done-]").all():
        box.check()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Lưu kết quả kiểm tra").click()


def stepped(page: Page, at: str, name: str) -> None:
    page.goto(f"{at}buoc/{name}/")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").click()


def test_three_hundred_are_received_and_the_network_drops_in_the_middle(sign_in: SignIn, settings) -> None:
    settings.DEMONSTRATION = True
    number = received_from_above(300)
    desk = sign_in("chuyenvien")
    at = planned(desk)
    desk.goto(f"{at}khach/")
    desk.get_by_label(number).check()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Lấy danh sách").click()
    expect(desk.locator("tr[data-row]")).to_have_count(300)
    made_safe(desk, at)
    stepped(sign_in("chutich"), at, "clear")
    stepped(desk, at, "invite")

    door = sign_in("vanthu", phone=True)
    door.goto(f"{at}don-tiep/")
    come = "([since, until]) => [...document.querySelectorAll('[data-code] button')].slice(since, until).forEach(b => b.click())"
    door.evaluate(come, [0, 150])
    door.context.set_offline(True)
    door.evaluate(come, [150, 300])
    expect(door.locator("[data-door-count]")).to_have_text("300")
    door.context.set_offline(False)
    door.evaluate("window.dispatchEvent(new Event('online'))")
    expect(door.locator("[data-door-waiting]")).to_be_empty()
    door.reload()
    expect(door.locator("[data-arrived]")).to_have_count(300)

    desk.goto(f"{at}dieu-hanh/")
    for _name in range(5):
        expect(desk.get_by_role("button", name="Đã trao, mời người tiếp theo")).to_be_focused()
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
    with desk.expect_navigation():
        desk.keyboard.press("Tab")
        desk.keyboard.press("Enter")
    expect(desk.get_by_text("5 / 300")).to_be_visible()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Mời lại").click()
    expect(desk.locator(".stage-name")).to_contain_text("Nguyễn Văn 005")
