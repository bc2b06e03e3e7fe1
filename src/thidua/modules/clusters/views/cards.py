"""A member's card: how its total comes about, filled in by itself, cross-checked, settled."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, refusals_on, told
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.clusters import policy, queries
from thidua.modules.clusters.actions import scoring, summary
from thidua.modules.clusters.forms import CheckForm, EvidenceForm, ScoreForm, SettleForm, StepForm
from thidua.modules.clusters.models import CardState, Criterion, Scorecard, ScoreEvidence
from thidua.modules.clusters.sources import source_in_words
from thidua.modules.clusters.states import CARD
from thidua.modules.clusters.tables import CARD as CARD_TABLE
from thidua.modules.clusters.tally import CardTally, highest
from thidua.modules.clusters.views.shared import CARD_TONES, card, latest
from thidua.modules.organisations.api import Request


@require_safe
def show(request: Request, pk: int) -> HttpResponseBase:
    row = card(request, pk)
    found = queries.tally_of(row)
    if is_export(request):
        lines = [(group, line) for group in found.groups for line in group.lines]
        return export_rows(request, CARD_TABLE, lines)
    return render(request, "clusters/card.html", _context(request, row, found))


def _context(request: Request, row: Scorecard, found: CardTally) -> dict[str, Any]:
    actor = request.actor
    steps = [step for step in CARD if policy.may_step_card(actor, row, step.name)]
    return {
        "card": row,
        "year": row.year,
        "tone": CARD_TONES[CardState(row.state)],
        "tally": found,
        "groups": [
            (group, [(line, source_in_words(line.source)) for line in group.lines]) for group in found.groups
        ],
        "highest": highest(
            [(group.group, [line.criterion for line in group.lines]) for group in found.groups]
        ),
        "is_as_announced": row.total is None or row.total == found.total,
        "may_score": policy.may_score(actor, row),
        "may_check": policy.may_check(actor, row),
        "may_settle": policy.may_settle(actor, row),
        "steps": [(step, step.missing(row)) for step in steps],
        "table": CARD_TABLE.on(request),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def score(request: Request, pk: int) -> HttpResponse:
    """The member's own entries; a conflict shows what stands there now."""
    row = card(request, pk)
    require(policy.may_score(request.actor, row))
    found = queries.tally_of(row)
    form = ScoreForm(request.POST if request.method == "POST" else None, lines=found.lines(), card=row)
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                entries, version = form.entries(), form.cleaned_data["version"]
                scoring.score(card=row, entries=entries, version=version, actor=request.actor)
                messages.success(request, _("Saved."))
                return _after_saving(request, pk)
        except Conflict as conflict:
            context = _conflict(request, pk, conflict)
            form = context.pop("form")
    return render(request, "clusters/score.html", _filling(request, row, found, form) | context)


def _after_saving(request: Request, pk: int) -> HttpResponse:
    return redirect("scorecards_show" if "done" in request.POST else "scorecards_score", pk=pk)


def _conflict(request: Request, pk: int, conflict: Conflict) -> dict[str, Any]:
    row = card(request, pk)
    found = queries.tally_of(row)
    names = {str(line.criterion.pk): line.criterion.name for line in found.lines()}
    mine = conflict.mine
    differing = [
        (names[key], theirs, mine[key]) for key, theirs in conflict.theirs.items() if theirs != mine.get(key)
    ]
    form = ScoreForm(latest(request, row.version), lines=found.lines(), card=row)
    return {"conflict": differing, "form": form}


def _filling(request: Request, row: Scorecard, found: CardTally, form: Any) -> dict[str, Any]:
    return {
        "card": row,
        "year": row.year,
        "form": form,
        "groups": form.grouped(found.groups),
        "is_for_them": policy.is_for_them(request.actor, row.member),
        "evidence": EvidenceForm(criteria=_criteria(row)),
    }


def _criteria(row: Scorecard) -> Any:
    return Criterion.objects.filter(group__year=row.year_id).order_by("group__place", "place", "pk")


@require_POST
def attach(request: Request, pk: int) -> HttpResponse:
    row = card(request, pk)
    require(policy.may_score(request.actor, row))
    form = EvidenceForm(request.POST, request.FILES, criteria=_criteria(row))
    if form.is_valid():
        with refusals_on(form):
            scoring.attach(
                card=row,
                criterion=form.cleaned_data["criterion"],
                proof=form.proof(),
                actor=request.actor,
                now=request.now,
            )
            messages.success(request, _("Attached."))
            return redirect("scorecards_score", pk=pk)
    found = queries.tally_of(row)
    filled = ScoreForm(None, lines=found.lines(), card=row)
    return render(request, "clusters/score.html", _filling(request, row, found, filled) | {"evidence": form})


@require_POST
def detach(request: Request, pk: int) -> HttpResponse:
    rows = ScoreEvidence.objects.filter(score__card__in=queries.cards_visible_to(request.actor))
    evidence = get_object_or_404(rows.select_related("score"), pk=pk)
    row = card(request, evidence.score.card_id)
    require(policy.may_score(request.actor, row))
    with told(request):
        scoring.detach(evidence=evidence, actor=request.actor)
        messages.success(request, _("Taken out."))
    return redirect("scorecards_score", pk=row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: Request, pk: int) -> HttpResponse:
    row = card(request, pk)
    require(policy.may_check(request.actor, row))
    return _points(request, row, CheckForm, scoring.check, only_differing=False)


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: Request, pk: int) -> HttpResponse:
    row = card(request, pk)
    require(policy.may_settle(request.actor, row))
    return _points(request, row, SettleForm, summary.settle, only_differing=True)


def _points(
    request: Request, row: Scorecard, form_of: Any, save: Callable[..., Any], *, only_differing: bool
) -> HttpResponse:
    found = queries.tally_of(row)
    lines = [line for line in found.lines() if not only_differing or _is_settled_here(request, line)]
    form = form_of(request.POST if request.method == "POST" else None, lines=lines)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            save(card=row, entries=form.entries(), actor=request.actor)
            messages.success(request, _("Saved."))
            return redirect("scorecards_show", pk=row.pk)
    context = {
        "card": row,
        "year": row.year,
        "form": form,
        "groups": [(group, rows) for group, rows in form.grouped(found.groups) if rows],
        "settling": only_differing,
        "all_lines": "tat-ca" in request.GET,
    }
    return render(request, "clusters/points.html", context)


def _is_settled_here(request: Request, line: Any) -> bool:
    """Differences and what was settled; with ?tat-ca= every criterion."""
    return (
        "tat-ca" in request.GET or line.differs or (line.score is not None and line.score.settled is not None)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    row = card(request, pk)
    if name not in CARD.by_name:
        raise Http404
    taken = CARD.by_name[name]
    require(policy.may_step_card(request.actor, row, name))
    posted = request.POST if request.method == "POST" else None
    form = StepForm(posted, needs_reason=taken.needs_reason)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            scoring.move_card(
                card=row,
                step=name,
                reason=form.cleaned_data.get("reason", ""),
                actor=request.actor,
                on=request.today,
            )
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("cluster_years_show", pk=row.year_id)
    context = {
        "card": row,
        "year": row.year,
        "step": taken,
        "form": form,
        "lacks": taken.missing(row),
        "is_for_them": name == "send" and policy.is_for_them(request.actor, row.member),
    }
    return render(request, "clusters/card_step.html", context)
