"""Shortcomings and what is done about them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import TimelineItem
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import actions, policy, queries
from thidua.modules.oversight.forms import NoteForm, ProofForm, ReasonForm, RemedyFilter, RemedyForm
from thidua.modules.oversight.models import Proof, Shortcoming, ShortcomingState
from thidua.modules.oversight.states import SHORTCOMING
from thidua.modules.oversight.tables import SHORTCOMINGS

ORDER = ("due_on", "id")
FIELDS = ("title", "organisation", "cause", "measure", "owner", "owner_post", "due_on", "version")
TONES = {ShortcomingState.OPEN: "wait", ShortcomingState.DONE: "gold", ShortcomingState.CLOSED: "good"}


def visible(request: Request, pk: int) -> Shortcoming:
    return get_object_or_404(queries.shortcomings_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    form = RemedyFilter(request.GET, actor=actor)
    chosen = form.chosen()
    every = queries.shortcomings_visible_to(actor)
    rows = every.filter(organisation=chosen["don_vi"]) if "don_vi" in chosen else every
    rows = rows.filter(state=chosen["trang_thai"]) if "trang_thai" in chosen else rows
    if is_export(request):
        return export(request, SHORTCOMINGS, rows, order=ORDER)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "form": form,
        "page": page,
        "table": SHORTCOMINGS.on(request),
        "lines": [(row, TONES[ShortcomingState(row.state)]) for row in page.rows],
        "count": capped_count(rows),
        "n_late": queries.overdue(rows, request.today).count(),
        "may_enter": policy.may_oversee(actor, actor.organisation_id),
        "may_read_plans": policy.may_read(actor),
    }
    return render(request, "oversight/shortcomings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    require(policy.may_oversee(request.actor, request.actor.organisation_id))
    form = RemedyForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _entered(request, form))
    return render(request, "oversight/shortcoming_form.html", {"form": form})


def _entered(request: Request, form: RemedyForm) -> str:
    body = request.actor.organisation
    assert body is not None  # else the policy has refused
    row = actions.enter(body=body, draft=form.draft(), actor=request.actor, on=request.today, now=request.now)
    return reverse("shortcomings_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, row: Shortcoming, **forms: Any) -> HttpResponse:
    actor = request.actor
    signals = queries.signals_visible_to(actor)
    context = {
        "row": row,
        "tone": TONES[ShortcomingState(row.state)],
        "is_late": row.state != ShortcomingState.CLOSED and row.due_on < request.today,
        "steps": [(step, step.missing(row)) for step in SHORTCOMING.open_to(row, actor)],
        "past": _past(row),
        "proofs": row.proofs.select_related("file").order_by("pk"),
        "may_change": policy.may_change(actor, row),
        "may_note": policy.may_note(actor, row),
        "signal": signals.filter(pk=row.signal_id).first() if row.signal_id else None,
        "plan": queries.plans_visible_to(actor).filter(pk=row.plan_id).first() if row.plan_id else None,
        "note_form": NoteForm(),
        "proof": ProofForm(),
    }
    return render(request, "oversight/shortcoming.html", context | forms)


def _past(row: Shortcoming) -> list[TimelineItem]:
    labels = {step.name: str(step.label) for step in SHORTCOMING} | {
        "note": _("Noted as a shortcoming"),
        "": _("What has been done about it"),
    }
    return [TimelineItem(one.on, labels[one.step], one.text) for one in row.notes.order_by("-made_at", "-pk")]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_change(request.actor, row))
    start = {name: getattr(row, f"{name}_id", getattr(row, name)) for name in FIELDS}
    form = RemedyForm(request.POST if request.method == "POST" else None, actor=request.actor, initial=start)
    context: dict[str, Any] = {"row": row, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                version = form.cleaned_data["version"] or 0
                actions.change(row=row, draft=form.draft(), version=version, actor=request.actor)
                messages.success(request, _("Saved."))
                return redirect("shortcomings_show", pk=pk)
        except Conflict as conflict:
            row.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": row.version}
    return render(request, "oversight/shortcoming_form.html", context)


def _both(form: Any, conflict: Conflict) -> list[tuple[Any, object, object]]:
    return [
        (form.fields[name].label, theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


@require_POST
def note(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_note(request.actor, row))
    form = NoteForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.note(row=row, text=form.cleaned_data["text"], **said)
            messages.success(request, _("Saved."))
            return redirect("shortcomings_show", pk=pk)
    return _page(request, row, note_form=form)


@require_POST
def attach(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_note(request.actor, row))
    form = ProofForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        with refusals_on(form):
            actions.attach(
                row=row,
                label=form.cleaned_data["label"],
                content=upload.read() if upload else None,
                name=upload.name if upload else "",
                link=form.cleaned_data["link"].strip(),
                actor=request.actor,
                now=request.now,
            )
            messages.success(request, _("Attached."))
            return redirect("shortcomings_show", pk=pk)
    return _page(request, row, proof=form)


@require_POST
def detach(request: Request, pk: int) -> HttpResponse:
    rows = Proof.objects.filter(shortcoming__in=queries.shortcomings_visible_to(request.actor).values("pk"))
    proof = get_object_or_404(rows.select_related("shortcoming"), pk=pk)
    require(policy.may_note(request.actor, proof.shortcoming))
    actions.detach(proof=proof, actor=request.actor)
    return redirect("shortcomings_show", pk=proof.shortcoming_id)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    row = visible(request, pk)
    if name not in SHORTCOMING.by_name:
        raise Http404
    require(policy.may_step_shortcoming(request.actor, row, name))
    taken = SHORTCOMING.by_name[name]
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.step_shortcoming(row=row, step=name, reason=form.cleaned_data["reason"], **said)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("shortcomings_show", pk=pk)
    context = {"row": row, "step": taken, "form": form, "lacks": taken.missing(row)}
    return render(request, "oversight/shortcoming_step.html", context)
