"""A model spreads: described by a school, tried in two units, learnt from, offered to all, followed, and measured."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NAME = "Mười phút dọn cổng trường"
BEFORE = {
    "name": "Số lần bị nhắc về vệ sinh cổng trường mỗi tháng",
    "unit": "lần",
    "before": "6",
    "before_on": "01/09/2026",
    "before_by": "Giám thị",
    "before_source": "Sổ trực",
}
AFTER = {"after": "1,5", "after_on": "20/11/2026", "after_by": "Giám thị", "after_source": "Sổ trực"}


def send(page: Page, form: str = "main form") -> None:
    with page.expect_navigation():
        page.locator(f"{form} button[type=submit]").last.click()


def fill(page: Page, values: dict[str, str], form: str = "main form") -> None:
    for name, words in values.items():
        page.fill(f"{form} [name={name}]", words)


def number_in(page: Page) -> str:
    found = re.search(r"/(\d+)/", page.url)
    assert found
    return found.group(1)


def step(page: Page, model: str, name: str, **said: str) -> None:
    page.goto(f"/mo-hinh/{model}/buoc/{name}/")
    fill(page, said)
    send(page)
    page.wait_for_url(f"**/mo-hinh/{model}/")


def describe(page: Page) -> str:
    """The name first, the rest later: what lacks is said."""
    page.goto("/mo-hinh/moi/")
    page.fill("[name=name]", NAME)
    send(page)
    model = number_in(page)
    page.goto(f"/mo-hinh/{model}/sua/")
    texts = {
        "novelty": "Học sinh và phụ huynh cùng dọn mười phút lúc tan trường.",
        "solutions": "Mỗi lớp một tuần; phụ huynh đến đón cùng làm.",
        "conditions": "Cổng trường có chỗ để dụng cụ.",
        "cost": "1.500.000",
    }
    fill(page, texts)
    send(page, "main form:has([name=novelty])")
    expect(page.locator("main")).to_contain_text("1.500.000 đ")
    return model


def pilot(page: Page, model: str) -> str:
    page.goto(f"/mo-hinh/{model}/lam-diem/")
    page.select_option("[name=organisation]", label="Trường THCS Phượng Hồng (minh họa)")
    fill(page, {"since": "01/09/2026", "until": "20/11/2026"})
    send(page)
    page.wait_for_url(f"**/mo-hinh/{model}/")
    step(page, model, "pilot")
    page.locator("main a", has_text="Trường THCS Phượng Hồng").click()
    page.wait_for_url("**/lam-diem/**")
    return number_in(page)


def conclude(page: Page, trial: str) -> None:
    """An indicator before and after, a lesson, a word on what came of it."""
    page.goto(f"/mo-hinh/lam-diem/{trial}/")
    page.locator("summary", has_text="Thêm chỉ số").click()
    form = "form[action$='/chi-so/']"
    fill(page, BEFORE | AFTER, form)
    page.select_option(f"{form} [name=aim]", "less")
    send(page, form)
    expect(page.locator("main")).to_contain_text("−4,5 (−75%)")
    page.locator("summary", has_text="Ghi bài học").click()
    form = "form[action$='/bai-hoc/']"
    fill(page, {"text": "Phụ huynh làm cùng thì bền hơn.", "for_whom": "trường học"}, form)
    send(page, form)
    page.goto(f"/mo-hinh/lam-diem/{trial}/buoc/conclude/")
    fill(page, {"reason": "Không còn bị nhắc về vệ sinh cổng trường."})
    send(page)
    page.wait_for_url(f"**/mo-hinh/lam-diem/{trial}/")


def offer(page: Page, model: str) -> None:
    page.goto(f"/mo-hinh/{model}/buoc/review/")
    page.check("[name=verdict][value=worth]")
    page.fill("[name=reason]", "Giảm rõ, ít tốn kém, trường nào cũng làm được.")
    send(page)
    step(page, model, "list")


def follow(page: Page, model: str) -> None:
    """Another school: applies it with its own indicator, and measures what came of it."""
    page.goto(f"/mo-hinh/{model}/")
    page.locator(".title-actions a", has_text="Áp dụng mô hình này").click()
    page.wait_for_url("**/ap-dung/")
    fill(page, BEFORE | {"since": "01/10/2026"})
    page.select_option("[name=organisation]", label="Trường Tiểu học Sông Hồng (minh họa)")
    page.select_option("[name=aim]", "less")
    send(page)
    page.locator("main a", has_text="Nhập giá trị sau").click()
    page.wait_for_url("**/chi-so/**")
    fill(page, AFTER, "main form.card")
    send(page, "main form.card")
    expect(page.locator("main")).to_contain_text("−4,5 (−75%)")


def test_a_model_spreads(sign_in):
    head, desk, other = sign_in("hieutruong"), sign_in("chuyenvien"), sign_in("canbo.tieuhoc")
    model = describe(head)
    other.goto("/mo-hinh/?q=muoi+phut")
    expect(other.locator("tbody tr")).to_have_count(0)
    step(head, model, "propose")
    trial = pilot(desk, model)
    conclude(head, trial)
    offer(desk, model)
    other.goto("/mo-hinh/?q=muoi+phut")
    expect(other.locator("tbody tr")).to_have_count(1)
    follow(other, model)
    desk.goto(f"/mo-hinh/{model}/lan-toa/")
    expect(desk.locator("svg.spread rect")).to_have_count(2)
    expect(desk.locator("svg.spread")).to_contain_text("Tiểu học Sông Hồng")
    rows = desk.locator("table").first.locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("đã đo")
