"""Posts that arrange a sitting: agenda, shares, members, recusals, what was said, papers."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.councils import actions, policy, queries, recusal
from thidua.modules.councils.forms import DiscussionForm, ShareForm
from thidua.modules.councils.models import VotingWay
from thidua.modules.councils.views.shared import sitting
from thidua.modules.councils.views.sittings import page_of
from thidua.modules.organisations.api import Request


@require_POST
def put(request: Request, pk: int) -> HttpResponse:
    """All chosen dossiers onto the agenda, or none."""
    row = sitting(request, pk)
    require(policy.may_arrange(request.actor, row))
    chosen = [int(value) for value in request.POST.getlist("dossier") if value.isdecimal()]
    with told(request), transaction.atomic():
        for dossier in queries.dossiers_ready(request.actor, row).filter(pk__in=chosen):
            actions.put_dossier(
                sitting=row, dossier=dossier, actor=request.actor, on=request.today, now=request.now
            )
    return redirect("sittings_show", pk)


@require_POST
def take_off(request: Request, pk: int, item_pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_arrange(request.actor, row))
    with told(request):
        actions.take_off(item=get_object_or_404(row.items, pk=item_pk), actor=request.actor)
    return redirect("sittings_show", pk)


@require_POST
def share(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_arrange(request.actor, row))
    form = ShareForm(request.POST, auto_id=f"{request.POST.get('honour', '')[:12]}_%s")
    if not form.is_valid():
        context = page_of(request, row)
        code = form.data.get("honour")
        context["open_shares"] = [
            form if one.initial["honour"] == code else one for one in context["open_shares"]
        ]
        return render(request, "councils/sitting.html", context)
    with told(request):
        actions.set_share(
            sitting=row,
            honour=form.cleaned_data["honour"],
            share=form.cleaned_data["share"],
            basis=form.cleaned_data["basis"],
            actor=request.actor,
        )
    return redirect("sittings_show", pk)


@require_POST
def attendance(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_arrange(request.actor, row))
    seats = list(row.attendance.values_list("pk", flat=True))
    present = {seat: f"present_{seat}" in request.POST for seat in seats}
    ways = {seat: way for seat in seats if (way := request.POST.get(f"way_{seat}", "")) in VotingWay.values}
    with told(request):
        actions.set_attendance(sitting=row, present=present, ways=ways, actor=request.actor)
    return redirect("sittings_show", pk)


def recusals(request: Request, pk: int) -> HttpResponse:
    """Which member does not vote on which item: proposed by the rule, confirmed here."""
    row = sitting(request, pk)
    require(policy.may_arrange(request.actor, row))
    if request.method == "POST":
        chosen = {
            item: [int(member) for member in request.POST.getlist(f"item_{item}") if member.isdecimal()]
            for item in row.items.values_list("pk", flat=True)
        }
        with told(request):
            actions.confirm_recusals(
                sitting=row, by_item=chosen, basis=request.POST.get("basis", "")[:200], actor=request.actor
            )
            return redirect("sittings_show", pk)
    proposed = {item: {member.pk for member in who} for item, who in recusal.proposed(row).items()}
    members = [seat.member for seat in queries.attendance(row)]
    lines = [
        (
            item,
            [
                (member, member in set(item.recused.all()), member.pk in proposed.get(item.pk, ()))
                for member in members
            ],
        )
        for item in queries.agenda(row)
    ]
    return render(request, "councils/recusals.html", {"sitting": row, "lines": lines})


@require_POST
def record(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_record(request.actor, row))
    form = DiscussionForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.record_discussion(sitting=row, actor=request.actor, **form.cleaned_data)
    if form.is_valid():
        return redirect("sittings_show", pk)
    return render(request, "councils/sitting.html", page_of(request, row, discussion_form=form))


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    """The minutes of the council and, where the tellers are named, of the tally."""
    row = sitting(request, pk)
    require(policy.may_record(request.actor, row))
    with told(request):
        actions.draw_minutes(sitting=row, actor=request.actor, now=request.now)
        actions.draw_tally(sitting=row, actor=request.actor, now=request.now)
    return redirect("sittings_show", pk)


@require_POST
def prepare(request: Request, pk: int) -> HttpResponse:
    """Giấy mời họp, phiếu bầu."""
    row = sitting(request, pk)
    require(policy.may_record(request.actor, row))
    with told(request):
        actions.draw_before_the_vote(
            sitting=row, kind=request.POST.get("kind", ""), actor=request.actor, now=request.now
        )
    return redirect("sittings_show", pk)
