"""Indicators and lessons on the page of a pilot or of a unit that applies a model."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.organisations.api import Request
from thidua.modules.replication import queries
from thidua.modules.replication.actions import effects as actions
from thidua.modules.replication.changes import changes_of
from thidua.modules.replication.forms import LessonForm, MeasureForm
from thidua.modules.replication.models import Adoption, Lesson, Measure, Pilot

Place = Pilot | Adoption


def effects_of(request: Request, place: Place) -> dict[str, Any]:
    """What both pages show."""
    return {
        "changes": changes_of(place.measures.order_by("pk")),
        "lessons": list(place.lessons.order_by("-kind", "pk")),
        "measure": MeasureForm(initial={"before_on": request.today}),
        "lesson": LessonForm(),
    }


def page_of(place: Place) -> str:
    name = "pilots_show" if isinstance(place, Pilot) else "adoptions_show"
    return reverse(name, args=[place.pk])


def measure_added(request: Request, place: Place, form: MeasureForm, here: str) -> HttpResponse | None:
    """None where something is wrong with the form."""
    if not form.is_valid():
        return None

    def added() -> str:
        actions.add_measure(place=place, draft=form.draft(), actor=request.actor, on=request.today)
        return here

    with refusals_on(form):
        return create_once(request, added)
    return None


def lesson_added(request: Request, place: Place, form: LessonForm, here: str) -> HttpResponse | None:
    if not form.is_valid():
        return None

    def added() -> str:
        actions.note_lesson(place=place, draft=form.draft(), actor=request.actor, on=request.today)
        return here

    with refusals_on(form):
        return create_once(request, added)
    return None


def _in_sight(request: Request) -> Q:
    pilots = queries.pilots_visible_to(request.actor).values("pk")
    adoptions = queries.adoptions_visible_to(request.actor).values("pk")
    return Q(pilot__in=pilots) | Q(adoption__in=adoptions)


PLACES = ("pilot__organisation", "pilot__model__organisation", "adoption__organisation", "adoption__model")


def _measure(request: Request, pk: int) -> tuple[Measure, Place]:
    row = get_object_or_404(Measure.objects.filter(_in_sight(request)).select_related(*PLACES), pk=pk)
    place = actions.place_of(row)
    require(actions.may_measure(request.actor, place))
    return row, place


@require_http_methods(["GET", "HEAD", "POST"])
def change_measure(request: Request, pk: int) -> HttpResponse:
    row, place = _measure(request, pk)
    form = MeasureForm(request.POST if request.method == "POST" else None, measure=row)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_measure(measure=row, draft=form.draft(), actor=request.actor, on=request.today)
            messages.success(request, _("Saved."))
            return redirect(page_of(place))
    context = {"measure": row, "place": place, "form": form, "back": page_of(place)}
    return render(request, "replication/measure.html", context)


@require_POST
def drop_measure(request: Request, pk: int) -> HttpResponse:
    row, place = _measure(request, pk)
    with told(request):
        actions.drop_measure(measure=row, actor=request.actor)
    return redirect(page_of(place))


@require_POST
def drop_lesson(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(Lesson.objects.filter(_in_sight(request)).select_related(*PLACES), pk=pk)
    place = actions.place_of(row)
    require(actions.may_measure(request.actor, place))
    with told(request):
        actions.drop_lesson(lesson=row, actor=request.actor)
    return redirect(page_of(place))
