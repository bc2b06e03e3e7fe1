"""An advance is settled: payments entered, sent, approved, booked, sent back or reversed."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.fund import actions, policy
from thidua.modules.fund.advances import advances_visible_to
from thidua.modules.fund.forms import SettleForm, SpentForm
from thidua.modules.fund.models import Advance, AdvanceRow
from thidua.modules.fund.settlement import settlement_of
from thidua.modules.fund.views.advances import visible, with_reason
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_enter(request.actor, advance))
    form = SpentForm(request.POST or None, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _entered(request, advance, form))
    return render(request, "fund/advance_form.html", {"form": form, "what": "enter", "advance": advance})


def _entered(request: Request, advance: Advance, form: SpentForm) -> str:
    actions.enter_payment(advance=advance, actor=request.actor, **form.cleaned_data)
    return reverse("fund_advance_show", args=[advance.pk])


@require_POST
def enter_list(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_enter(request.actor, advance))
    with told(request):
        actions.enter_list(advance=advance, on=request.today, actor=request.actor)
    return redirect("fund_advance_show", pk=pk)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    rows = AdvanceRow.objects.filter(advance__in=advances_visible_to(request.actor).values("pk"))
    row = get_object_or_404(rows.select_related("advance__fund"), pk=pk)
    require(policy.may_enter(request.actor, row.advance))
    with told(request):
        actions.remove_payment(row=row, actor=request.actor)
    return redirect("fund_advance_show", pk=row.advance_id)


@require_POST
def report(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_move_advance(request.actor, advance, "report"))
    with told(request):
        actions.report(advance=advance, actor=request.actor)
    return redirect("fund_advance_show", pk=pk)


@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_move_advance(request.actor, advance, "accept"))
    with told(request):
        actions.accept(advance=advance, actor=request.actor)
    return redirect("fund_advance_show", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: Request, pk: int) -> HttpResponse:
    return with_reason(request, pk, "send_back", actions.send_back)


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_move_advance(request.actor, advance, "settle"))
    form = SettleForm(request.POST or None, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.settle(advance=advance, actor=request.actor, now=request.now, **form.cleaned_data)
            return redirect("fund_advance_show", pk=pk)
    context = {"form": form, "what": "settle", "advance": advance, "sums": settlement_of(advance)}
    return render(request, "fund/advance_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: Request, pk: int) -> HttpResponse:
    return with_reason(request, pk, "reopen", partial(actions.reopen, now=request.now))
