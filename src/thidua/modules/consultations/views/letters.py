"""Screens of the consultations: the desk asks, a body answers."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.consultations import actions, policy, queries
from thidua.modules.consultations.forms import (
    AnswerForm,
    AskForm,
    DraftForm,
    LetterForm,
    ListFilter,
    ReasonForm,
    ReplyForm,
)
from thidua.modules.consultations.models import Consultation, ConsultationState
from thidua.modules.consultations.tables import CONSULTATIONS
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Dossier
from thidua.modules.files import api as files
from thidua.modules.organisations.api import Request, Role, in_force
from thidua.modules.organisations.models import Grant, Organisation
from thidua.modules.papers import api as papers

ORDER = ("-id",)
TONES = {
    ConsultationState.DRAFT: "plain",
    ConsultationState.ASKED: "wait",
    ConsultationState.ANSWERED: "good",
    ConsultationState.CANCELLED: "bad",
}


def visible(request: Request, pk: int) -> Consultation:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = ListFilter(request.GET)
    rows = queries.visible_to(request.actor)
    words = form.chosen().get("q")
    if words:
        rows = rows.filter(Q(body_name__icontains=words) | Q(dossier__code__icontains=words))
    chosen = request.GET.get("trang-thai", "")
    conditions = queries.filters(request.today)
    shown = rows.filter(conditions[chosen]) if chosen in conditions else rows
    if is_export(request):
        return export(request, CONSULTATIONS, shown, order=ORDER)
    return render(
        request,
        "consultations/list.html",
        {
            "form": form,
            "counters": _counters(request, chosen),
            "page": keyset(shown, order=ORDER, token=request.GET.get("trang", "")),
            "count": capped_count(shown),
            "tones": TONES,
            "table": CONSULTATIONS.on(request),
        },
    )


def _counters(request: Request, chosen: str) -> list[Counter]:
    labels = {
        "draft": _("being prepared"),
        "waiting": _("waiting for the answer"),
        "overdue": _("overdue"),
        "answered": _("answered"),
    }
    counts = queries.counts(request.actor, request.today)
    return [
        Counter(
            labels[name],
            n,
            "?" if name == chosen else f"?trang-thai={name}",
            is_on=name == chosen,
            tone="bad" if name == "overdue" and n else "plain",
        )
        for name, n in counts.items()
    ]


def _bodies(on: date) -> QuerySet[Organisation]:
    """Those in which somebody answers for a consulted body."""
    answering = Grant.objects.filter(in_force(on), role=Role.CONSULTED).values("organisation")
    return Organisation.objects.filter(pk__in=answering).order_by("sort")


def new(request: Request, dossier_pk: int) -> HttpResponse:
    dossier = get_object_or_404(dossiers.visible_to(request.actor), pk=dossier_pk)
    require(policy.may_prepare(request.actor, dossier))
    form = DraftForm(request.POST or None, dossier=dossier, bodies=_bodies(request.today))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _prepared(request, dossier, form.cleaned_data))
    return render(request, "consultations/draft.html", {"form": form, "dossier": dossier})


def _prepared(request: Request, dossier: Dossier, values: dict[str, Any]) -> str:
    row = actions.prepare(dossier=dossier, actor=request.actor, now=request.now, **values)
    return reverse("consultations_show", args=[row.pk])


def change(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_change(request.actor, row))
    initial = {name: getattr(row, name) for name in ("body", "body_name", "candidate", "due_on", "question")}
    form = DraftForm(
        request.POST or None, initial=initial, dossier=row.dossier, bodies=_bodies(request.today)
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change(consultation=row, actor=request.actor, on=request.today, **form.cleaned_data)
        if form.is_valid():
            return redirect("consultations_show", pk)
    return render(request, "consultations/draft.html", {"form": form, "dossier": row.dossier, "row": row})


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, row: Consultation, **forms: Any) -> HttpResponse:
    actor = request.actor
    signers = papers.signers_of(row.organisation, request.today)
    context = {
        "row": row,
        "candidates": _about(row),
        "papers": papers.papers_of(f"consultation:{row.pk}"),
        "tone": TONES[ConsultationState(row.state)],
        "is_overdue": row.state == ConsultationState.ASKED and row.due_on and row.due_on < request.today,
        "may_change": policy.may_change(actor, row),
        "may_draw": policy.may_draw(actor, row),
        "may_read_dossier": dossiers.visible_to(actor).filter(pk=row.dossier_id).exists(),
        "letter_form": LetterForm(signers=signers),
        "may_cancel": policy.may_step(actor, row, "cancel"),
        "cancel_form": ReasonForm(),
    }
    offered = {
        "ask_form": ("ask", AskForm, {"asked_on": request.today, "due_on": row.due_on}),
        "answer_form": ("answer", AnswerForm, {}),
        "reply_form": ("record", ReplyForm, {"replied_on": request.today}),
    }
    for name, (step, form, initial) in offered.items():
        if policy.may_step(actor, row, step):
            context[name] = form(initial=initial)
    return render(request, "consultations/show.html", context | forms)


def _about(row: Consultation) -> list[Any]:
    if row.candidate:
        return [row.candidate]
    return list(row.dossier.candidates.exclude(state="dropped").order_by("place", "id"))


@require_POST
def letter(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_draw(request.actor, row))
    form = LetterForm(request.POST, signers=papers.signers_of(row.organisation, request.today))
    if form.is_valid():
        with told(request):
            actions.draw_letter(
                consultation=row,
                signer=form.cleaned_data["signer"],
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
    return redirect("consultations_show", pk)


@require_POST
def ask(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step(request.actor, row, "ask"))
    form = AskForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.ask(consultation=row, actor=request.actor, on=request.today, **form.cleaned_data)
        if form.is_valid():
            return redirect("consultations_show", pk)
    return _page(request, row, ask_form=form)


@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step(request.actor, row, "answer"))
    form = AnswerForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.answer(consultation=row, actor=request.actor, on=request.today, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("Your answer has been sent."))
            return redirect("consultations_show", pk)
    return _page(request, row, answer_form=form)


@require_POST
def record(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step(request.actor, row, "record"))
    form = ReplyForm(request.POST, request.FILES)
    if form.is_valid():
        with refusals_on(form), transaction.atomic():
            _record(request, row, form.cleaned_data)
        if form.is_valid():
            return redirect("consultations_show", pk)
    return _page(request, row, reply_form=form)


def _record(request: Request, row: Consultation, values: dict[str, Any]) -> None:
    upload = values.pop("file")
    scan = None
    if upload:
        scan = files.store(
            content=upload.read(),
            name=upload.name,
            organisation=row.organisation,
            subject=f"consultation:{row.pk}",
            actor=request.actor,
            now=request.now,
        )
    actions.record_reply(consultation=row, reply_file=scan, actor=request.actor, on=request.today, **values)


@require_POST
def cancel(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step(request.actor, row, "cancel"))
    with told(request):
        actions.cancel(consultation=row, reason=request.POST.get("reason", ""), actor=request.actor)
    return redirect("consultations_show", pk)
