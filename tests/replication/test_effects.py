"""Pilots, indicators, lessons, and units that apply a model."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.organisations import actor
from factories.replication import (
    AFTER,
    BEFORE,
    LESSON,
    MEASURED,
    adopted,
    begun,
    chosen,
    listed,
    piloted,
    proposed,
    tried,
    unit_beside,
)
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.organisations.api import Role
from thidua.modules.replication.actions import adoptions, effects, pilots
from thidua.modules.replication.changes import change_of
from thidua.modules.replication.forms.numbers import plain, written
from thidua.modules.replication.models import AdoptionState, Measure, PilotState
from thidua.modules.replication.states import ADOPTION_WORKFLOW, PILOT_WORKFLOW

pytestmark = pytest.mark.django_db
PILOT_LEADS = {("running", "conclude"): "concluded", ("running", "give_up"): "dropped"}
ADOPTION_LEADS = {("in_use", "withdraw"): "withdrawn"}


@pytest.fixture
def at():
    return place()


@pytest.mark.parametrize("state", PilotState.values)
def test_steps_of_a_pilot(at, state):
    _model, pilot = piloted(at)
    effects.add_measure(place=pilot, draft=MEASURED, actor=at.head, on=TODAY)
    effects.note_lesson(place=pilot, draft=LESSON, actor=at.head, on=TODAY)
    for one in PILOT_WORKFLOW:
        pilot.state, pilot.conclusion, pilot.ended_on = state, "đã có", TODAY
        pilot.save()
        said = {"pilot": pilot, "step": one.name, "reason": "Đạt", "actor": at.head, "on": TODAY}
        if target := PILOT_LEADS.get((state, one.name)):
            assert pilots.end(**said).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                pilots.end(**said)


@pytest.mark.parametrize("state", AdoptionState.values)
def test_steps_of_an_adoption(at, state):
    row = adopted(at, listed(at))
    for one in ADOPTION_WORKFLOW:
        row.state, row.ended_on, row.end_reason = state, TODAY, "đã có"
        row.save()
        said = {
            "adoption": row,
            "ended_on": TODAY,
            "reason": "Thiếu chỗ",
            "actor": at.specialist,
            "on": TODAY,
        }
        if target := ADOPTION_LEADS.get((state, one.name)):
            assert adoptions.withdraw(**said).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                adoptions.withdraw(**said)


def test_a_pilot_is_concluded_with_a_result_and_a_lesson(at):
    _model, pilot = piloted(at)
    said = {"pilot": pilot, "step": "conclude", "reason": "Đạt", "actor": at.head, "on": TODAY}
    for complete in (
        lambda: effects.add_measure(place=pilot, draft=BEFORE, actor=at.officer, on=TODAY),
        lambda: effects.add_measure(place=pilot, draft=MEASURED, actor=at.officer, on=TODAY),
        lambda: effects.note_lesson(place=pilot, draft=LESSON, actor=at.officer, on=TODAY),
    ):
        with pytest.raises(CannotMove):
            pilots.end(**said)
        complete()
    with pytest.raises(CannotMove):
        pilots.end(**said | {"reason": " "})
    assert pilots.end(**said).ended_on == TODAY


def test_after_its_end_a_pilot_stays_as_it_was(at):
    _model, pilot = piloted(at)
    done = tried(at, pilot)
    with pytest.raises(Refused):
        effects.add_measure(place=done, draft=BEFORE, actor=at.head, on=TODAY)
    with pytest.raises(Refused):
        effects.drop_lesson(lesson=done.lessons.get(), actor=at.head)


def test_pilots_are_units_here_and_one_at_a_time(at):
    model = proposed(at)
    chosen(at, model)
    for unit in (at.school, place().school):
        with pytest.raises(pilots.CannotChoose):
            chosen(at, model, unit)
    assert chosen(at, model, unit_beside(at)).state == "running"


def test_a_pilot_ends_after_it_begins(at):
    said = {"organisation": at.school, "actor": at.specialist, "on": TODAY, "now": NOW}
    with pytest.raises(pilots.CannotChoose) as refusal:
        pilots.choose(model=proposed(at), since=TODAY, until=TODAY, **said)
    assert refusal.value.field == "until"


def test_a_draft_has_no_pilots(at):
    with pytest.raises(Refused):
        chosen(at, begun(at))


def test_the_pilot_unit_and_the_unit_that_began_it_measure(at):
    model = proposed(at)
    unit = unit_beside(at)
    pilot = chosen(at, model, unit)
    for who in (actor(unit, Role.UNIT_OFFICER), at.officer, at.specialist):
        effects.add_measure(place=pilot, draft=BEFORE, actor=who, on=TODAY)
    for stranger in (actor(unit_beside(at), Role.UNIT_HEAD), actor(at.ward, Role.INSPECTOR)):
        with pytest.raises(Refused):
            effects.add_measure(place=pilot, draft=BEFORE, actor=stranger, on=TODAY)
    assert pilot.measures.count() == 3


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"before_on": TODAY + timedelta(days=1)}, "before_on"),
        ({"after": Decimal(5)}, "after"),
        ({"after_by": "Tổ trưởng"}, "after"),
        (AFTER | {"after_on": date(2026, 7, 1)}, "after_on"),
        (AFTER | {"after_on": TODAY + timedelta(days=1)}, "after_on"),
    ],
)
def test_a_value_has_its_day_its_measurer_and_its_source(at, fields, field):
    _model, pilot = piloted(at)
    with pytest.raises(effects.CannotMeasure) as refusal:
        effects.add_measure(place=pilot, draft=replace(BEFORE, **fields), actor=at.head, on=TODAY)
    assert refusal.value.field == field


def test_a_unit_applies_what_is_in_the_catalogue(at):
    row = adopted(at, listed(at))
    assert (row.state, row.measures.get().before) == ("in_use", Decimal(12))
    with pytest.raises(Refused):
        adopted(at, proposed(at))


def test_not_twice_and_not_what_it_began_itself(at):
    model, unit = listed(at), unit_beside(at)
    row = adopted(at, model, unit)
    with pytest.raises(adoptions.CannotAdopt):
        adopted(at, model, unit)
    with pytest.raises(Refused):
        adopted(at, model, at.school)
    adoptions.withdraw(adoption=row, ended_on=TODAY, reason="Thi công ngõ", actor=at.specialist, on=TODAY)
    assert adopted(at, model, unit).pk != row.pk


def test_nobody_applies_it_for_another_unit(at):
    with pytest.raises(Refused):
        adopted(at, listed(at), actor=actor(unit_beside(at), Role.UNIT_HEAD), unit=unit_beside(at))


def test_it_is_learnt_from_one_who_does_it(at):
    model, first = listed(at), unit_beside(at)
    with pytest.raises(adoptions.CannotAdopt) as refusal:
        adopted(at, model, learnt_from=first)
    assert refusal.value.field == "learnt_from"
    adopted(at, model, first)
    assert adopted(at, model, learnt_from=first).learnt_from == first


def test_a_future_day_is_not_kept(at):
    with pytest.raises(adoptions.CannotAdopt) as refusal:
        adopted(at, listed(at), since=TODAY + timedelta(days=1))
    assert refusal.value.field == "since"


@pytest.mark.parametrize("day", [TODAY - timedelta(days=101), TODAY + timedelta(days=1)])
def test_it_ends_between_its_first_day_and_today(at, day):
    row = adopted(at, listed(at))
    with pytest.raises(CannotMove) as refusal:
        adoptions.withdraw(adoption=row, ended_on=day, reason="x", actor=at.specialist, on=TODAY)
    assert refusal.value.field == "ended_on"


@pytest.mark.parametrize(
    ("aim", "before", "after", "words", "tone"),
    [
        ("more", "12", "61.5", "+49,5 (+412,5%)", "good"),
        ("less", "9", "3", "−6 (−66,7%)", "good"),
        ("more", "100", "90", "−10 (−10%)", "gold"),
        ("less", "0", "2", "+2", "gold"),
        ("more", "3", "58", "+55", "good"),
        ("more", "5", "5", "as before", "plain"),
        ("more", "5", None, "not measured yet", "wait"),
    ],
)
def test_what_became_of_an_indicator(aim, before, after, words, tone):
    row = Measure(aim=aim, before=Decimal(before), after=Decimal(after) if after else None)
    change = change_of(row)
    assert (change.words, change.tone) == (words, tone)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234,5", "1234.5"),
        ("15.000.000", "15000000"),
        ("15 000 000 đồng", "15000000"),
        ("6.500.000đ", "6500000"),
        ("12.5", "12.5"),
        ("1.500", "1500"),
        ("-3", "-3"),
    ],
)
def test_numbers_are_read_as_they_are_written(typed, number):
    assert plain(typed) == number


@pytest.mark.parametrize(
    ("number", "words"), [("1234.50", "1.234,5"), ("61.50", "61,5"), ("0", "0"), ("1000000", "1.000.000")]
)
def test_numbers_are_written_as_they_are_read(number, words):
    assert written(Decimal(number)) == words
