"""Candidates are shown to everybody; somebody remarks, somebody complains; the council waits; the result is recorded."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import PHONE, SignIn
from thidua.kernel.days import civil_day
from thidua.modules.consultations.api import blocked
from thidua.modules.consultations.models import Remark, Showing
from thidua.modules.dossiers.models import Dossier, DossierState

pytestmark = pytest.mark.browser


def send(page: Page, name: str, content: str, *, complains: bool = False) -> None:
    page.fill("[name=name]", name)
    page.fill("[name=content]", content)
    page.set_checked("[name=is_complaint]", complains)
    expect(page.locator("[name=proof]")).not_to_have_value("", timeout=60_000)
    with page.expect_navigation():
        page.click("form button[type=submit]")
    page.wait_for_url(re.compile("/cam-on/"))


def test_shown_remarked_on_and_recorded(sign_in: SignIn, browser: Browser, ward_server: str, settings):
    settings.DEMONSTRATION = True
    shown = Showing.objects.values("dossier")
    file = Dossier.objects.filter(state=DossierState.APPRAISED).exclude(pk__in=shown).earliest("pk")
    today = civil_day(timezone.now())
    desk = sign_in("chuyenvien")
    desk.goto(f"/ho-so/{file.pk}/")
    with desk.expect_navigation():
        desk.click(f"a[href='/lay-y-kien/cong-khai/moi/{file.pk}/']")
    desk.fill("[name=basis]", "Quy chế xét khen thưởng của phường, Điều 5")
    desk.check("[name=blocks]")
    with desk.expect_navigation():
        desk.click("main form button[type=submit]")
    row = Showing.objects.latest("pk")
    candidates = list(file.candidates.exclude(state="dropped"))
    assert blocked(candidates, file.receiver_id, today).keys() == {one.pk for one in candidates}

    context = browser.new_context(viewport=PHONE, locale="vi-VN", base_url=ward_server)
    visitor = context.new_page()
    visitor.goto("/cong-khai/")
    with visitor.expect_navigation():
        visitor.click(f"a[href='/cong-khai/{row.code}/']")
    expect(visitor.locator("main")).to_contain_text(candidates[0].name)
    assert not Axe().run(visitor).response["violations"]
    send(visitor, "Bà Tư", "Cô giáo rất tận tụy.")
    visitor.goto(f"/cong-khai/{row.code}/")
    send(visitor, "Ông Năm", "Tôi tố cáo việc kê khai.", complains=True)

    desk.reload()
    expect(desk.locator("main")).to_contain_text("rất tận tụy")
    expect(desk.locator("main")).not_to_contain_text("tố cáo việc kê khai")
    receiver = sign_in("tiepnhan")
    receiver.goto(f"/lay-y-kien/y-kien/{Remark.objects.get(name='Ông Năm').pk}/")
    expect(receiver.locator("main")).to_contain_text("tố cáo việc kê khai")
    with desk.expect_navigation():
        desk.click(f"a[href='/lay-y-kien/y-kien/{Remark.objects.get(name='Bà Tư').pk}/']")
    desk.check("[name=outcome][value=support]")
    desk.fill("[name=note]", "Ý kiến ủng hộ của phụ huynh.")
    with desk.expect_navigation():
        desk.click("button[formaction$='/ket-luan/']")

    # The days pass.
    Showing.objects.filter(pk=row.pk).update(
        opens_on=today - timedelta(days=20), ends_on=today - timedelta(days=1)
    )
    assert visitor.goto(f"/cong-khai/{row.code}/").status == 410
    expect(visitor.locator("main")).not_to_contain_text(candidates[0].name)
    desk.reload()
    desk.fill("[name=result]", "Đủ điều kiện đưa ra Hội đồng.")
    with desk.expect_navigation():
        desk.click("form[action$='/ket-qua/'] button")
    expect(desk.locator("main")).to_contain_text("2 ý kiến, 0 có cơ sở, 1 chuyển người tiếp nhận")
    assert blocked(candidates, file.receiver_id, today) == {}
    context.close()
