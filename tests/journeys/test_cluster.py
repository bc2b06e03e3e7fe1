"""A block's year: criteria pasted, self-scoring, cross-check, summary, secret vote, result, proposal of Cờ thi đua."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NAME = "Khối thi đua cổng trường, ngõ phố an toàn"
# A member's list of criteria, as it stands in the sheet that the meeting of the block agreed on.
CRITERIA = (
    "TT\tNội dung tiêu chí\tĐiểm chuẩn\n"
    "I\tTrật tự, an toàn\t60\n1\tKhông lấn chiếm vỉa hè, cổng trường\t40\n2\tPhòng cháy, chữa cháy\t20\n"
    "II\tPhong trào chung\t40\n1\tGiới thiệu gương người tốt, việc tốt\t40\n"
)
SCHOOL, PRIMARY, STREET = "THCS Phượng Hồng", "Tiểu học Sông Hồng", "Tổ dân phố số 1 "
# Who scores and answers for each member, and what it gives itself on the three criteria.
MEMBERS = {
    SCHOOL: ("hieutruong", ("40", "20", "38")),
    PRIMARY: ("canbo.tieuhoc", ("35", "18", "30")),
    STREET: ("tdp01", ("30", "15", "20")),
}


def choose(page: Page, field: str, words: str) -> None:
    """The option whose words contain these."""
    option = page.locator(f"select{field} option", has_text=words).first
    page.select_option(f"select{field}", value=option.get_attribute("value"))


def send(page: Page, form: str = "main form") -> None:
    with page.expect_navigation():
        page.locator(f"{form} button[type=submit].btn-primary, {form} button[type=submit]").first.click()


def number_in(page: Page) -> str:
    found = re.search(r"/(\d+)/", page.url)
    assert found
    return found.group(1)


def step(page: Page, year: str, name: str, **said: str) -> None:
    page.goto(f"/cum-khoi/nam/{year}/buoc/{name}/")
    for field, words in said.items():
        page.fill(f"[name={field}]", words)
    send(page)
    page.wait_for_url(f"**/cum-khoi/nam/{year}/")


def set_up(page: Page) -> str:
    """The block by its paper, its members, the head of the year; then the year."""
    page.goto("/cum-khoi/moi/")
    texts = {
        "name": NAME,
        "authority": "UBND phường Hai Bà Trưng",
        "paper_number": "87/QĐ-UBND",
        "paper_on": "05/01/2026",
        "since": "10/01/2026",
    }
    for field, words in texts.items():
        page.fill(f"[name={field}]", words)
    send(page)
    cluster = number_in(page)
    for name in MEMBERS:
        page.goto(f"/cum-khoi/{cluster}/")
        form = "form[action$='/thanh-vien/']"
        page.locator(f"details:has({form})").evaluate("part => { part.open = true; }")
        choose(page, "[name=organisation]", name)
        page.fill(f"{form} [name=since]", "10/01/2026")
        send(page, form)
    page.locator("form[action$='/nam/'] [name=period]").select_option(index=1)
    send(page, "form[action$='/nam/']")
    return number_in(page)


def paste(page: Page, year: str) -> None:
    """A line that is wrong is shown first; nothing is kept until all are right."""
    page.goto(f"/cum-khoi/nam/{year}/dan-tieu-chi/")
    page.fill("[name=text]", CRITERIA.replace("\t20\n", "\thai mươi\n"))
    send(page)
    expect(page.locator(".error", has_text="hai mươi")).to_be_visible()
    page.fill("[name=text]", CRITERIA)
    send(page)
    with page.expect_navigation():
        page.locator("button[name=confirmed]").click()
    expect(page.locator("main")).to_contain_text("Phòng cháy, chữa cháy")
    page.fill("[name=n_ranked]", "1")
    page.check("[name=may_rank_itself]")
    send(page, "form[action$='/cach-tinh/']")


def card_of(page: Page, year: str, member: str) -> str:
    page.goto(f"/cum-khoi/nam/{year}/")
    page.locator("main table a", has_text=member).first.click()
    page.wait_for_url("**/bang-diem/**")
    return number_in(page)


def score(page: Page, card: str, figures: tuple[str, ...]) -> None:
    page.goto(f"/cum-khoi/bang-diem/{card}/tu-cham/")
    for n, figure in enumerate(figures):
        page.locator("input[name^=c_]").nth(n).fill(figure)
    with page.expect_navigation():
        page.locator("button[name=done]").click()
    page.goto(f"/cum-khoi/bang-diem/{card}/buoc/send/")
    send(page)
    page.wait_for_url("**/cum-khoi/nam/**")


def check(page: Page, card: str) -> None:
    """The checker agrees with every point."""
    page.goto(f"/cum-khoi/bang-diem/{card}/kiem-tra/")
    send(page)
    page.goto(f"/cum-khoi/bang-diem/{card}/buoc/check/")
    send(page)
    page.wait_for_url("**/cum-khoi/nam/**")


def vote(page: Page, year: str, member: str) -> None:
    page.goto(f"/cum-khoi/nam/{year}/bo-phieu/")
    choose(page, "[name=place_1]", member)
    send(page)
    page.goto(f"/cum-khoi/nam/{year}/bo-phieu/")
    expect(page.locator("main form select")).to_have_count(0)


def test_a_year_of_a_block(sign_in: Callable[..., Page]) -> None:
    desk = sign_in("chuyenvien")
    year = set_up(desk)
    paste(desk, year)
    step(desk, year, "open")
    people = {name: sign_in(account) for name, (account, _figures) in MEMBERS.items()}
    cards = {name: card_of(page, year, name) for name, page in people.items()}
    for name, page in people.items():
        score(page, cards[name], MEMBERS[name][1])
    names = list(MEMBERS)
    desk.goto(f"/cum-khoi/nam/{year}/phan-cong/")
    for n, name in enumerate(names):
        choose(desk, f"[name=card_{cards[name]}]", names[n - 1])
    send(desk)
    for n, name in enumerate(names):
        check(people[names[n - 1]], cards[name])
    step(desk, year, "settle")
    step(desk, year, "open_vote")
    for name, place in ((SCHOOL, PRIMARY), (PRIMARY, SCHOOL), (STREET, SCHOOL)):
        vote(people[name], year, place)
    step(desk, year, "close_vote")
    step(desk, year, "announce", basis="Biên bản họp khối số 04/BB-KTĐ")
    expect(desk.locator("main")).to_contain_text("98")
    head = people[SCHOOL]
    head.goto(f"/cum-khoi/nam/{year}/")
    with head.expect_navigation():
        head.locator("main button", has_text="Cờ thi đua").first.click()
    expect(head.locator("main")).to_contain_text("Cờ thi đua")
    assert "/ho-so/" in head.url
