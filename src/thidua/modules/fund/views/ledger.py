"""The fund of a year: what was given, kept, paid and is free; what waits; the book."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.fund import actions, policy, queries
from thidua.modules.fund.advances import advances_visible_to, advances_waiting_for
from thidua.modules.fund.forms import AllotForm, BaseForm, ReasonForm
from thidua.modules.fund.models import Fund
from thidua.modules.fund.tables import LEDGER
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation

SHOWN = 10


def asked_year(request: Request) -> int:
    asked = request.GET.get("nam", "")
    return (
        int(asked)
        if asked.isascii() and asked.isdecimal() and len(asked) == len("2026")
        else request.today.year
    )


def _own(request: Request, year: int) -> Fund | None:
    rows = queries.funds_visible_to(request.actor).select_related("organisation")
    return rows.filter(organisation=request.actor.organisation_id, year=year).first()


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor, year = request.actor, asked_year(request)
    fund = _own(request, year)
    rows = (
        queries.vouchers_visible_to(actor).filter(fund=fund)
        if fund
        else queries.vouchers_visible_to(actor).none()
    )
    if is_export(request):
        return export(request, LEDGER, rows, order=queries.NEWEST)
    may_keep = policy.may_keep(actor, actor.organisation_id)
    context: dict[str, Any] = {
        "year": year,
        "fund": fund,
        "balances": queries.balances(fund) if fund else [],
        "bound": queries.bound(fund, request.today) if fund else None,
        "ahead": queries.still_to_list(fund.organisation_id) if fund else 0,
        "table": LEDGER.on(request),
        "page": keyset(rows, order=queries.NEWEST, token=request.GET.get("trang", "")),
        "count": rows.count(),
        "may_keep": may_keep,
        "may_read": policy.may_read(actor),
        "may_ask": policy.may_ask(actor, actor.organisation_id),
        "today": request.today,
        "advances": advances_visible_to(actor).filter(fund=fund).order_by("-pk")[:SHOWN] if fund else [],
        "advances_waiting": advances_waiting_for(actor, request.today).order_by("pk")[:SHOWN],
        "lists": queries.lists_visible_to(actor).filter(fund=fund).order_by("-pk")[:SHOWN] if fund else [],
        "decisions": queries.decisions_to_pay(actor)[:SHOWN],
        "to_approve": queries.lists_to_approve(actor)[:SHOWN],
    }
    return render(request, "fund/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def allot(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_keep(actor, actor.organisation_id))
    organisation = get_object_or_404(Organisation, pk=actor.organisation_id)
    form = AllotForm(request.POST or None, initial={"year": request.today.year, "on": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _allotted(request, organisation, form))
    return render(request, "fund/form.html", {"form": form, "what": "allot"})


def _allotted(request: Request, organisation: Organisation, form: AllotForm) -> str:
    actions.allot(organisation=organisation, actor=request.actor, now=request.now, **form.cleaned_data)
    return f"{reverse('fund_list')}?nam={form.cleaned_data['year']}"


@require_http_methods(["GET", "HEAD", "POST"])
def base(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_keep(actor, actor.organisation_id))
    organisation = get_object_or_404(Organisation, pk=actor.organisation_id)
    fund = _own(request, asked_year(request))
    known = {"ceiling": fund.ceiling, "base": fund.base} if fund else {}
    form = BaseForm(request.POST or None, initial={"year": asked_year(request)} | known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.state_base(organisation=organisation, actor=actor, **form.cleaned_data)
            return redirect(f"{reverse('fund_list')}?nam={form.cleaned_data['year']}")
    return render(request, "fund/form.html", {"form": form, "what": "base"})


@require_http_methods(["GET", "HEAD", "POST"])
def reverse_voucher(request: Request, pk: int) -> HttpResponse:
    voucher = get_object_or_404(queries.vouchers_visible_to(request.actor), pk=pk)
    require(policy.may_reverse(request.actor, voucher))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.reverse(voucher=voucher, actor=request.actor, now=request.now, **form.cleaned_data)
            return redirect(f"{reverse('fund_list')}?nam={voucher.fund.year}")
    return render(request, "fund/form.html", {"form": form, "what": "reverse", "voucher": voucher})
