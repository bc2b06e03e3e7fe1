"""Indicators before and after, and lessons: of a pilot, or of a unit that applies the model."""

from dataclasses import asdict
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import Answer, require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.replication import policy
from thidua.modules.replication.drafts import LessonDraft, MeasureDraft
from thidua.modules.replication.models import Adoption, Lesson, Measure, Pilot

MOST_MEASURES = 20
MOST_LESSONS = 50
Place = Pilot | Adoption


class CannotMeasure(Cannot):
    """A value lacks its day, its measurer or its source, or the days contradict each other."""


def may_measure(actor: Actor, place: Place) -> Answer:
    if isinstance(place, Pilot):
        return policy.may_measure_pilot(actor, place)
    return policy.may_measure_adoption(actor, place)


@action
def add_measure(*, place: Place, draft: MeasureDraft, actor: Actor, on: date) -> Measure:
    require(may_measure(actor, place))
    if place.measures.count() >= MOST_MEASURES:
        raise CannotMeasure(_("At most %(n)s indicators: keep those that matter.") % {"n": MOST_MEASURES})
    refuse_wrong_days(draft, on)
    made = Measure.objects.create(**_at(place), **_cleaned(draft))
    _tell(made)
    return made


@action
def change_measure(*, measure: Measure, draft: MeasureDraft, actor: Actor, on: date) -> Measure:
    """Chiefly: enter the value after."""
    held = Measure.objects.select_for_update().get(pk=measure.pk)
    require(may_measure(actor, place_of(held)))
    refuse_wrong_days(draft, on)
    is_new = held.after is None
    for name, value in _cleaned(draft).items():
        setattr(held, name, value)
    held.save()
    if is_new:
        _tell(held)
    return held


@action
def drop_measure(*, measure: Measure, actor: Actor) -> None:
    require(may_measure(actor, place_of(measure)))
    measure.delete()


@action
def note_lesson(*, place: Place, draft: LessonDraft, actor: Actor, on: date) -> Lesson:
    require(may_measure(actor, place))
    if place.lessons.count() >= MOST_LESSONS:
        raise CannotMeasure(_("At most %(n)s lessons: keep those that help others.") % {"n": MOST_LESSONS})
    return Lesson.objects.create(
        **_at(place),
        kind=draft.kind,
        text=draft.text.strip(),
        for_whom=clean(draft.for_whom),
        noted_on=on,
        noted_by_id=actor.user_id,
    )


@action
def drop_lesson(*, lesson: Lesson, actor: Actor) -> None:
    require(may_measure(actor, place_of(lesson)))
    lesson.delete()


def place_of(row: Measure | Lesson) -> Place:
    place = row.pilot or row.adoption
    assert place is not None  # a constraint of both tables
    return place


def refuse_wrong_days(draft: MeasureDraft, on: date) -> None:
    if draft.before_on > on:
        raise CannotMeasure(_("A value is measured before it is entered."), field="before_on")
    given = [draft.after is not None, draft.after_on is not None, draft.after_by, draft.after_source]
    if any(given) and not all(given):
        raise CannotMeasure(
            _("Enter the value after together with its day, who measured it, and its source."), field="after"
        )
    if draft.after_on and not draft.before_on <= draft.after_on <= on:
        raise CannotMeasure(_("The day lies between the first value and today."), field="after_on")


def _at(place: Place) -> dict[str, Place]:
    return {"pilot" if isinstance(place, Pilot) else "adoption": place}


def _cleaned(draft: MeasureDraft) -> dict[str, object]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in asdict(draft).items()}


def _tell(measure: Measure) -> None:
    """An adopter's effect is news for the unit that began the model."""
    if measure.after is not None and measure.adoption_id:
        publish("replication.effect_known", measure.adoption_id)
