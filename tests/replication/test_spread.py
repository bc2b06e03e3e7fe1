"""Who sees what, what waits, and the graph of spread."""

from datetime import date, timedelta

import pytest

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.organisations import actor
from factories.replication import (
    MEASURED,
    adopted,
    begun,
    chosen,
    listed,
    piloted,
    proposed,
    reviewed,
    step,
    tried,
    unit_beside,
)
from thidua.modules.organisations.api import Role
from thidua.modules.replication import provides, queries
from thidua.modules.replication.actions import adoptions, effects, models
from thidua.modules.replication.drawing import graph_of
from thidua.modules.replication.queries import spread
from thidua.modules.replication.queries.reach import catalogue_units

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def sees(who, model) -> bool:
    return queries.visible_to(who).filter(pk=model.pk).exists()


def test_a_draft_is_seen_by_who_writes_it(at):
    model = begun(at)
    readers = [at.officer, at.head, at.specialist]
    others = [actor(at.ward, role) for role in (Role.LEADER, Role.INSPECTOR, Role.EDITOR)]
    others += [actor(unit_beside(at), Role.UNIT_HEAD), place().specialist]
    assert ([sees(who, model) for who in readers], [sees(who, model) for who in others]) == (
        [True] * 3,
        [False] * 5,
    )


def test_a_draft_that_was_given_up_is_nobody_elses(at):
    model = step(at, begun(at), "drop")
    assert not sees(actor(at.ward, Role.LEADER), model)


def test_what_is_put_forward_is_seen_in_the_scope_and_by_the_pilot_unit(at):
    model, unit = proposed(at), unit_beside(at)
    assert (sees(actor(at.ward, Role.LEADER), model), sees(actor(unit, Role.UNIT_HEAD), model)) == (
        True,
        False,
    )
    chosen(at, model, unit)
    assert sees(actor(unit, Role.UNIT_HEAD), model)


def test_the_catalogue_is_open_to_every_unit_of_the_authority(at):
    model = listed(at)
    inside = [actor(unit_beside(at), role) for role in (Role.UNIT_OFFICER, Role.CONSULTED)]
    assert [sees(who, model) for who in inside] == [True, True]
    assert not sees(place().officer, model)
    assert set(catalogue_units(at.school.pk, TODAY)) >= {at.school, at.ward}


def test_a_model_that_is_followed_no_longer_stays_with_those_who_follow_it(at):
    model, unit = listed(at), unit_beside(at)
    adopted(at, model, unit)
    step(at, model, "retire")
    assert sees(actor(unit, Role.UNIT_HEAD), model)
    assert not sees(actor(unit_beside(at), Role.UNIT_HEAD), model)


def test_silence_is_seen(at):
    silent, followed = listed(at), listed(at)
    waiting = adopted(at, followed)
    known = adopted(at, followed)
    effects.add_measure(place=known, draft=MEASURED, actor=at.specialist, on=TODAY)
    rows = queries.visible_to(at.specialist)
    assert list(queries.without_adopter(rows)) == [silent]
    assert list(queries.unmeasured(queries.adoptions_visible_to(at.specialist))) == [waiting]
    assert list(queries.measured(queries.adoptions_visible_to(at.specialist))) == [known]


def test_numbers_of_the_list(at):
    model = listed(at)
    adopted(at, model)
    known = adopted(at, model)
    effects.add_measure(place=known, draft=MEASURED, actor=at.specialist, on=TODAY)
    ended = adopted(at, model)
    adoptions.withdraw(adoption=ended, ended_on=TODAY, reason="x", actor=at.specialist, on=TODAY)
    row = queries.with_numbers(queries.visible_to(at.specialist)).get()
    assert (row.n_pilots, row.n_adopters, row.n_measured) == (1, 2, 1)


def graph(model):
    return spread.nodes_of(model, spread.pilots_of(model), spread.adoptions_of(model))


def test_who_learnt_from_whom(at):
    model = listed(at)
    first, second = unit_beside(at), unit_beside(at)
    adopted(at, model, first, since=TODAY - timedelta(days=60))
    row = adopted(at, model, second, learnt_from=first, since=TODAY - timedelta(days=30))
    effects.add_measure(place=row, draft=MEASURED, actor=at.specialist, on=TODAY)
    nodes = graph(model)
    assert [(node.unit_id, str(node.part), node.source, node.has_effect) for node in nodes] == [
        (at.school.pk, "origin", None, False),
        (first.pk, "adopter", at.school.pk, False),
        (second.pk, "adopter", first.pk, True),
    ]
    drawn = graph_of(nodes)
    places = {box.node.unit_id: (box.x, box.y) for box in drawn.boxes}
    assert places[at.school.pk][0] < places[first.pk][0] < places[second.pk][0]
    assert len(drawn.links) == 2


def test_each_unit_stands_once_and_apart_from_the_others(at):
    model, pilot = piloted(at)
    other = chosen(at, model, unit_beside(at))
    tried(at, pilot)
    effects.add_measure(place=other, draft=MEASURED, actor=at.specialist, on=TODAY)
    step(at, _concluded(at, model, other), "list")
    for _n in range(4):
        adopted(at, model)
    adopted(at, model, other.organisation)
    boxes = graph_of(graph(model)).boxes
    assert len({(box.x, box.y) for box in boxes}) == len({box.node.unit_id for box in boxes}) == 6


def _concluded(at, model, other):
    from factories.replication import LESSON
    from thidua.modules.replication.actions import pilots

    effects.note_lesson(place=other, draft=LESSON, actor=at.specialist, on=TODAY)
    pilots.end(pilot=other, step="conclude", reason="Đạt", actor=at.specialist, on=TODAY)
    said = {"verdict": "worth", "reason": "Cả hai đều đạt", "on": TODAY, "now": NOW}
    return models.review(model=model, actor=at.specialist, **said)


def test_units_month_by_month(at):
    model = listed(at)
    adopted(at, model, since=date(2026, 8, 15))
    ended = adopted(at, model, since=date(2026, 9, 30))
    adoptions.withdraw(adoption=ended, ended_on=date(2026, 11, 2), reason="x", actor=at.specialist, on=TODAY)
    months = spread.months_of(spread.adoptions_of(model), TODAY)
    assert [(month.first.month, month.n) for month in months] == [(8, 1), (9, 2), (10, 2), (11, 1)]
    assert spread.months_of([], TODAY) == []


def kinds(who) -> list[str]:
    return sorted(str(item.kind) for item in provides.waiting(who, TODAY))


def test_what_waits_for_whom(at):
    proposed(at, name="Chờ xem")
    _model, pilot = piloted(at)
    assert kinds(at.specialist) == ["Models put forward"]
    assert kinds(at.head) == ["Pilot to conclude"]
    tried(at, pilot)
    assert kinds(at.specialist) == ["Models put forward", "Models whose pilots have ended"]
    unit = unit_beside(at)
    row = adopted(at, listed(at), unit)
    officer = actor(unit, Role.UNIT_OFFICER)
    assert kinds(officer) == ["Effect of a model to enter"]
    effects.add_measure(place=row, draft=MEASURED, actor=officer, on=TODAY)
    assert kinds(officer) == []


def test_the_search_finds_what_one_sees(at):
    reviewed(at, name="Ngõ phố hoa giấy")
    hits = list(provides.search(at.specialist, "hoa giay", 5))
    assert [hit.label for hit in hits] == ["Ngõ phố hoa giấy"]
    assert list(provides.search(actor(unit_beside(at), Role.UNIT_HEAD), "hoa giay", 5)) == []
