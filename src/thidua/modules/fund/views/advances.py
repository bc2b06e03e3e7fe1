"""Advances: the list, one of them, asked for, approved, paid out, dropped, and its two papers."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.fund import actions, policy, queries
from thidua.modules.fund.advances import advances_visible_to, lists_for_advance, others_of_receiver, overdue
from thidua.modules.fund.forms import AskForm, PayForm, ReasonForm, SpentForm
from thidua.modules.fund.letters import advance_request_letter, advance_settlement_letter
from thidua.modules.fund.models import OUT, Advance
from thidua.modules.fund.settlement import settlement_of
from thidua.modules.fund.states import ADVANCES as STEPS
from thidua.modules.fund.tables import ADVANCES
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import drawn_as

PAPERS: dict[str, Callable[..., Any]] = {
    "de-nghi": advance_request_letter,
    "thanh-toan": advance_settlement_letter,
}


def visible(request: Request, pk: int) -> Advance:
    return get_object_or_404(advances_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    """`loc` in the address: those not settled, or those overdue."""
    rows, asked = advances_visible_to(request.actor), request.GET.get("loc", "")
    late = overdue(rows, request.today)
    if asked == "qua-han":
        rows = late
    elif asked == "chua-quyet-toan":
        rows = rows.filter(state__in=OUT)
    if is_export(request):
        return export(request, ADVANCES, rows, order=queries.NEWEST)
    actor = request.actor
    context: dict[str, Any] = {
        "page": keyset(rows, order=queries.NEWEST, token=request.GET.get("trang", "")),
        "count": rows.count(),
        "table": ADVANCES.on(request),
        "asked": asked,
        "n_overdue": late.count(),
        "today": request.today,
        "may_ask": policy.may_ask(actor, actor.organisation_id),
    }
    return render(request, "fund/advances.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_ask(actor, actor.organisation_id))
    organisation = get_object_or_404(Organisation, pk=actor.organisation_id)
    form = AskForm(request.POST or None, lists=lists_for_advance(actor))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _asked(request, organisation, form))
    return render(request, "fund/advance_form.html", {"form": form, "what": "ask"})


def _asked(request: Request, organisation: Organisation, form: AskForm) -> str:
    found = actions.ask(organisation=organisation, actor=request.actor, **form.cleaned_data)
    return reverse("fund_advance_show", args=[found.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    advance, actor = visible(request, pk), request.actor
    rows = list(advance.rows.all())
    may_enter = policy.may_enter(actor, advance)
    context: dict[str, Any] = {
        "advance": advance,
        "rows": rows,
        "sums": settlement_of(advance),
        "vouchers": queries.vouchers_visible_to(actor).filter(advance=advance).order_by("pk"),
        "may_enter": may_enter,
        "form": SpentForm(initial={"on": request.today}) if may_enter else None,
        "list_to_sign": advance.pay_list and not any(row.pay_list_id for row in rows),
        "others": others_of_receiver(advance),
        "is_overdue": advance.is_overdue(request.today),
        "may": {step.name: policy.may_move_advance(actor, advance, step.name) for step in STEPS},
    }
    return render(request, "fund/advance.html", context)


@require_safe
def paper(request: Request, pk: int, kind: str, form: str) -> HttpResponse:
    """To print and sign: the request, and what was paid out of it."""
    advance = visible(request, pk)
    if kind == "thanh-toan" and not advance.paid_on:
        raise Http404
    try:
        content, media_type = drawn_as(PAPERS[kind](advance, request.today), form)
    except KeyError:
        raise Http404 from None
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="tam-ung-{kind}-{advance.pk}.{form}"'
    return response


@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_move_advance(request.actor, advance, "approve"))
    with told(request):
        actions.approve_advance(advance=advance, actor=request.actor, now=request.now)
    return redirect("fund_advance_show", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: Request, pk: int) -> HttpResponse:
    advance = visible(request, pk)
    require(policy.may_move_advance(request.actor, advance, "pay"))
    form = PayForm(request.POST or None, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.pay_out(advance=advance, actor=request.actor, now=request.now, **form.cleaned_data)
            return redirect("fund_advance_show", pk=pk)
    return render(request, "fund/advance_form.html", {"form": form, "what": "pay", "advance": advance})


def with_reason(request: Request, pk: int, step: str, act: Callable[..., Any]) -> HttpResponse:
    """A step that asks for its reason."""
    advance = visible(request, pk)
    require(policy.may_move_advance(request.actor, advance, step))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            act(advance=advance, actor=request.actor, **form.cleaned_data)
            return redirect("fund_advance_show", pk=pk)
    return render(request, "fund/advance_form.html", {"form": form, "what": step, "advance": advance})


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: Request, pk: int) -> HttpResponse:
    return with_reason(request, pk, "drop", partial(actions.drop_advance, now=request.now))


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: Request, pk: int) -> HttpResponse:
    return with_reason(request, pk, "take_back", partial(actions.take_back, now=request.now))
