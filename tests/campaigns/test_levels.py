"""A campaign over three levels: a province, its wards, their units; what comes up and who has not reported."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.campaigns import TEXTS, field
from factories.organisations import OrganisationFactory, actor
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.campaigns import queries
from thidua.modules.campaigns.actions import answering, indicators, launching, preparing, reporting
from thidua.modules.campaigns.drafts import CampaignDraft, IndicatorDraft, ReportDraft
from thidua.modules.campaigns.models import Campaign
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Kind, Organisation

pytestmark = pytest.mark.django_db
SINCE, OCT = date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@dataclass
class Country:
    province: Organisation
    desk: Actor
    campaign: Campaign


def country(adding: str = "sum") -> Country:
    province = OrganisationFactory(kind=Kind.PROVINCE)
    desk = actor(province, Role.SPECIALIST)
    draft = CampaignDraft(
        name="Chuyển đổi số từ cơ sở",
        field_id=field(province).pk,
        since=SINCE,
        until=date(2027, 7, 1),
        plan_link="https://example.vn/kh",
    )
    row = preparing.create(organisation=province, draft=draft, actor=desk, now=NOW)
    row = preparing.write(campaign=row, parts=TEXTS, version=0, actor=desk, now=NOW)
    aimed = IndicatorDraft(name="Mô hình", unit="mô hình", target=Decimal(100), adding=adding)
    indicators.add_indicator(campaign=row, draft=aimed, actor=desk)
    return Country(province, desk, row)


def launched(where: Country) -> Campaign:
    return launching.launch(campaign=where.campaign, launched_on=SINCE, actor=where.desk, on=TODAY, now=NOW)


def ward(where: Country, n_units: int) -> list[Organisation]:
    """The ward, then its units; it must stand there before the launch."""
    top = OrganisationFactory(parent=where.province, kind=Kind.COMMUNE)
    return [top, *(OrganisationFactory(parent=top) for _n in range(n_units))]


def plan(above: Campaign, unit: Organisation, target: int = 5) -> Campaign:
    who = actor(unit, Role.SPECIALIST)
    own = answering.plan(campaign=above, organisation=unit, actor=who, now=NOW)
    mine = own.indicators.get()
    aimed = IndicatorDraft(name=mine.name, unit=mine.unit, target=Decimal(target), adding=mine.adding)
    indicators.change_indicator(indicator=mine, draft=aimed, actor=who)
    preparing.write(campaign=own, parts=TEXTS, version=0, actor=who, now=NOW)
    draft = CampaignDraft(
        name=own.name,
        field_id=own.field_id,
        since=own.since,
        until=own.until,
        plan_link="https://example.vn/kh",
    )
    preparing.describe(campaign=own, draft=draft, version=1, actor=who, now=NOW)
    return launching.launch(campaign=own, launched_on=SINCE, actor=who, on=TODAY, now=NOW)


def tell(row: Campaign, unit: Organisation, value: int, period: date = OCT) -> None:
    values = {row.indicators.get().pk: Decimal(value)}
    reporting.report(
        campaign=row,
        organisation=unit,
        drafts=[ReportDraft(period=period, values=values)],
        actor=actor(unit, Role.SPECIALIST),
        on=TODAY,
        now=NOW,
    )


def rolled(row: Campaign) -> queries.Rollup:
    below = queries.levels(row)
    known = row.indicators.order_by("position", "id")
    return queries.rollup(below, queries.figures_of(below), known, TODAY)


def test_units_reach_the_province_through_their_wards():
    where = country()
    first, second, third = ward(where, 3), ward(where, 1), ward(where, 2)
    top = launched(where)
    of_first, of_second = plan(top, first[0]), plan(top, second[0])
    tell(of_first, first[1], 4)
    tell(plan(of_first, first[2]), first[2], 6)
    tell(of_second, second[0], 9)
    [series] = queries.series_of(top, TODAY)
    assert (series.last, series.points[1].n_units) == (Decimal(19), 2)
    found = rolled(top)
    assert [(one.organisation, one.values) for one in found.branches] == [
        (first[0], (Decimal(10),)),
        (second[0], (Decimal(9),)),
        (third[0], (None,)),
    ]
    assert found.period == OCT
    assert found.silent == [third[0]]
    assert (found.n_reported, found.n_reported_below, found.n_asked_below) == (2, 2, 4)
    assert found.branches[0].silent == (first[3],)
    assert found.branches[1].silent == (second[1],)


def test_each_level_averages_its_own_units():
    where = country(adding="mean")
    first, second = ward(where, 2), ward(where, 1)
    top = launched(where)
    of_first, of_second = plan(top, first[0]), plan(top, second[0])
    tell(of_first, first[1], 40)
    tell(of_first, first[2], 60)
    tell(of_second, second[1], 90)
    assert queries.series_of(top, TODAY)[0].last == Decimal(70)


def test_what_moves_in_a_unit_moves_the_province():
    where = country()
    first = ward(where, 1)
    top = launched(where)
    of_first = plan(top, first[0])
    assert list(queries.silent(Campaign.objects.filter(pk=top.pk), TODAY)) == [top]
    tell(plan(of_first, first[1]), first[1], 3)
    assert list(queries.silent(Campaign.objects.filter(pk=top.pk), TODAY)) == []
    assert queries.movement_of_units(top)[first[0].pk].last_period == OCT


def test_the_page_and_the_sheet_of_the_province(client):
    where = country()
    first = ward(where, 2)
    top = launched(where)
    of_first = plan(top, first[0])
    tell(of_first, first[1], 4)
    client.force_login(User.objects.get(pk=where.desk.user_id))
    page = client.get(reverse("campaigns_show", args=[top.pk])).content.decode()
    assert first[2].name in page
    sheet = client.get(reverse("campaigns_show", args=[top.pk]), {"xuat": "xlsx"})
    [line] = read_table(b"".join(sheet.streaming_content)).rows
    assert line[0] == first[1].name
    added_up = client.get(reverse("campaigns_added_up", args=[top.pk]))
    [line] = read_table(b"".join(added_up.streaming_content)).rows
    assert line == (first[0].name, 4, "đã báo cáo", 1, 2, first[2].name)
    client.force_login(User.objects.get(pk=actor(first[1], Role.UNIT_OFFICER).user_id))
    assert "rollup" not in client.get(reverse("campaigns_show", args=[of_first.pk])).context
    assert client.get(reverse("campaigns_added_up", args=[of_first.pk])).status_code == 404


def test_as_many_queries_for_one_ward_as_for_three(client):
    counts = []
    for n in (1, 3):
        where = country()
        wards = [ward(where, n) for _n in range(n)]
        top = launched(where)
        for top_unit, *units in wards:
            own = plan(top, top_unit)
            for unit in units:
                tell(plan(own, unit), unit, 2)
        client.force_login(User.objects.get(pk=where.desk.user_id))
        client.get(reverse("campaigns_show", args=[top.pk]))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("campaigns_show", args=[top.pk]))
        counts.append(len(asked))
    assert counts[0] == counts[1]
