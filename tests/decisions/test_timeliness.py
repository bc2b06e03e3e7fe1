"""Days from a deed, or the end of a period, to the tip, the proposal and the decision."""

from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW, TODAY
from factories.decisions import in_force
from factories.dossiers import dossier, person, place, propose, sent
from factories.exemplars import verified
from factories.organisations import OrganisationFactory
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.decisions.provides import entry_notes, time_panels
from thidua.modules.decisions.queries.timeliness import (
    DEED,
    PERIOD,
    Times,
    median_of_all,
    medians,
    sent_in,
    times_of,
    units_of,
)
from thidua.modules.dossiers.actions.nominate import nominate
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.register.models import Entry

pytestmark = pytest.mark.django_db
HERE = "/quyet-dinh/kip-thoi/"


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def feat(at, deed_on=date(2026, 11, 10), sent_on=date(2026, 11, 14)):
    row = dossier(at, ground="sudden", deed_on=deed_on, deed_place="Chợ", period=None)
    propose(at, row, person(at.school, f"Lê Văn {row.pk}"), "GK")
    Dossier.objects.filter(pk=row.pk).update(sent_on=sent_on, approved_on=sent_on, state="sent")
    return row


def only(rows=None):
    [found] = times_of(rows if rows is not None else Candidate.objects.all()).values()
    return found


def test_a_feat_is_counted_from_its_deed(at):
    feat(at)
    assert only() == Times(date(2026, 11, 10), True, None, date(2026, 11, 14), None, None)
    assert [only().days(step) for step in ("tip", "proposal", "decision")] == [None, 4, None]


def test_a_yearly_title_from_the_last_day_of_its_period(at):
    row = sent(at)
    assert row.period.until == date(2027, 1, 1)
    found = only()
    assert (found.since, found.is_deed, found.days("proposal")) == (
        date(2026, 12, 31),
        False,
        (TODAY - date(2026, 12, 31)).days,
    )


def test_a_decision_counts_once_it_is_in_force(at):
    in_force(at)
    assert only().decision == TODAY


def test_a_dossier_of_an_exemplar_is_counted_from_the_deed_by_the_first_tip(at):
    exemplar = verified(at)
    first = exemplar.tips.get()
    row = nominate(exemplar=exemplar, receiver=at.ward, actor=at.officer, on=TODAY, now=NOW)
    found = only(row.candidates.all())
    assert (found.since, found.is_deed, found.tip) == (exemplar.deed_on, True, first.told_on)


def test_medians_by_unit_and_of_all(at):
    for n in (2, 4, 9):
        feat(at, sent_on=date(2026, 11, 10 + n))
    other = OrganisationFactory(parent=at.ward)
    row = feat(at, sent_on=date(2026, 11, 11))
    Dossier.objects.filter(pk=row.pk).update(organisation=other)
    sent(at)
    rows = sent_in(at.specialist, 2026, DEED)
    units = list(units_of(rows).order_by("pk"))
    assert [(line.unit, line.n, line.proposal) for line in medians(rows, units)] == [
        (at.school, 3, 4.0),
        (other, 1, 1.0),
    ]
    whole = median_of_all(rows)
    assert (whole.n, whole.n_decided, whole.proposal, whole.decision) == (4, 0, 3.0, None)
    assert median_of_all(sent_in(at.specialist, 2026, PERIOD)).n == 1
    assert median_of_all(sent_in(at.specialist, 2025, DEED)).n == 0


def test_the_days_stand_on_the_dossier_and_on_the_award(at):
    row = feat(at)
    [panel] = time_panels(at.officer, row.__class__.objects.get(pk=row.pk), TODAY)
    assert panel.detail == "Counted from the deed on 10/11/2026: proposal after 4 days"
    in_force(at)
    [note] = entry_notes(Entry.objects.get())
    assert note.endswith("decision after -38 days")


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def test_a_unit_sees_itself_and_the_desk_all(client, at):
    feat(at)
    other = place()
    strange = feat(other)
    Dossier.objects.filter(pk=strange.pk).update(receiver=at.ward, code="HS-2026-9999")
    sign_in(client, at.officer)
    assert [line.unit for line in client.get(HERE).context["lines"]] == [at.school]
    sign_in(client, at.specialist)
    assert {line.unit for line in client.get(HERE).context["lines"]} == {at.school, other.school}


def test_it_goes_out_to_excel(client, at):
    feat(at)
    sign_in(client, at.specialist)
    file = client.get(HERE, {"xuat": "xlsx"})
    [line] = read_table(b"".join(file.streaming_content)).rows
    assert (line[0], line[1], line[4]) == (at.school.name, 1, 4)


@pytest.mark.parametrize("asked", ["0000", "9999", "abcd", "²²²²", "-1"])
def test_an_odd_year_is_brought_into_range(client, at, asked):
    sign_in(client, at.officer)
    assert client.get(HERE, {"nam": asked, "tinh": asked}).status_code == 200


def test_the_page_costs_the_same_for_any_number(client, at):
    feat(at)
    sign_in(client, at.specialist)

    def n_queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(HERE)
        return len(captured)

    n_queries()
    one = n_queries()
    for _ in range(2):
        row = feat(at)
        Dossier.objects.filter(pk=row.pk).update(organisation=OrganisationFactory(parent=at.ward))
    assert n_queries() == one


def test_an_award_costs_the_same_for_any_number(at):
    in_force(at)
    with CaptureQueriesContext(connection) as captured:
        list(entry_notes(Entry.objects.get()))
    assert len(captured) == 2  # the entry itself, and its times
