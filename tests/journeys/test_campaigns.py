"""A campaign is launched by the ward, reaches a school, becomes its own plan, is registered for, and moves on the page."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
NAME = "Cổng trường an toàn"
TEXTS = {
    "noi-dung": {
        "aim": "Không còn ùn tắc trước cổng trường vào giờ đưa đón.",
        "subjects": "Các trường học trên địa bàn phường.",
        "content": "Chia giờ tan học, kẻ vạch đứng đón, có người hướng dẫn.",
        "criteria": "Không còn xe dừng dưới lòng đường quá năm phút.",
    },
    "to-chuc": {
        "measures": "Nhà trường, công an và phụ huynh cùng làm.",
        "carrying_out": "Phát động đầu tháng 9, làm đến hết năm học.",
        "inspection": "Phường kiểm tra mỗi tháng một lần.",
        "publicity": "Nêu gương trường làm tốt trên truyền thanh phường.",
        "reviews": "Sơ kết tháng 1, tổng kết tháng 6.",
        "rewards": "Giấy khen cho ba tập thể.",
    },
}


def send(page: Page, form: str = "main form") -> None:
    with page.expect_navigation():
        page.locator(f"{form} button[type=submit]").last.click()


def number_in(page: Page) -> str:
    found = re.search(r"/(\d+)/", page.url)
    assert found
    return found.group(1)


def go_on(page: Page) -> None:
    """The first button of a step: save and go on."""
    with page.expect_navigation():
        page.locator("form[data-autosave] button.btn-primary").click()


def prepare(page: Page) -> str:
    """The ward's specialist: name, field, days; units; texts of which the first saves itself; an indicator."""
    page.goto("/phong-trao/moi/")
    page.fill("[name=name]", NAME)
    page.select_option("[name=field]", index=6)
    page.fill("[name=since]", "01/09/2026")
    page.fill("[name=last_day]", "30/06/2027")
    send(page)
    campaign = number_in(page)
    page.goto(f"/phong-trao/{campaign}/soan/noi-dung/")
    page.fill("[name=aim]", TEXTS["noi-dung"]["aim"])
    page.wait_for_selector("form[data-state=saved]")
    page.reload()
    expect(page.locator("[name=aim]")).to_have_value(TEXTS["noi-dung"]["aim"])
    for step, texts in TEXTS.items():
        page.goto(f"/phong-trao/{campaign}/soan/{step}/")
        for name, words in texts.items():
            page.fill(f"[name={name}]", words)
        go_on(page)
    page.fill("[name=name]", "Ngày không ùn tắc trước cổng trường")
    page.fill("[name=unit]", "ngày")
    page.fill("[name=baseline]", "3")
    page.fill("[name=target]", "20")
    send(page, "main form:has([name=baseline])")
    return campaign


def launch(page: Page, campaign: str) -> None:
    """Refused while the plan's paper is missing; the list says so and leads there."""
    page.goto(f"/phong-trao/{campaign}/soan/phat-dong/")
    expect(page.locator("form[action$='/phat-dong/'] button")).to_be_disabled()
    missing = page.locator(".finding:has(.verdict-no)")
    expect(missing).to_have_count(1)
    expect(missing).to_contain_text("Luật 06/2022/QH15, Điều 17 khoản 1")
    missing.locator("a").click()
    page.fill("[name=plan_number]", "188/KH-UBND")
    page.fill("[name=plan_on]", "28/08/2026")
    with page.expect_navigation():
        page.click("button[name=then][value=launch]")
    page.fill("[name=launched_on]", "01/09/2026")
    send(page, "form[action$='/phat-dong/']")
    expect(page.locator("main")).to_contain_text("Đã phát động tới")


def answer(page: Page, campaign: str) -> str:
    """The school: finds it among those launched above, makes its own plan with its own target."""
    page.goto("/phong-trao/?nguon=above")
    page.get_by_role("link", name=NAME).click()
    with page.expect_navigation():
        page.click("form[action$='/ke-hoach-don-vi/'] button")
    own = number_in(page)
    assert own != campaign
    page.fill("[name=aim]", TEXTS["noi-dung"]["aim"])
    for name in ("subjects", "content", "criteria"):
        page.fill(f"[name={name}]", f"Việc riêng của trường: {name}")
    go_on(page)
    for name in TEXTS["to-chuc"]:
        page.fill(f"[name={name}]", f"Cách làm riêng của trường: {name}")
    go_on(page)
    page.locator("tbody a.btn").first.click()
    page.fill("[name=target]", "18")
    send(page, "main form:has([name=baseline])")
    page.goto(f"/phong-trao/{own}/soan/noi-dung/")
    expect(page.get_by_text("sao chép từ cấp trên")).to_have_count(1)
    page.goto(f"/phong-trao/{own}/soan/chung/")
    page.fill("[name=plan_number]", "15/KH-THCS")
    page.fill("[name=plan_on]", "10/09/2026")
    go_on(page)
    return own


def register(officer: Page, head: Page, campaign: str) -> str:
    officer.goto(f"/phong-trao/{campaign}/")
    with officer.expect_navigation():
        officer.click("form[action$='/dang-ky/'] button")
    registration = number_in(officer)
    expect(officer.locator("main")).to_contain_text("Luật 06/2022/QH15, Điều 7")
    officer.locator("[name=recipients]").first.check()
    officer.fill("[name=target]", "Trực cổng trường mỗi tuần một buổi")
    send(officer, "form[action$='/tham-gia/']")
    head.goto(f"/phong-trao/dang-ky/{registration}/buoc/send/")
    send(head)
    return registration


def test_a_campaign_from_its_launch_to_the_figure_on_its_page(sign_in):
    specialist, officer, head = sign_in("chuyenvien"), sign_in("canbo.truong"), sign_in("hieutruong")
    campaign = prepare(specialist)
    launch(specialist, campaign)
    own = answer(officer, campaign)
    head.goto(f"/phong-trao/{own}/soan/phat-dong/")
    head.fill("[name=launched_on]", "12/09/2026")
    send(head, "form[action$='/phat-dong/']")
    registration = register(officer, head, campaign)
    specialist.goto(f"/phong-trao/dang-ky/{registration}/buoc/approve/")
    send(specialist)
    expect(specialist.locator("h1 .chip")).to_have_text("đã duyệt")
    officer.goto(f"/phong-trao/{own}/bao-cao/dan/")
    officer.fill("[name=text]", "Chỉ tiêu\t09/2026\t10/2026\nNgày không ùn tắc trước cổng trường\t5\t11\n")
    send(officer)
    with officer.expect_navigation():
        officer.click("button[name=confirmed]")
    specialist.goto(f"/phong-trao/{campaign}/")
    picture = specialist.locator("figure canvas")
    expect(picture).to_be_visible()
    expect(picture).to_have_attribute("aria-label", re.compile("hiện nay 11 ngày"))
    assert (
        specialist.evaluate(
            "Chart.getChart(document.querySelector('figure canvas')).data.datasets[0].data.at(-1)"
        )
        == 11
    )
    expect(specialist.locator("tr:has-text('Phượng Hồng')").last).to_contain_text("đã duyệt")
