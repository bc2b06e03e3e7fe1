"""One sheet for many units: read, named where unknown, kept whole, and shown as entered for the unit."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import NOW, TODAY
from factories.campaigns import campaign, indicator, launched, own_plan
from factories.dossiers import place
from factories.organisations import OrganisationFactory, actor
from thidua.documents.spreadsheet import SheetColumn, xlsx_bytes
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.actions import entering, launching
from thidua.modules.campaigns.drafts import EnteredDraft
from thidua.modules.campaigns.models import ProgressReport, Reading
from thidua.modules.campaigns.pasted_units import UnitReader
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db
OCT = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    found = place()
    found.school.name = "Trường Tiểu học Vạn Xuân"
    found.school.save()
    return found


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def two(at):
    """A campaign with two indicators, which has reached the school and the health station."""
    station = OrganisationFactory(parent=at.ward, name="Trạm Y tế", short_name="TYT")
    row = campaign(at)
    indicator(at, row)
    indicator(at, row, name="Buổi ra quân", unit="buổi")
    row = launching.launch(campaign=row, launched_on=date(2026, 9, 1), actor=at.specialist, on=TODAY, now=NOW)
    return row, station


def reader(row):
    units = [one.organisation for one in row.units.select_related("organisation")]
    return UnitReader(units, list(row.indicators.order_by("pk")))


def test_units_down_and_indicators_across(at):
    row, station = two(at)
    lines = reader(row).read(
        "STT\tĐơn vị\tTuyến phố thông thoáng (tuyến)\tBuổi ra quân\n"
        "1\tTrường Tiểu học Vạn Xuân\t3\t1.200\n2\tTYT\t\t5\n"
    )
    assert [(one.n, one.unit, one.indicator.name, one.value, one.errors) for one in lines] == [
        (2, at.school, "Tuyến phố thông thoáng", Decimal(3), []),
        (2, at.school, "Buổi ra quân", Decimal(1200), []),
        (3, station, "Buổi ra quân", Decimal(5), []),
    ]


def test_one_figure_on_each_line(at):
    row, station = two(at)
    lines = reader(row).read("Đơn vị\tChỉ tiêu\tSố liệu\nTrạm Y tế\tBuổi ra quân\t5\n")
    assert [(one.unit, one.value, one.errors) for one in lines] == [(station, Decimal(5), [])]


def test_the_unknown_is_named_with_what_is_nearest(at):
    row, _station = two(at)
    lines = reader(row).read(
        "Đơn vị\tBuổi ra quân\tBuổi ra quan\nTrường Tiểu học Vạn Xuâ\t3\t\nTrạm Y tế\tba\t4\nTrạm Y tế\t5\t\n"
    )
    assert "Trường Tiểu học Vạn Xuân" in lines[0].errors[0]
    assert lines[0].unit is None
    assert "ba" in lines[1].errors[0]
    assert [len(one.errors) for one in lines] == [1, 1, 1, 1]
    strange = reader(row).read("Đơn vị\tChỉ tiêu\tSố liệu\nTrạm Y tế\tBuổi ra quâm\t3\n")
    assert "Buổi ra quân" in strange[0].errors[0]


def test_nothing_is_half_written_and_it_shows_who_entered_it(client, at):
    row, station = two(at)
    sign_in(client, at.specialist)
    here = reverse("campaigns_enter", args=[row.pk])
    wrong = "Đơn vị\tBuổi ra quân\nTrạm Y tế\t5\nTrạm lạ\t3\n"
    page = client.post(here, {"period": "2026-10", "text": wrong, "confirmed": "1"})
    assert (page.context["n_wrong"], ProgressReport.objects.count()) == (1, 0)
    assert page.context["form"]["text"].value() == wrong
    right = wrong.replace("Trạm lạ", "Trường Tiểu học Vạn Xuân")
    page = client.post(here, {"period": "2026-10", "text": right})
    assert (page.context["n_wrong"], ProgressReport.objects.count()) == (0, 0)
    client.post(here, {"period": "2026-10", "text": right, "confirmed": "1"})
    found = ProgressReport.objects.all()
    assert {(one.organisation, one.period, one.entered_for) for one in found} == {
        (station, OCT, True),
        (at.school, OCT, True),
    }
    again = client.post(here, {"period": "2026-10", "text": right})
    assert [one["kept"] for one in again.context["lines"]] == [Decimal(5), Decimal(3)]
    told = client.get(reverse("campaigns_show", args=[row.pk])).content.decode()
    assert "nhập hộ" in told


def test_an_uploaded_sheet_becomes_the_text(client, at):
    row, station = two(at)
    sign_in(client, at.specialist)
    columns = [SheetColumn("Đơn vị"), SheetColumn("Buổi ra quân")]
    content = xlsx_bytes(columns, [("Trạm Y tế", 7)], name="So lieu")
    upload = SimpleUploadedFile("so-lieu.xlsx", content)
    page = client.post(
        reverse("campaigns_enter", args=[row.pk]), {"period": "2026-10", "text": "", "file": upload}
    )
    [line] = page.context["lines"]
    assert (line["line"].unit, line["line"].value) == (station, Decimal(7))
    assert page.context["form"]["text"].value() == "Đơn vị\tBuổi ra quân\nTrạm Y tế\t7"
    other = SimpleUploadedFile("so-lieu.xlsx", b"ba")
    page = client.post(
        reverse("campaigns_enter", args=[row.pk]), {"period": "2026-10", "text": "", "file": other}
    )
    assert list(page.context["form"].errors) == ["file"]
    page = client.post(reverse("campaigns_enter", args=[row.pk]), {"period": "2026-10", "text": " "})
    assert list(page.context["form"].errors) == ["text"]


def test_a_unit_finds_them_in_its_own_plan_and_corrects_them(client, at):
    above = launched(at)
    own = own_plan(at, above)
    one = above.indicators.get()
    entering.enter(
        campaign=above,
        period=OCT,
        drafts=[EnteredDraft(organisation_id=at.school.pk, values={one.pk: Decimal(3)})],
        actor=at.specialist,
        on=TODAY,
        now=NOW,
    )
    report = ProgressReport.objects.get()
    assert (report.campaign, report.entered_for) == (own, True)
    sign_in(client, at.officer)
    here = f"{reverse('campaigns_report', args=[own.pk])}?ky=2026-10"
    assert client.get(here).context["there"].entered_for
    client.post(here, {f"figure_{own.indicators.get().pk}": "4", "note": "Sửa"})
    report.refresh_from_db()
    assert (report.entered_for, Reading.objects.get().value) == (False, Decimal(4))


def test_it_is_for_the_launching_body_and_for_units_that_were_reached(client, at):
    row, _station = two(at)
    stranger = OrganisationFactory()
    one = row.indicators.first()
    draft = EnteredDraft(organisation_id=stranger.pk, values={one.pk: Decimal(1)})
    asked = {"campaign": row, "period": OCT, "on": TODAY, "now": NOW}
    with pytest.raises(entering.CannotReport):
        entering.enter(drafts=[draft], actor=at.specialist, **asked)
    with pytest.raises(Refused):
        entering.enter(drafts=[], actor=at.officer, **asked)
    sign_in(client, at.officer)
    assert client.get(reverse("campaigns_enter", args=[row.pk])).status_code == 403
    sign_in(client, actor(stranger, Role.SPECIALIST))
    assert client.get(reverse("campaigns_enter", args=[row.pk])).status_code == 404
