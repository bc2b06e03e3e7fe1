"""Reports: the list with what is due, one with its figures, what lies behind a cell, the way to the leader."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.organisations.api import Request
from thidua.modules.papers import api as papers
from thidua.modules.reports import actions, policy, queries
from thidua.modules.reports.counting import Figures, differences
from thidua.modules.reports.definitions import Definition
from thidua.modules.reports.forms import DrawUpForm, NoteForm, ReasonForm, SignerForm
from thidua.modules.reports.grid import grid
from thidua.modules.reports.models import Report, ReportState
from thidua.modules.reports.periods import span
from thidua.modules.reports.sheet import write
from thidua.modules.reports.states import WORKFLOW
from thidua.modules.reports.views.behind import list_behind, sheet_response

ORDER = ("-made_at", "-id")
TONES = {ReportState.DRAFT: "plain", ReportState.AT_LEADER: "wait", ReportState.SENT: "good"}


def visible(request: Request, pk: int) -> Report:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponse:
    require(policy.may_read(request.actor))
    rows = queries.visible_to(request.actor)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "page": page,
        "lines": [(row, TONES[ReportState(row.state)], span(row.span)) for row in page.rows],
        "count": capped_count(rows),
        "due": queries.due(request.actor.organisation_id or 0, request.today),
        "today": request.today,
        "may_draw": policy.may_draw(request.actor),
        "may_ask": policy.may_ask(request.actor),
    }
    return render(request, "reports/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    require(policy.may_draw(request.actor))
    initial = {"form": request.GET.get("bieu", ""), "span": request.GET.get("ky", str(request.today.year))}
    known = queries.forms_for(request.actor.organisation_id, request.today)
    posted = request.POST if request.method == "POST" else None
    form = DrawUpForm(posted, initial=initial, on=request.today, known=known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _drawn(request, form))
    return render(request, "reports/new.html", {"form": form})


def _drawn(request: Request, form: DrawUpForm) -> str:
    state_form, chosen = queries.form_of(form.cleaned_data["form"]), span(form.cleaned_data["span"])
    organisation = request.actor.organisation
    assert state_form is not None and chosen is not None  # noqa: PT018 -- the form has only such
    assert organisation is not None  # the policy has refused
    row = actions.draw_up(
        organisation=organisation, form=state_form, span=chosen, actor=request.actor, now=request.now
    )
    return reverse("reports_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponseBase:
    row = visible(request, pk)
    if request.GET.get("xuat") == "xlsx":
        return _sheet(request, row)
    return _page(request, row)


def _figures(request: Request, row: Report) -> tuple[Figures, Figures | None]:
    """What the page shows, and what was sent where that is something else."""
    sent = queries.sent_of(row)
    return sent or queries.now_of(row, request.today), sent


def _page(request: Request, row: Report, **forms: Any) -> HttpResponse:
    actor = request.actor
    figures, sent = _figures(request, row)
    now = queries.now_of(row, request.today) if sent else None
    context = {
        "row": row,
        "form": queries.form_of(row.form),
        "span": span(row.span),
        "tone": TONES[ReportState(row.state)],
        "figures": figures,
        "lines": grid(figures, lambda line, column: _cell(row, line, column), now),
        "changed": differences(sent, now)[:50] if sent and now else [],
        "papers": papers.papers_of(f"report:{row.pk}"),
        "steps": WORKFLOW.open_to(row, actor),
        "may_change": policy.may_change(actor, row),
        "note_form": NoteForm(initial={"note": row.note}),
        "reason_form": ReasonForm(),
        "may_replace": policy.may_replace(actor, row),
        "may_print": policy.may_print(actor, row),
        "signer_form": SignerForm(signers=papers.signers_of(row.organisation, request.today)),
    }
    return render(request, "reports/show.html", context | forms)


def _cell(row: Report, line: str, column: str) -> str:
    return f"{reverse('reports_cell', args=[row.pk])}?{urlencode({'hang': line, 'cot': column})}"


def _sheet(request: Request, row: Report) -> HttpResponseBase:
    figures, _sent = _figures(request, row)
    form, chosen = queries.form_of(row.form), span(row.span)
    content = write(
        figures,
        title=row.title,
        code=form.code if form else row.form,
        body=row.organisation.name,
        span=chosen.label if chosen else row.span,
    )
    return sheet_response(request, content, row.title, len(figures.rows))


@require_safe
def cell(request: Request, pk: int) -> HttpResponseBase:
    row = visible(request, pk)
    definition = Definition.from_json(row.definition)
    back = (reverse("reports_show", args=[pk]), row.title)
    return list_behind(request, definition, queries.scope_of(row, request.today), back, kept=row.ids)


@require_POST
def note(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_change(request.actor, row))
    form = NoteForm(request.POST)
    if form.is_valid():
        actions.explain(report=row, note=form.cleaned_data["note"], actor=request.actor)
        return redirect("reports_show", pk)
    return _page(request, row, note_form=form)


@require_POST
def step(request: Request, pk: int, name: str) -> HttpResponse:
    row = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    require(policy.may_step(request.actor, row, name))
    form = ReasonForm(request.POST)
    form.fields["reason"].required = WORKFLOW.by_name[name].needs_reason
    if form.is_valid():
        with refusals_on(form):
            reason = form.cleaned_data["reason"]
            actions.step(report=row, name=name, reason=reason, actor=request.actor, now=request.now)
        if form.is_valid():
            return redirect("reports_show", pk)
    return _page(request, row, reason_form=form)


@require_POST
def replace(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_replace(request.actor, row))
    made = actions.replace(report=row, actor=request.actor, now=request.now)
    return redirect("reports_show", made.pk)


@require_POST
def paper(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_print(request.actor, row))
    form = SignerForm(request.POST, signers=papers.signers_of(row.organisation, request.today))
    if form.is_valid():
        with told(request):
            actions.draw_paper(
                report=row, signer=form.cleaned_data["signer"], actor=request.actor, now=request.now
            )
    return redirect("reports_show", pk)
