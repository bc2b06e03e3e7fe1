"""Each picture beside a small record counted by hand."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache

from conftest import NOW, TODAY
from factories import campaigns, replication
from factories.dossiers import collective, dossier, person, place, propose, sent
from factories.organisations import WardFactory, actor
from factories.register import BASIS, award_to, entered
from thidua.modules.campaigns.actions import reporting
from thidua.modules.campaigns.drafts import ReportDraft
from thidua.modules.dashboards.pictures import TABLE, Scope
from thidua.modules.organisations.api import Role
from thidua.modules.register.api import revoke

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


@pytest.fixture
def ward(at):
    return Scope(at.ward.pk, 2026, TODAY)


def asked(code, scope):
    return TABLE[code].ask(scope)


def awarded(at):
    """Two direct workers, a leader and a collective; a stranger of another ward."""
    teacher = person(at.school, "Trần Thị Minh Châu", position="direct_worker", sex="female")
    cook = person(at.school, "Lê Văn Bếp", position="direct_worker", sex="male")
    head = person(at.school, "Phạm Thu Hà", position="leader", sex="female")
    room = collective(at.school, "Tổ Toán")
    awards = [award_to(one) for one in (teacher, cook)]
    awards += [
        award_to(head, "CSTDCS"),
        replace(award_to(head, "TTLDTT"), person_id=None, collective_id=room.pk),
    ]
    other = WardFactory()
    entered(other, actor(other, Role.SPECIALIST), award_to(person(other, "Người Lạ")))
    return entered(at.ward, at.specialist, *awards)


def test_awards_by_honour_and_group(at, ward):
    awarded(at)
    assert asked("groups", ward) == [
        ["CSTDCS", 0, 0, 1, 0, 0, 0],
        ["TTLDTT", 0, 0, 0, 0, 1, 0],
        ["LDTT", 2, 0, 0, 0, 0, 0],
    ]
    assert asked("units", ward) == [[at.school.pk, at.school.name, 3, 1, 4]]
    assert asked("women", ward) == [["CSTDCS", 1, 0, 0], ["LDTT", 1, 1, 0]]
    assert asked("groups", replace(ward, year=2025)) == []


def test_a_revoked_award_is_not_counted(at, ward):
    first, *_others = awarded(at)
    revoke(
        entry=first,
        basis=replace(BASIS, decision_number="9/QĐ-UBND"),
        note="Kê khai sai",
        actor=at.specialist,
        now=NOW,
    )
    assert asked("women", ward)[1] == ["LDTT", 0, 1, 0]


def test_the_share_of_women_stands_in_the_words(at, ward):
    awarded(at)
    chart = TABLE["women"].draw(asked("women", ward), 2026)
    assert chart.words == "Women have 66% of the awards to people."
    assert [(row.label, row.values) for row in chart.rows][1][1] == (1, 1, 0)


def test_what_waits_where(at, ward):
    sent(at)
    dossier(at)
    found = {state: (n, days) for state, n, days in asked("places", ward)}
    assert (found["draft"], found["sent"], found["council"]) == ((1, 0), (1, 0), (0, 0))
    later = {state: days for state, _n, days in asked("places", replace(ward, on=TODAY + timedelta(days=9)))}
    assert later["draft"] == 9


def test_people_proposed_by_position(at, ward):
    sent(at)
    assert asked("direct", ward) == [[11, 1, 0, 0]]
    chart = TABLE["direct"].draw([[11, 3, 1, 0]], 2026)
    assert (chart.words, chart.rows[0].label) == ("75% of the people proposed are direct workers.", "11/2026")


def test_days_from_the_deed(at, ward):
    row = sent(at)
    type(row).objects.filter(pk=row.pk).update(deed_on=date(2026, 11, 13))
    assert asked("timely", ward) == [[11, 1, 10.0, None]]
    chart = TABLE["timely"].draw([[2, 1, 4.5, None]], 2026)
    assert [(row.label, row.values, row.note) for row in chart.rows] == [
        ("01/2026", (None, None), "0"),
        ("02/2026", (4.5, None), "1"),
    ]


def test_a_campaign_moves_while_figures_change(at, ward):
    campaigns.launched(at)
    moving = campaigns.launched(at, field_id=campaigns.field(at.ward, "Khuyến học").pk)
    indicator = moving.indicators.get()
    reporting.report(
        campaign=moving,
        organisation=at.school,
        drafts=[ReportDraft(period=date(2026, 11, 1), values={indicator.pk: Decimal(3)})],
        actor=at.officer,
        on=TODAY,
        now=NOW,
    )
    assert asked("campaigns", ward) == [["Khuyến học", 1, 0], ["Trật tự đô thị", 0, 1]]
    later = replace(ward, on=TODAY + timedelta(days=31))
    assert asked("campaigns", later) == [["Khuyến học", 0, 1], ["Trật tự đô thị", 0, 1]]


def test_a_model_without_an_adopter_is_there(at, ward):
    lonely = replication.listed(at, name="Bể bơi học đường")
    taken = replication.listed(at, name="Tủ sách hành lang")
    replication.adopted(at, taken)
    assert [row[1:] for row in asked("models", ward)] == [[taken.name, 1, 0], [lonely.name, 0, 0]]
    chart = TABLE["models"].draw(asked("models", ward), 2026)
    assert not chart.is_empty


def test_only_what_lies_below(at):
    awarded(at)
    propose(at, dossier(at), person(at.school, "Ai Đó"), "LDTT")
    elsewhere = Scope(WardFactory().pk, 2026, TODAY)
    found = {code: asked(code, elsewhere) for code in TABLE}
    assert found.pop("places")[0] == ["draft", 0, 0]
    assert found == {key: [] for key in found}
