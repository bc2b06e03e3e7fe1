"""Progress: figures by form and by paste, what they add up to, who is silent, the pictures with their tables."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from conftest import NOW, TODAY
from factories.campaigns import campaign, indicator, launched, own_plan
from factories.dossiers import PDF, place
from factories.organisations import OrganisationFactory, actor
from thidua.documents.spreadsheet import read_table
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.campaigns import queries
from thidua.modules.campaigns.actions import answering, launching, reporting
from thidua.modules.campaigns.drafts import ReportDraft
from thidua.modules.campaigns.models import Campaign, ProgressReport, Reading
from thidua.modules.campaigns.pasted import Reader
from thidua.modules.campaigns.periods import label, periods_of, read_period
from thidua.modules.campaigns.plots import plots_of
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db
SEP, OCT, NOV = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def tell(row, unit, who, on=TODAY, **by_month):
    """September 3, October 4 …: to the campaign's first indicator."""
    one = row.indicators.order_by("pk").first()
    months = {"sep": SEP, "oct": OCT, "nov": NOV}
    drafts = [
        ReportDraft(period=months[name], values={one.pk: Decimal(value)}) for name, value in by_month.items()
    ]
    return reporting.report(campaign=row, organisation=unit, drafts=drafts, actor=who, on=on, now=NOW)


def test_units_and_their_plans_become_one_series(at):
    other = OrganisationFactory(parent=at.ward)
    above = launched(at)
    own = own_plan(at, above)
    tell(own, at.school, at.officer, sep=1, nov=4)
    tell(above, other, actor(other, Role.UNIT_OFFICER), oct=3)
    [series] = queries.series_of(above, TODAY)
    assert [(point.period, point.value, point.n_units) for point in series.points] == [
        (SEP, Decimal(1), 1),
        (OCT, Decimal(4), 2),
        (NOV, Decimal(7), 2),
    ]
    assert (series.last, series.percent, series.is_reached) == (Decimal(7), 50, False)


def test_shares_are_averaged(at):
    other = OrganisationFactory(parent=at.ward)
    row = campaign(at)
    indicator(at, row, adding="mean", unit="%", baseline=80, target=95)
    row = launching.launch(campaign=row, launched_on=SEP, actor=at.specialist, on=TODAY, now=NOW)
    tell(row, at.school, at.officer, nov=90)
    tell(row, other, actor(other, Role.UNIT_OFFICER), nov=95)
    assert queries.series_of(row, TODAY)[0].last == Decimal("92.5")


def test_the_launching_bodys_own_figure_stands_for_all(at):
    above = launched(at)
    tell(above, at.school, at.officer, oct=3)
    tell(above, at.ward, at.specialist, nov=10)
    points = queries.series_of(above, TODAY)[0].points
    assert [point.value for point in points] == [None, Decimal(3), Decimal(10)]


def test_less_is_better(at):
    row = campaign(at)
    indicator(at, row, direction="less", baseline=20, target=5)
    row = launching.launch(campaign=row, launched_on=SEP, actor=at.specialist, on=TODAY, now=NOW)
    tell(row, at.ward, at.specialist, nov=11)
    [series] = queries.series_of(row, TODAY)
    assert (series.percent, series.is_reached) == (60, False)
    tell(row, at.ward, at.specialist, nov=4)
    assert queries.series_of(row, TODAY)[0].is_reached


def test_reported_again_a_figure_is_replaced(at):
    above = launched(at)
    tell(above, at.school, at.officer, nov=3)
    tell(above, at.school, at.officer, nov=5)
    assert [one.value for one in Reading.objects.all()] == [Decimal(5)]


def test_only_months_that_have_begun_and_figures_of_the_campaign(at):
    above, other = launched(at), launched(at)
    with pytest.raises(reporting.CannotReport):
        reporting.report(
            campaign=above,
            organisation=at.school,
            drafts=[ReportDraft(period=date(2026, 12, 1), values={above.indicators.get().pk: Decimal(1)})],
            actor=at.officer,
            on=TODAY,
            now=NOW,
        )
    with pytest.raises(reporting.CannotReport):
        reporting.report(
            campaign=above,
            organisation=at.school,
            drafts=[ReportDraft(period=NOV, values={other.indicators.get().pk: Decimal(1)})],
            actor=at.officer,
            on=TODAY,
            now=NOW,
        )
    assert not ProgressReport.objects.exists()


def test_who_was_not_reached_reports_nothing(at):
    above, stranger = launched(at), place()
    with pytest.raises(Refused):
        tell(above, stranger.school, stranger.officer, nov=1)
    with pytest.raises(Refused):
        tell(above, at.school, actor(at.ward, Role.LEADER), nov=1)


