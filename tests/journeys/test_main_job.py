"""The main job: a school's proposal becomes a decision, a certificate and entries in the register."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PERIOD = "năm học 2025–2026"
TITLE = "Đề nghị danh hiệu thi đua đợt bổ sung, năm học 2025–2026"
SIGNED = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def send(page: Page, form: str = "main form") -> None:
    """Send the last form that matches, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator(f"{form} button[type=submit]").last.click()


def number_in(page: Page) -> str:
    found = re.search(r"/(\d+)/", page.url)
    assert found
    return found.group(1)


def prepare(page: Page) -> str:
    """The school's officer: dossier, two teachers for two titles each, the unit's meeting."""
    page.goto("/ho-so/moi/")
    page.select_option("select[name=period]", label=PERIOD)
    page.fill("input[name=title]", TITLE)
    send(page)
    dossier = number_in(page)
    people = page.locator("input[name=recipients]")
    for place in (20, 21):
        people.nth(place).check()
    for honour in ("LDTT", "CSTDCS"):
        page.check(f"input[name=honours][value={honour}]")
    send(page)
    expect(page.locator("tbody tr")).to_have_count(4)
    page.goto(f"/ho-so/{dossier}/binh-xet/")
    facts = {"held_on": "20/11/2026", "place": "Phòng hội đồng", "chair": "Lê Quang Huy"}
    for name, words in (
        facts | {"secretary": "Trần Thị Minh Châu", "n_called": "48", "n_present": "46"}
    ).items():
        page.fill(f"[name={name}]", words)
    for votes in page.locator("[name^=for-]").all():
        votes.fill("46")
    send(page)
    take_step(page, dossier, "to_head")
    return dossier


def take_step(page: Page, dossier: str, step: str) -> None:
    page.goto(f"/ho-so/{dossier}/buoc/{step}/")
    send(page)
    page.wait_for_url(f"**/ho-so/{dossier}/")


def appraise(page: Page, dossier: str) -> None:
    """The ward's specialist: receive, examine each candidate and the file, conclude."""
    page.goto(f"/tham-dinh/tiep-nhan/{dossier}/")
    send(page)
    appraisal = number_in(page)
    found = page.evaluate(
        "[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).join(' ')"
    )
    candidates = sorted(set(re.findall(r"ung-vien=(\d+)", found)))
    for candidate in candidates:
        page.goto(f"/tham-dinh/{appraisal}/?ung-vien={candidate}")
        with page.expect_navigation():
            page.click("button[name=rest]")
        page.check("form[action*=ket-luan-ung-vien] input[value=put_forward]")
        send(page, "form[action*=ket-luan-ung-vien]")
    page.goto(f"/tham-dinh/{appraisal}/?ung-vien=ho-so")
    with page.expect_navigation():
        page.click("button[name=rest]")
    page.fill("form[action$='/ket-luan/'] [name=conclusion]", "Hồ sơ đủ thành phần, đúng thẩm quyền.")
    send(page, "form[action$='/ket-luan/']")
    page.goto(f"/ho-so/{dossier}/")
    expect(page.locator(".sub")).to_contain_text("đã thẩm định")


def call_council(page: Page, dossier: str) -> str:
    """The secretary: a sitting, its agenda, thresholds where the law sets none, quorum; voting opens."""
    page.goto("/phien-hop/moi/")
    page.fill("[name=title]", "Phiên họp bổ sung")
    page.fill("[name=place]", "Phòng họp số 1")
    send(page)
    sitting = number_in(page)
    page.check(f"input[name=dossier][value='{dossier}']")
    send(page, "form[action$='/chuong-trinh/']")
    expect(page.get_by_text("dựa trên Lao động tiên tiến")).to_have_count(2)
    page.fill("form[action$='/ty-le/'] [name=share]", "1/2")
    page.fill("form[action$='/ty-le/'] [name=basis]", "Quy chế hoạt động của Hội đồng")
    send(page, "form[action$='/ty-le/']")
    page.goto(f"/phien-hop/{sitting}/sua/")
    page.fill("[name=quorum]", "2/3")
    page.fill("[name=quorum_basis]", "Quy chế hoạt động của Hội đồng")
    send(page)
    page.goto(f"/phien-hop/{sitting}/khong-bo-phieu/")
    send(page)
    page.goto(f"/phien-hop/{sitting}/")
    with page.expect_navigation():
        page.locator("form[action$='/mo/'] button").first.click()
    return sitting


def count(page: Page, sitting: str) -> None:
    """A teller keys the paper ballots: five of five in favour of everything."""
    page.goto(f"/phien-hop/{sitting}/kiem-phieu/")
    for votes, words in (("for_", "5"), ("against_", "0"), ("invalid_", "0")):
        for field in page.locator(f"main form input[name^={votes}]").all():
            field.fill(words)
    send(page)


def close(page: Page, sitting: str) -> None:
    page.goto(f"/phien-hop/{sitting}/")
    page.click("[data-opens=close]")
    with page.expect_navigation():
        page.click("dialog[open] button[type=submit]")


def draft(page: Page) -> str:
    """A decision on all who were passed, to the signer."""
    page.goto("/quyet-dinh/lap/")
    send(page)
    decision = number_in(page)
    page.goto(f"/quyet-dinh/{decision}/")
    send(page, "form[action$='/trinh-ky/']")
    return decision


def number_and_enforce(page: Page, decision: str) -> None:
    """The clerk: number and day from the records office, the signed copy, in force."""
    page.goto(f"/quyet-dinh/{decision}/so/")
    page.fill("[name=number]", "1950")
    page.fill("[name=signed_on]", "23/11/2026")
    page.fill("[name=late_reason]", "Các số ở giữa thuộc lĩnh vực khác.")
    send(page)
    page.goto(f"/quyet-dinh/{decision}/")
    page.set_input_files(
        "input[type=file]", {"name": "qd.pdf", "mimeType": "application/pdf", "buffer": SIGNED}
    )
    send(page, "form[action$='/ban-ky/']")
    page.click("[data-opens=enforce]")
    send(page, "dialog[open] form")
    expect(page.locator("main")).to_contain_text("1950/QĐ-UBND")


def test_a_proposal_becomes_a_decision_and_entries(sign_in):
    dossier = prepare(sign_in("canbo.truong"))
    take_step(sign_in("hieutruong"), dossier, "send")
    specialist = sign_in("chuyenvien")
    appraise(specialist, dossier)
    secretary = sign_in("thuky")
    sitting = call_council(secretary, dossier)
    for teller in ("kiemphieu1", "kiemphieu2"):
        count(sign_in(teller), sitting)
    close(secretary, sitting)
    decision = draft(specialist)
    number_and_enforce(sign_in("vanthu"), decision)
    specialist.goto("/so-khen-thuong/?q=1950/QĐ-UBND")
    expect(specialist.locator("tbody")).to_contain_text("1950/QĐ-UBND")
    specialist.goto(f"/ho-so/{dossier}/")
    expect(specialist.locator(".sub")).to_contain_text("đã có quyết định")


def test_another_unit_does_not_see_the_dossier(sign_in):
    dossier = prepare(sign_in("canbo.truong"))
    stranger = sign_in("canbo.tieuhoc")
    answer = stranger.goto(f"/ho-so/{dossier}/")
    assert answer
    assert answer.status == 404
