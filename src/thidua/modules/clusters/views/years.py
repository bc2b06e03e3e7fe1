"""A year of a cluster: where it stands, the result table, its steps, who cross-checks whom."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.parts import Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.foundation.slots import gather
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.clusters import policy, queries
from thidua.modules.clusters.actions import scoring, summary, voting
from thidua.modules.clusters.ballots import BOX
from thidua.modules.clusters.forms import AnnounceForm, AssignForm, RecordForm, StepForm
from thidua.modules.clusters.membership import heads_of, members_of
from thidua.modules.clusters.models import CardState, ClusterYear, Running, VoteWay, YearState
from thidua.modules.clusters.needs import n_voters
from thidua.modules.clusters.states import YEAR
from thidua.modules.clusters.tables import RESULT
from thidua.modules.clusters.tally import CardTally, highest, places
from thidua.modules.clusters.views.shared import CARD_TONES, YEAR_TONES, year
from thidua.modules.organisations.api import Request


@require_safe
def show(request: Request, pk: int) -> HttpResponseBase:
    row = year(request, pk)
    cards = queries.ordered(queries.cards_visible_to(request.actor).filter(year=row))
    found = queries.tallies(row, cards)
    place_of = _places(row, found)
    if is_export(request):
        return export_rows(request, RESULT, ((one, place_of.get(one.card.pk)) for one in found))
    steps = [step for step in YEAR if policy.may_step_year(request.actor, row, step.name)]
    offered = [(step, step.missing(row)) for step in steps if _applies(row, step.name)]
    context = {
        "year": row,
        "tone": YEAR_TONES[YearState(row.state)],
        "marks": _marks(row),
        "heads": heads_of(row),
        "lines": _lines(found, place_of),
        "n_hidden": row.cards.count() - len(found),
        "is_live": bool(place_of) and row.state != YearState.FINISHED,
        "highest": highest(queries.sheet_of(row)),
        "steps": offered,
        "next_steps": [(step, lacks) for step, lacks in offered if not step.needs_reason],
        "may_vote": policy.may_vote(request.actor, row),
        "may_enter_vote": policy.may_enter_vote(request.actor, row),
        "n_voters": n_voters(row) if row.state == YearState.VOTING else 0,
        "n_voted": BOX.turned_out(row.pk).count() if row.state == YearState.VOTING else 0,
        "may_assign": policy.may_assign(request.actor, row),
        "actions": gather("cluster_year.actions", request.actor, row),
        "panels": gather("cluster_year.panels", request.actor, row),
        "table": RESULT.on(request),
    }
    return render(request, "clusters/year.html", context)


def _applies(row: ClusterYear, step: str) -> bool:
    """A block on paper is recorded; one that is run here is summed up, voted where it votes, and announced."""
    if row.cluster.running == Running.PAPER:
        return step not in {"settle", "announce", "open_vote", "restart_vote", "on_paper"}
    if step in {"open_vote", "on_paper"}:
        return row.vote_way == VoteWay.SCREEN and not row.is_voted
    if step == "restart_vote":
        return row.is_voted or row.state == YearState.VOTING
    return step != "record"


def _places(row: ClusterYear, found: list[CardTally]) -> dict[int, int]:
    """As announced; while it is summed up, as it stands now, where all cards are in sight."""
    if row.state == YearState.FINISHED:
        return {one.card.pk: one.card.place for one in found if one.card.place}
    summed = row.state in {YearState.SETTLING, YearState.VOTING}
    return places(row, found) if summed and len(found) == row.cards.count() else {}


def _lines(found: list[CardTally], place_of: dict[int, int]) -> list[dict[str, Any]]:
    lines = [
        {
            "card": one.card,
            "tone": CARD_TONES[CardState(one.card.state)],
            "total": one.card.total if one.card.total is not None else one.total,
            "place": place_of.get(one.card.pk),
            "n_open": one.n_open_differences,
        }
        for one in found
    ]
    return sorted(lines, key=lambda line: (line["place"] or len(lines) + 1, line["card"].member_id))


def _marks(row: ClusterYear) -> list[StepMark]:
    life = [YearState.DRAFT, YearState.SCORING]
    if row.cluster.running == Running.HERE:
        life.append(YearState.SETTLING)
        if row.vote_way == VoteWay.SCREEN:
            life.append(YearState.VOTING)
    life.append(YearState.FINISHED)
    here = life.index(YearState(row.state)) if row.state in life else len(life) - 2
    announced = row.result_on.strftime("%d/%m/%Y") if row.result_on else ""
    return [
        StepMark(
            str(one.label),
            Mark.DONE if place < here or one == row.state == YearState.FINISHED else
            Mark.NOW if place == here else Mark.NEXT,
            announced if one == YearState.FINISHED else "",
        )
        for place, one in enumerate(life)
    ]  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what the step means and what it still lacks, ask the reason where there is one, then take it."""
    row = year(request, pk)
    if name not in YEAR.by_name:
        raise Http404
    taken = YEAR.by_name[name]
    require(policy.may_step_year(request.actor, row, name))
    form = _form(request, row, name)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _take(request, row, name, form)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("cluster_years_show", pk=pk)
    context = {"year": row, "step": taken, "form": form, "lacks": taken.missing(row)}
    return render(request, "clusters/year_step.html", context)


def _form(request: Request, row: ClusterYear, name: str) -> Any:
    posted = request.POST if request.method == "POST" else None
    if name == "announce":
        return AnnounceForm(posted, initial={"result_on": request.today})
    if name == "record":
        cards = queries.tallies(row, queries.cards_visible_to(request.actor).filter(year=row))
        return RecordForm(posted, cards=cards, initial={"result_on": request.today})
    return StepForm(posted, needs_reason=YEAR.by_name[name].needs_reason)


def _take(request: Request, row: ClusterYear, name: str, form: Any) -> None:
    said = form.cleaned_data
    if name == "open":
        scoring.open_scoring(year=row, actor=request.actor)
    elif name == "announce":
        summary.announce(year=row, actor=request.actor, on=request.today, **said)
    elif name == "record":
        summary.record(
            year=row,
            received=form.received(),
            basis=said["basis"],
            result_on=said["result_on"],
            actor=request.actor,
            on=request.today,
        )
    elif name == "open_vote":
        voting.open_vote(year=row, actor=request.actor)
    elif name == "close_vote":
        voting.close_vote(year=row, actor=request.actor)
    elif name == "on_paper":
        voting.vote_on_paper(year=row, reason=said["reason"], actor=request.actor)
    elif name == "restart_vote":
        voting.restart_vote(year=row, reason=said["reason"], actor=request.actor)
    else:
        summary.move_year(year=row, step=name, reason=said.get("reason", ""), actor=request.actor)


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: Request, pk: int) -> HttpResponse:
    row = year(request, pk)
    require(policy.may_assign(request.actor, row))
    cards = row.cards.exclude(state__in=[CardState.CHECKED, CardState.EXCUSED])
    form = AssignForm(
        request.POST if request.method == "POST" else None,
        cards=cards.select_related("member").order_by("member_id"),
        members=list(members_of(row)),
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            scoring.assign(year=row, checkers=form.checkers(), actor=request.actor)
            messages.success(request, _("Saved."))
            return redirect("cluster_years_show", pk=pk)
    return render(request, "clusters/assign.html", {"year": row, "form": form})
