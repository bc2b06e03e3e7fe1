"""A detector speaks, the unit explains, the leader decides, it is remedied, and closes once it is no longer found;
an inspection from its plan to the end of its follow-up.
"""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SCHOOL = "Trường THCS Phượng Hồng (minh họa)"


def send(page: Page, form: str = "main form") -> None:
    with page.expect_navigation():
        page.locator(f"{form} button[type=submit]").last.click()


def number_in(page: Page) -> str:
    found = re.search(r"/(\d+)/", page.url)
    assert found
    return found.group(1)


def say(page: Page, address: str, words: str) -> None:
    page.goto(address)
    page.fill("[name=reason]", words)
    send(page)


def sign_about_the_school(page: Page) -> str:
    """Months without an exemplar: tuned until the school's own is found."""
    page.goto("/dau-hieu/nguong/empty_months/")
    page.fill("[name=value]", "1")
    page.locator("button[name=thu]").click()
    expect(page.locator("main")).to_contain_text("Với ngưỡng 1")
    page.fill("[name=value]", "1")
    page.fill("[name=basis]", "Kế hoạch 163/KH-UBND")
    with page.expect_navigation():
        page.get_by_role("button", name="Áp dụng").click()
    page.goto("/dau-hieu/")
    with page.expect_navigation():
        page.get_by_role("button", name="Rà soát lại").click()
    page.goto("/dau-hieu/?dau_hieu=empty_months")
    page.locator("tr[data-row]", has_text=SCHOOL).locator("a").first.click()
    page.wait_for_url(re.compile(r"/dau-hieu/\d+/$"))
    return number_in(page)


def months_explained(page: Page) -> None:
    """The school says of each month of this year that there was none, and why."""
    page.goto("/nhiem-vu-thang/")
    page.locator("tbody a").first.click()
    page.wait_for_url(re.compile(r"/nhiem-vu-thang/\d+/"))
    links = page.locator("main a").evaluate_all("found => found.map(one => one.getAttribute('href'))")
    for link in links:
        if re.search(r"/nhiem-vu-thang/\d+/\d+/\d+/$", link or ""):
            page.goto(link)
            page.fill("[name=reason]", "Đã xem xét, tháng này chưa có trường hợp nổi bật.")
            send(page)


def test_from_a_sign_to_a_remedy_that_closes(sign_in, monkeypatch):
    monkeypatch.setattr(settings, "DEMONSTRATION", True)  # no second factor is asked for
    desk, head, leader = sign_in("chuyenvien"), sign_in("hieutruong"), sign_in("chutich")
    sign = sign_about_the_school(desk)
    assert head.goto(f"/dau-hieu/{sign}/").status == 404
    say(desk, f"/dau-hieu/{sign}/buoc/ask/", "Đề nghị nêu lý do.")
    say(head, f"/dau-hieu/{sign}/buoc/explain/", "Chưa phân công người theo dõi.")
    say(desk, f"/dau-hieu/{sign}/buoc/submit/", "Trình lãnh đạo xem xét.")
    leader.goto(f"/dau-hieu/{sign}/")
    expect(leader.locator("main")).to_contain_text("Chưa phân công người theo dõi.")
    leader.goto(f"/dau-hieu/{sign}/ton-tai/")
    leader.fill("[name=cause]", "Chưa phân công người theo dõi.")
    leader.fill("[name=measure]", "Phân công, rà soát ngày 20 hằng tháng.")
    leader.fill("[name=due_on]", "31/12/2099")
    send(leader)
    leader.wait_for_url("**/ton-tai-han-che/**")
    remedy = number_in(leader)
    desk.goto(f"/ton-tai-han-che/{remedy}/buoc/close/")
    expect(desk.locator("main form button[type=submit]")).to_be_disabled()
    months_explained(head)
    desk.goto("/dau-hieu/")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Rà soát lại").click()
    say(desk, f"/ton-tai-han-che/{remedy}/buoc/close/", "Không còn trong số liệu.")
    expect(desk.locator("main")).to_contain_text("đã kết thúc")


def test_an_inspection_from_its_plan_to_its_end(sign_in):
    inspector, head = sign_in("giamsat"), sign_in("hieutruong")
    inspector.goto("/kiem-tra/moi/")
    inspector.select_option("[name=organisation]", label=SCHOOL)
    typed = {
        "title": "Hồ sơ khen thưởng năm học",
        "since": "01/01/2025",
        "last_on": "31/12/2026",
        "begins_on": "01/12/2026",
        "ends_on": "02/12/2026",
        "team": "Trưởng đoàn kiểm tra",
        "n_sampled": "1",
    }
    for name, words in typed.items():
        inspector.fill(f"[name={name}]", words)
    send(inspector)
    inspector.wait_for_url(re.compile(r"/kiem-tra/\d+/$"))
    row = number_in(inspector)
    inspector.goto(f"/kiem-tra/{row}/buoc/begin/")
    send(inspector)
    forms = inspector.locator("form.inline-form")
    for n in range(forms.count()):
        inspector.locator("form.inline-form").nth(n).locator("select").select_option("met")
        with inspector.expect_navigation():
            inspector.locator("form.inline-form").nth(n).locator("button").click()
    inspector.locator("summary", has_text="Ghi phát hiện").click()
    finding = f"form[action$='/kiem-tra/{row}/phat-hien/']"
    inspector.fill(f"{finding} [name=text]", "Một biên bản thiếu chữ ký.")
    inspector.fill(f"{finding} [name=recommendation]", "Bổ sung chữ ký.")
    inspector.fill(f"{finding} [name=due_on]", "31/12/2099")
    send(inspector, finding)
    conclusion = f"form[action$='/kiem-tra/{row}/ket-luan/']"
    inspector.fill(f"{conclusion} [name=conclusion]", "Cơ bản đúng quy định.")
    inspector.fill(f"{conclusion} [name=concluded_on]", "02/12/2026")
    send(inspector, conclusion)
    head.goto(f"/kiem-tra/{row}/")
    expect(head.locator("main")).not_to_contain_text("Một biên bản thiếu chữ ký.")
    inspector.goto(f"/kiem-tra/{row}/buoc/conclude/")
    send(inspector)
    head.goto(f"/kiem-tra/{row}/")
    expect(head.locator("main")).to_contain_text("Một biên bản thiếu chữ ký.")
    head.locator("main table a[href*='/ton-tai-han-che/']").click()
    head.wait_for_url("**/ton-tai-han-che/**")
    remedy = number_in(head)
    head.locator("summary", has_text="Đính kèm").click()
    head.fill("form[action$='/minh-chung/'] [name=link]", "https://example.vn/bien-ban")
    send(head, "form[action$='/minh-chung/']")
    say(head, f"/ton-tai-han-che/{remedy}/buoc/report/", "Đã bổ sung.")
    say(inspector, f"/ton-tai-han-che/{remedy}/buoc/close/", "Đủ minh chứng.")
    inspector.goto(f"/kiem-tra/{row}/buoc/follow_up/")
    send(inspector)
    expect(inspector.locator("main")).to_contain_text("đã thực hiện xong kiến nghị")