def test_silence_is_days_without_a_figure_that_changed(at):
    above = launched(at)
    rows = Campaign.objects.filter(pk=above.pk)
    assert queries.days_silent(queries.with_movement(rows).get(), TODAY) == (TODAY - SEP).days
    tell(above, at.school, at.officer, on=date(2026, 10, 5), sep=3)
    assert list(queries.silent(rows, TODAY)) == [above]
    tell(above, at.school, at.officer, on=date(2026, 11, 5), oct=3)
    assert queries.days_silent(queries.with_movement(rows).get(), TODAY) == 49
    tell(above, at.school, at.officer, on=date(2026, 11, 20), nov=4)
    assert list(queries.silent(rows, TODAY)) == []
    assert queries.days_silent(queries.with_movement(rows).get(), TODAY) is None


def test_a_plan_that_moves_moves_the_campaign_above(at):
    above = launched(at)
    tell(own_plan(at, above), at.school, at.officer, on=date(2026, 11, 20), nov=2)
    assert above not in queries.silent(Campaign.objects.all(), TODAY)


def test_an_earlier_figure_corrected_later_changes_what_moved(at):
    above = launched(at)
    tell(above, at.school, at.officer, sep=3, oct=4)
    tell(above, at.school, at.officer, sep=4)
    moved = dict(ProgressReport.objects.values_list("period", "moved"))
    assert moved == {SEP: True, OCT: False}


def test_periods_by_month_and_quarter(at):
    row = campaign(at, since=date(2026, 5, 20), until=date(2026, 11, 1))
    assert periods_of(row, TODAY)[0::5] == [date(2026, 5, 1), date(2026, 10, 1)]
    row.cadence = "quarter"
    assert periods_of(row, TODAY) == [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)]
    assert label(date(2026, 10, 1), "quarter") == "quarter 4/2026"


@pytest.mark.parametrize(
    ("text", "cadence", "first"),
    [
        ("9/2026", "month", SEP),
        ("tháng 09/2026", "month", SEP),
        ("T9/2026", "month", SEP),
        ("30/09/2026", "month", SEP),
        ("Quý III/2026", "quarter", date(2026, 7, 1)),
        ("quý 3/2026", "quarter", date(2026, 7, 1)),
        ("9/2026", "quarter", date(2026, 7, 1)),
        ("13/2026", "month", None),
        ("Quý 5/2026", "quarter", None),
        ("chín", "month", None),
        ("", "month", None),
    ],
)
def test_periods_as_people_write_them(text, cadence, first):
    assert read_period(text, cadence) == first


def reader(at):
    row = launched(at)
    return Reader(list(row.indicators.all()), periods_of(row, TODAY), row.cadence)


def test_a_table_with_months_across(at):
    lines = reader(at).read(
        "STT\tChỉ tiêu\t09/2026\t10/2026\t11/2026\n1\tTuyến phố thông thoáng\t3\t\t1.250,5\n"
    )
    assert [(line.n, line.period, line.value, line.errors) for line in lines] == [
        (2, SEP, Decimal(3), []),
        (2, NOV, Decimal("1250.5"), []),
    ]


def test_a_table_with_months_down(at):
    lines = reader(at).read("Tháng\tTuyến phố thông thoáng\n09/2026\t3\n10/2026\t\n11/2026\t4\n")
    assert [(line.n, line.period, line.value, line.errors) for line in lines] == [
        (2, SEP, Decimal(3), []),
        (4, NOV, Decimal(4), []),
    ]


def test_one_figure_a_line_under_titles(at):
    lines = reader(at).read(
        "Tháng\tChỉ tiêu\tSố liệu\n9/2026\ttuyen pho thong thoang\t3\n10/2026\tTuyến phố thông thoang\t4\n"
    )
    assert [(line.period, line.value, line.errors) for line in lines] == [
        (SEP, Decimal(3), []),
        (OCT, Decimal(4), []),
    ]


def test_each_line_that_is_wrong_says_how(at):
    lines = reader(at).read(
        "1/2020\tTuyến phố thông thoáng\t3\n9/2026\tChỉ tiêu lạ\t3\n9/2026\tTuyến phố thông thoáng\tba\n"
        "9/2026\tTuyến phố thông thoáng\t4\n"
    )
    assert [len(line.errors) for line in lines] == [1, 1, 1, 1]
    assert "line 3" in lines[3].errors[0]


def test_the_form_for_one_month(client, at):
    above = launched(at)
    one = above.indicators.get()
    sign_in(client, at.officer)
    here = reverse("campaigns_report", args=[above.pk])
    page = client.get(here)
    assert page.context["periods"][1] == ("2026-10", "tháng 10/2026", True)
    empty = client.post(f"{here}?ky=2026-10", {f"figure_{one.pk}": ""})
    assert list(empty.context["form"].errors) == ["__all__"]
    odd = client.post(f"{here}?ky=2026-10", {f"figure_{one.pk}": "ba", "note": "Đã làm"})
    assert (list(odd.context["form"].errors), odd.context["form"]["note"].value()) == (
        [f"figure_{one.pk}"],
        "Đã làm",
    )
    evidence = SimpleUploadedFile("bien-ban.pdf", PDF, "application/pdf")
    done = client.post(f"{here}?ky=2026-10", {f"figure_{one.pk}": "3", "note": "Đã làm", "file": evidence})
    assert done["Location"] == reverse("campaigns_show", args=[above.pk])
    report = ProgressReport.objects.get()
    assert (report.period, report.organisation, report.note, report.file.name) == (
        OCT,
        at.school,
        "Đã làm",
        "bien-ban.pdf",
    )
    assert client.get(f"{here}?ky=2026-10").context["form"][f"figure_{one.pk}"].value() == "3"
    assert client.get(f"{here}?ky=2036-10").status_code == 404


