"""Sittings: the list, one planned, and the page of one: agenda, members, results, papers."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, counted, keyset
from thidua.foundation.parts import Counter, Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.councils import actions, policy, queries, recusal, tellers
from thidua.modules.councils.forms import ChangeForm, DiscussionForm, PlanForm, ReasonForm, ShareForm
from thidua.modules.councils.models import AgendaItem, ItemResult, Sitting, SittingState, VotingWay
from thidua.modules.councils.shares import quorum_of, share_of
from thidua.modules.councils.states import WORKFLOW
from thidua.modules.councils.tables import SITTINGS
from thidua.modules.councils.views.shared import TONES, sitting
from thidua.modules.organisations.api import Request

ORDER = ("-held_on", "-id")
RESULT_TONES = {
    ItemResult.OPEN: "plain",
    ItemResult.PASSED: "good",
    ItemResult.FAILED: "bad",
    ItemResult.DROPPED: "bad",
}


@require_safe
def index(request: Request) -> HttpResponseBase:
    rows = queries.visible_to(request.actor)
    chosen = request.GET.get("trang-thai", "")
    shown = rows.filter(state=chosen) if chosen in SittingState.values else rows
    listed = shown.annotate(n_items=counted(AgendaItem.objects.all(), "sitting"))
    if is_export(request):
        return export(request, SITTINGS, listed, order=ORDER)
    context = {
        "counters": _counters(rows, chosen),
        "table": SITTINGS.on(request),
        "chosen": chosen if chosen in SittingState.values else "",
        "page": keyset(listed, order=ORDER, token=request.GET.get("trang", "")),
        "count": capped_count(shown),
        "tones": TONES,
        "may_plan": policy.may_plan(request.actor, request.actor.organisation_id or 0),
        "to_vote": queries.to_vote_in(request.actor),
    }
    return render(request, "councils/sittings.html", context)


def _counters(rows: Any, chosen: str) -> list[Counter]:
    counts = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    return [
        Counter(
            str(SittingState(state).label),
            counts.get(state, 0),
            "?" if state == chosen else f"?trang-thai={state}",
            is_on=state == chosen,
        )
        for state in SittingState.values
    ]


def new(request: Request) -> HttpResponse:
    require(policy.may_plan(request.actor, request.actor.organisation_id or 0))
    councils = queries.councils_for(request.actor).order_by("-since")
    form = PlanForm(request.POST or None, councils=councils, initial=_first_guess(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _planned(request, form.cleaned_data))
    return render(request, "councils/sitting_new.html", {"form": form, "councils": councils})


def _first_guess(request: Request) -> dict[str, Any]:
    chosen = request.GET.get("hoi-dong", "")
    return {"held_on": request.today} | ({"council": chosen} if chosen.isdecimal() else {})


def _planned(request: Request, values: dict[str, Any]) -> str:
    return reverse("sittings_show", args=[actions.plan(actor=request.actor, **values).pk])


def change(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_arrange(request.actor, row))
    initial = {name: getattr(row, name, None) for name in ChangeForm.base_fields} | {"quorum": quorum_of(row)}
    form = ChangeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change(sitting=row, actor=request.actor, **form.cleaned_data)
        if form.is_valid():
            return redirect("sittings_show", pk)
    return render(request, "councils/sitting_change.html", {"form": form, "sitting": row})


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    return render(request, "councils/sitting.html", page_of(request, row))


def page_of(request: Request, row: Sitting, **forms: Any) -> dict[str, Any]:
    actor = request.actor
    items = list(queries.agenda(row))
    may_arrange = policy.may_arrange(actor, row)
    may_record = policy.may_record(actor, row)
    return {
        "sitting": row,
        "marks": _marks(row),
        "tone": TONES[SittingState(row.state)],
        "quorum": quorum_of(row),
        "lines": [(item, share_of(item), RESULT_TONES[ItemResult(item.result)]) for item in items],
        "open_shares": [
            ShareForm(initial={"honour": code}, auto_id=f"{code}_%s") for code in _open_honours(items)
        ],
        "seats": list(queries.attendance(row)),
        "ways": VotingWay.choices,
        "participation": queries.participation(row),
        "ready": list(queries.dossiers_ready(actor, row)[:50]) if may_arrange else [],
        "proposed_recusals": bool(recusal.proposed(row)) if may_arrange else False,
        "lacks": _lacks(row),
        "may_arrange": may_arrange,
        "may_record": may_record,
        "may_vote": policy.may_vote(actor, row),
        "seat": policy.seat_of(actor, row),
        "may_key": policy.may_key_counts(actor, row),
        "n_on_paper": len(tellers.on_paper(row)),
        "n_keyed": len(tellers.who_keyed(row)),
        "steps_open": {step.name for step in WORKFLOW.open_to(row, actor)},
        "papers": actions.papers_of(row),
        "discussion_form": DiscussionForm(
            initial={name: getattr(row, name) for name in DiscussionForm.base_fields}
        ),
        "reason_form": ReasonForm(),
        **forms,
    }


def _open_honours(items: list[AgendaItem]) -> list[str]:
    return list(dict.fromkeys(item.candidate.honour for item in items if item.share_numerator is None))


def _lacks(row: Sitting) -> list[str]:
    """What the next step still needs."""
    step = {SittingState.PLANNED: "open", SittingState.VOTING: "close"}.get(SittingState(row.state))
    return WORKFLOW.by_name[step].missing(row) if step else []


def _marks(row: Sitting) -> list[StepMark]:
    if row.state == SittingState.CANCELLED:
        return [StepMark(row.get_state_display(), Mark.NOW)]
    life = (SittingState.PLANNED, SittingState.VOTING, SittingState.CLOSED)
    notes = (
        date_format(row.held_on, "SHORT_DATE_FORMAT"),
        _("agenda and members stay as they are"),
        _("minutes can be drawn"),
    )
    labels = (_("Preparation"), _("Voting"), _("Result"))
    here = life.index(SittingState(row.state))
    return [StepMark(labels[n], _mark(n, here), notes[n]) for n in range(len(life))]


def _mark(place: int, here: int) -> Mark:
    if place < here or here == 2:
        return Mark.DONE
    return Mark.NOW if place == here else Mark.NEXT
