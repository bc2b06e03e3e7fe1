"""Who applies which model; “Áp dụng mô hình này”; the page of one unit that applies it."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.kernel.text import search_words
from thidua.modules.organisations.api import Request, organisation_choices
from thidua.modules.replication import policy, queries
from thidua.modules.replication.actions import adoptions as actions
from thidua.modules.replication.changes import changes_of
from thidua.modules.replication.forms import (
    AdoptForm,
    AdoptionFilter,
    LessonForm,
    MeasureForm,
    WithdrawForm,
)
from thidua.modules.replication.models import Adoption, AdoptionState, PracticeModel
from thidua.modules.replication.states import ADOPTION_WORKFLOW
from thidua.modules.replication.tables import ADOPTIONS
from thidua.modules.replication.views.effects import effects_of, lesson_added, measure_added
from thidua.modules.replication.views.models import visible as visible_model

ORDER = ("-since", "-id")
TONES = {AdoptionState.IN_USE: "good", AdoptionState.WITHDRAWN: "plain"}


def visible(request: Request, pk: int) -> Adoption:
    return get_object_or_404(queries.adoptions_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = AdoptionFilter(request.GET)
    rows = _found(queries.adoptions_visible_to(request.actor), form.chosen().get("q", ""))
    kinds = _kinds(rows)
    asked = request.GET.get("loai", "")
    shown = kinds[asked][1] if asked in kinds else rows
    shown = shown.prefetch_related("measures")
    if is_export(request):
        return export(request, ADOPTIONS, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    counters = list(_counters(request, rows, kinds, asked if asked in kinds else ""))
    context = {
        "form": form,
        "page": page,
        "lines": [
            (row, changes_of(row.measures.all()), TONES[AdoptionState(row.state)]) for row in page.rows
        ],
        "table": ADOPTIONS.on(request),
        "count": next(one.n for one in counters if one.is_on),
        "counters": counters,
    }
    return render(request, "replication/adoptions.html", context)


def _found(rows: QuerySet[Adoption], words: str) -> QuerySet[Adoption]:
    for word in search_words(words):
        rows = rows.filter(Q(model__search__contains=word) | Q(organisation__search__contains=word))
    return rows


def _kinds(rows: QuerySet[Adoption]) -> dict[str, tuple[str, QuerySet[Adoption]]]:
    return {
        "co-ket-qua": (_("with an effect measured"), queries.measured(rows)),
        "chua-do": (_("effect not measured yet"), queries.unmeasured(rows)),
        "da-thoi": (_("applied no more"), rows.filter(state=AdoptionState.WITHDRAWN)),
    }


def _counters(
    request: Request, rows: QuerySet[Adoption], kinds: dict[str, tuple[str, QuerySet[Adoption]]], asked: str
) -> Iterator[Counter]:
    for value, label, found in (("", _("all"), rows), *((key, *kind) for key, kind in kinds.items())):
        query = request.GET.copy()
        query.pop("trang", None)
        query["loai"] = value
        yield Counter(label, capped_count(found), f"?{query.urlencode()}", is_on=asked == value)


@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: Request, pk: int) -> HttpResponse:
    model, actor = visible_model(request, pk), request.actor
    require(policy.may_adopt(actor, model))
    form = AdoptForm(
        request.POST if request.method == "POST" else None,
        units=organisation_choices(actor).exclude(pk=model.organisation_id),
        sources=queries.sources_of(model),
        own=actor.organisation_id,
        initial={"since": request.today, "before_on": request.today},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _adopted(request, model, form))
    return render(request, "replication/adopt.html", {"model": model, "form": form})


def _adopted(request: Request, model: PracticeModel, form: AdoptForm) -> str:
    names = ("organisation", "since", "learnt_from", "way")
    made = actions.adopt(
        model=model,
        measure=form.measure(),
        actor=request.actor,
        on=request.today,
        now=request.now,
        **{name: form.cleaned_data[name] for name in names},
    )
    return reverse("adoptions_show", args=[made.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, adoption: Adoption, **forms: Any) -> HttpResponse:
    actor = request.actor
    context = {
        "adoption": adoption,
        "model": adoption.model,
        "place": adoption,
        "tone": TONES[AdoptionState(adoption.state)],
        "may_measure": policy.may_measure_adoption(actor, adoption),
        "steps": ADOPTION_WORKFLOW.open_to(adoption, actor),
        "measure_url": reverse("adoptions_measure", args=[adoption.pk]),
        "lesson_url": reverse("adoptions_lesson", args=[adoption.pk]),
    }
    return render(request, "replication/adoption.html", context | effects_of(request, adoption) | forms)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, pk: int) -> HttpResponse:
    adoption = visible(request, pk)
    require(policy.may_step_adoption(request.actor, adoption, "withdraw"))
    form = WithdrawForm(
        request.POST if request.method == "POST" else None, initial={"ended_on": request.today}
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.withdraw(adoption=adoption, actor=request.actor, on=request.today, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("adoptions_show", pk=pk)
    return render(request, "replication/withdraw.html", {"adoption": adoption, "form": form})


@require_POST
def measure(request: Request, pk: int) -> HttpResponse:
    adoption = visible(request, pk)
    require(policy.may_measure_adoption(request.actor, adoption))
    form = MeasureForm(request.POST)
    here = reverse("adoptions_show", args=[pk])
    return measure_added(request, adoption, form, here) or _page(request, adoption, measure=form)


@require_POST
def lesson(request: Request, pk: int) -> HttpResponse:
    adoption = visible(request, pk)
    require(policy.may_measure_adoption(request.actor, adoption))
    form = LessonForm(request.POST)
    here = reverse("adoptions_show", args=[pk])
    return lesson_added(request, adoption, form, here) or _page(request, adoption, lesson=form)