def test_evidence_is_for_the_unit_and_those_above(client, at):
    above, other = launched(at), OrganisationFactory(parent=at.ward)
    [report] = tell(above, at.school, at.officer, nov=3)
    reporting.attach_evidence(report=report, content=PDF, name="a.pdf", actor=at.officer, now=NOW)
    report.refresh_from_db()
    here = reverse("files_download", args=[report.file_id])
    for who, status in (
        (at.officer, 200),
        (at.specialist, 200),
        (actor(other, Role.UNIT_OFFICER), 403),
        (place().specialist, 403),
    ):
        sign_in(client, who)
        answer = client.get(here)
        if answer.streaming:
            b"".join(answer.streaming_content)
        assert answer.status_code in {status, 404 if status == 403 else status}


def test_a_paste_is_shown_then_kept_whole(client, at):
    above = launched(at)
    sign_in(client, at.officer)
    here = reverse("campaigns_paste", args=[above.pk])
    wrong = "Chỉ tiêu\t09/2026\t10/2026\nTuyến phố thông thoáng\t3\tba\n"
    page = client.post(here, {"text": wrong, "confirmed": "1"})
    assert (page.context["n_wrong"], ProgressReport.objects.count()) == (1, 0)
    right = wrong.replace("ba", "5")
    page = client.post(here, {"text": right})
    assert (page.context["n_wrong"], len(page.context["lines"]), ProgressReport.objects.count()) == (0, 2, 0)
    done = client.post(here, {"text": right, "confirmed": "1"})
    assert done["Location"] == reverse("campaigns_show", args=[above.pk])
    assert [one.value for one in Reading.objects.order_by("report__period")] == [Decimal(3), Decimal(5)]
    page = client.post(here, {"text": right})
    assert [one["kept"] for one in page.context["lines"]] == [Decimal(3), Decimal(5)]
    nothing = client.post(here, {"text": "\n \n"})
    assert list(nothing.context["form"].errors) == ["text"]


def test_the_picture_has_its_words_and_its_table(client, at):
    above = launched(at)
    tell(above, at.school, at.officer, sep=3, nov=7)
    with translation.override("en"):
        [plot] = plots_of(above, queries.series_of(above, TODAY))
    assert plot.chart.words == "Tuyến phố thông thoáng: now 7 tuyến; baseline 2, target 12."
    assert plot.chart.target == 12
    assert [(row.label, row.values, row.note) for row in plot.chart.rows] == [
        ("month 9/2026", (Decimal(3),), "1"),
        ("month 10/2026", (Decimal(3),), "1"),
        ("month 11/2026", (Decimal(7),), "1"),
    ]
    sign_in(client, at.specialist)
    page = client.get(reverse("campaigns_show", args=[above.pk])).content.decode()
    assert '<td class="num" data-value="7.00">7</td>' in page
    assert 'data-target="12.00"' in page


def test_the_silent_are_counted_and_found_in_the_list(client, at):
    quiet, moving = launched(at), launched(at)
    tell(moving, at.school, at.officer, nov=3)
    sign_in(client, at.specialist)
    page = client.get(reverse("campaigns_list"))
    assert page.context["n_silent"] == 1
    page = client.get(reverse("campaigns_list"), {"im_lang": "1"})
    assert [line["row"] for line in page.context["lines"]] == [quiet]


def test_the_page_asks_the_same_number_of_queries_for_one_and_three_units(client, at):
    sign_in(client, at.specialist)
    counts = []
    launched(at)
    for n in (0, 2):
        for _ in range(n):
            OrganisationFactory(parent=at.ward)
        row = launched(at)
        for unit in row.units.select_related("organisation"):
            answering.plan(campaign=row, organisation=unit.organisation, actor=at.specialist, now=NOW)
            tell(row, unit.organisation, at.specialist, sep=1, nov=2)
        client.get(reverse("campaigns_show", args=[row.pk]))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("campaigns_show", args=[row.pk]))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def exported(client, row):
    answer = client.get(reverse("campaigns_show", args=[row.pk]), {"xuat": "xlsx"})
    return read_table(b"".join(answer.streaming_content)).rows


def test_the_figures_go_out_to_excel_each_with_its_unit(client, at):
    other = OrganisationFactory(parent=at.ward, name="Trạm Y tế")
    row = launched(at)
    tell(row, at.school, at.officer, sep="3", oct="4")
    tell(row, other, actor(other, Role.UNIT_OFFICER), oct="7")
    sign_in(client, at.specialist)
    assert sorted(float(line[5]) for line in exported(client, row)) == [3, 4, 7]
    sign_in(client, at.officer)
    assert sorted(float(line[5]) for line in exported(client, row)) == [3, 4]
