"""A form that a body sets as data: for itself and all below, asked for, drawn up, ended; beside those of the state."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import person, place
from factories.organisations import actor
from factories.register import award_to, entered
from factories.signing_in import client_of
from thidua.foundation.permissions import Refused
from thidua.modules.organisations.api import Role
from thidua.modules.reports import actions, queries
from thidua.modules.reports.actions import CannotReport, CannotSetForm, FormDraft, end_form, set_form
from thidua.modules.reports.definitions import Definition
from thidua.modules.reports.models import OwnForm, Report
from thidua.modules.reports.periods import span
from thidua.modules.reports.queries import forms_for

pytestmark = pytest.mark.django_db
BY_UNIT = Definition("awards", "unit", ("sex",))


@pytest.fixture
def at():
    return place()


def own(at, who=None, code="B1", **fields):
    draft = FormDraft(
        **{"code": code, "title": "Theo đơn vị", "basis": "CV 5", "since": date(2026, 1, 1)} | fields
    )
    return set_form(draft=draft, definition=BY_UNIT, actor=who or at.specialist, now=NOW)


def test_it_stands_for_the_body_and_those_below_it(at):
    row = own(at)
    assert [row.slug in forms_for(unit.pk, TODAY) for unit in (at.ward, at.school)] == [True, True]
    assert row.slug not in forms_for(place().ward.pk, TODAY)


def test_it_is_drawn_up_counted_and_read_by_its_own_code(at):
    entered(at.ward, actor(at.ward, Role.CLERK), award_to(person(at.school), "GK"))
    slug = own(at).slug
    form = forms_for(at.ward.pk, TODAY)[slug]
    row = actions.draw_up(organisation=at.ward, form=form, span=span("2026"), actor=at.specialist, now=NOW)
    assert queries.now_of(row, TODAY).at("", "") == 1
    page = client_of(at.specialist).get(reverse("reports_show", args=[row.pk])).content.decode()
    assert "B1, CV 5" in page


def test_a_code_stands_once_and_never_that_of_the_state(at):
    row = own(at)
    for code in ("b1", "0603.N/BNV-TĐKT"):
        with pytest.raises(CannotSetForm):
            own(at, code=code)
    end_form(row=row, until=TODAY, actor=at.specialist)
    assert own(at).pk != row.pk


def test_ended_it_is_drawn_up_for_no_later_period(at):
    row = end_form(row=own(at), until=date(2026, 7, 1), actor=at.specialist)
    form = forms_for(at.ward.pk, TODAY)[row.slug]
    said = {"organisation": at.ward, "form": form, "actor": at.specialist, "now": NOW}
    assert actions.draw_up(span=span("2026-N1"), **said)
    with pytest.raises(CannotReport):
        actions.draw_up(span=span("2026"), **said)


def test_ended_it_is_due_for_no_later_period(at):
    row = own(at)
    form = forms_for(at.ward.pk, TODAY)[row.slug]
    rule = {"cadence": "month", "n_days": 5, "basis": "CV"}
    actions.ask_for(form=form, values=rule, actor=at.specialist, now=NOW)
    before = {one.span.name for one in queries.due(at.ward.pk, TODAY)}
    end_form(row=row, until=date(2026, 11, 1), actor=at.specialist)
    after = {one.span.name for one in queries.due(at.ward.pk, TODAY)}
    assert ("2026-11" in before, "2026-11" in after) == (True, False)
    assert after == {name for name in before if name < "2026-11"}


def test_others_do_not_set_or_end_it(at):
    for who in (at.officer, actor(at.ward, Role.CLERK)):
        with pytest.raises(Refused):
            own(at, who)
    row = own(at)
    with pytest.raises(OwnForm.DoesNotExist):
        end_form(row=row, until=TODAY, actor=place().specialist)


def test_from_a_table_to_what_is_due_below(at):
    client = client_of(at.specialist)
    question = "?source=awards&rows=unit&bands=sex&span=2026&structure=now"
    typed = {"code": "B7", "title": "Khen thưởng theo đơn vị", "basis": "CV 12/UBND", "since": "01/01/2026"}
    client.post(f"{reverse('reports_set_form')}{question}", typed | {"since": ""})
    assert not OwnForm.objects.exists()
    client.post(f"{reverse('reports_set_form')}{question}", typed)
    row = OwnForm.objects.get()
    assert Definition.from_json(row.definition) == BY_UNIT
    asked = {"form": row.slug, "cadence": "month", "n_days": 10, "basis": "CV 12/UBND"}
    page = client.post(reverse("reports_due"), asked, follow=True).content.decode()
    assert page.count("B7") >= 2
    assert row.slug in {one.form.slug for one in queries.due(at.school.pk, TODAY)}
    client_of(at.officer).post(reverse("reports_new"), {"form": row.slug, "span": "2026-11", "once": "k"})
    assert Report.objects.get().title == "Khen thưởng theo đơn vị"
    client.post(reverse("reports_end_form", args=[row.pk]))
    row.refresh_from_db()
    assert row.until is not None


def test_what_is_due_asks_the_same_number_of_queries_for_one_and_three_own_forms(at):
    counts = []
    for n in range(2):
        for code in (f"C{n}", f"D{n}")[: n + 1]:
            slug = own(at, code=code).slug
            form = forms_for(at.ward.pk, TODAY)[slug]
            actions.ask_for(
                form=form,
                values={"cadence": "month", "n_days": 5, "basis": "CV"},
                actor=at.specialist,
                now=NOW,
            )
        with CaptureQueriesContext(connection) as captured:
            queries.due(at.ward.pk, TODAY)
        counts.append(len(captured))
    assert counts == [3, 3]
