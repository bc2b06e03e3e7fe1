"""A report is drawn up, looked behind, approved and sent; the register goes on, and the page says what differs."""

import pytest
from playwright.sync_api import expect

from journeys.conftest import SignIn
from thidua.modules.register.models import Act, Entry
from thidua.modules.reports.models import Report

pytestmark = pytest.mark.browser


def test_from_the_form_to_what_differs_later(sign_in: SignIn, settings):
    settings.DEMONSTRATION = True  # a leader is not asked for a second factor
    desk = sign_in("chuyenvien")
    desk.goto("/bao-cao/")
    with desk.expect_navigation():
        desk.click("a[href='/bao-cao/moi/']")
    desk.select_option("[name=form]", "DK01")
    with desk.expect_navigation():
        desk.click("main form button[type=submit]")
    row = Report.objects.latest("pk")
    total = desk.locator("tr.sum td").first
    n = int(total.inner_text().replace(".", ""))
    with desk.expect_navigation():
        total.locator("a").click()
    expect(desk.locator("tr[data-row]").first).to_be_visible()
    desk.goto(f"/bao-cao/{row.pk}/")
    with desk.expect_navigation():
        desk.click("form[action$='/buoc/submit/'] button")
    leader = sign_in("chutich")
    leader.goto(f"/bao-cao/{row.pk}/")
    with leader.expect_navigation():
        leader.click("form[action$='/buoc/send/'] button")
    expect(leader.locator("main")).to_contain_text("SHA-256")

    copy = Entry.objects.filter(
        act=Act.GRANT, decided_on__year=row.since.year, pk__in=Report.objects.get(pk=row.pk).ids
    ).latest("pk")
    last = Entry.objects.filter(chain=copy.chain).latest("place")
    copy.pk, copy.place = None, last.place + 1
    copy.save(force_insert=True)
    desk.reload()
    changed = desk.locator("table.cards").first
    expect(changed).to_contain_text(f"{n}")
    expect(changed).to_contain_text(f"{n + 1}")
    with desk.expect_navigation():
        desk.click("form[action$='/lap-lai/'] button")
    expect(desk.locator("h1 .chip")).to_have_text("đang lập")
