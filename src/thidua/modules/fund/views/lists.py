"""One payment list: prepared from a decision, approved, paid, or dropped."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.decisions.api import number_of
from thidua.modules.decisions.api import visible_to as decisions_visible_to
from thidua.modules.decisions.models import Decision
from thidua.modules.fund import actions, policy, queries
from thidua.modules.fund.forms import ArrangeForm, PayForm, PrepareForm, ReasonForm
from thidua.modules.fund.letters import payment_letter
from thidua.modules.fund.models import AdvanceState, PayList, PayRow
from thidua.modules.fund.tables import PAYMENTS
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import drawn_as


def _visible(request: Request, pk: int) -> PayList:
    return get_object_or_404(queries.lists_visible_to(request.actor), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, decision_id: int) -> HttpResponse:
    """What is paid by this decision, and what is not and why, before the list is made."""
    decision = get_object_or_404(decisions_visible_to(request.actor), pk=decision_id)
    require(policy.may_prepare(request.actor, decision))
    form = PrepareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _prepared(request, decision, form))
    items = queries.to_pay(decision)
    context = {
        "form": form,
        "decision": decision,
        "number": number_of(decision),
        "items": items,
        "total": sum(item.prize or 0 for item in items),
        "unpaid": queries.not_paid(decision),
    }
    return render(request, "fund/new.html", context)


def _prepared(request: Request, decision: Decision, form: PrepareForm) -> str:
    found = actions.prepare(decision=decision, actor=request.actor, now=request.now, **form.cleaned_data)
    return reverse("fund_list_show", args=[found.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponseBase:
    pay_list, actor = _visible(request, pk), request.actor
    if is_export(request):
        return export(request, PAYMENTS, pay_list.rows.all(), order=("place", "id"))
    context = {
        "list": pay_list,
        "number": number_of(pay_list.decision),
        "rows": pay_list.rows.all(),
        "table": PAYMENTS.on(request),
        "vouchers": queries.vouchers_visible_to(actor).filter(pay_list=pay_list).order_by("pk"),
        "unpaid": queries.not_paid(pay_list.decision),
        "advances": pay_list.advances.exclude(state=AdvanceState.DROPPED).order_by("pk"),
        "may_change": pay_list.state == "prepared" and policy.may_keep(actor, pay_list.organisation_id),
        "may_approve": policy.may_move(actor, pay_list, "approve"),
        "may_pay": policy.may_move(actor, pay_list, "pay"),
        "may_drop": policy.may_move(actor, pay_list, "drop"),
    }
    return render(request, "fund/show.html", context)


@require_safe
def paper(request: Request, pk: int, form: str) -> HttpResponse:
    """To print and sign, for the treasury, the bank or the cashier."""
    pay_list = _visible(request, pk)
    try:
        content, media_type = drawn_as(payment_letter(pay_list, request.today), form)
    except KeyError:
        raise Http404 from None
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="chi-tien-thuong-{pay_list.pk}.{form}"'
    return response


@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    pay_list = _visible(request, pk)
    require(policy.may_move(request.actor, pay_list, "approve"))
    with told(request):
        actions.approve(pay_list=pay_list, actor=request.actor, now=request.now)
    return redirect("fund_list_show", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: Request, pk: int) -> HttpResponse:
    pay_list = _visible(request, pk)
    require(policy.may_move(request.actor, pay_list, "pay"))
    form = PayForm(request.POST or None, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.pay(pay_list=pay_list, actor=request.actor, now=request.now, **form.cleaned_data)
            return redirect("fund_list_show", pk=pk)
    return render(request, "fund/form.html", {"form": form, "what": "pay", "list": pay_list})


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: Request, pk: int) -> HttpResponse:
    pay_list = _visible(request, pk)
    require(policy.may_move(request.actor, pay_list, "drop"))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.drop(pay_list=pay_list, actor=request.actor, now=request.now, **form.cleaned_data)
            return redirect("fund_list_show", pk=pk)
    return render(request, "fund/form.html", {"form": form, "what": "drop", "list": pay_list})


@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: Request, pk: int) -> HttpResponse:
    rows = PayRow.objects.select_related("pay_list__fund", "pay_list__decision")
    row = get_object_or_404(rows.filter(pay_list__in=queries.lists_visible_to(request.actor)), pk=pk)
    require(policy.may_change(request.actor, row))
    known = {name: getattr(row, name) for name in ArrangeForm.base_fields}
    form = ArrangeForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.arrange(row=row, actor=request.actor, **form.cleaned_data)
            return redirect("fund_list_show", pk=row.pay_list_id)
    return render(
        request, "fund/form.html", {"form": form, "what": "arrange", "row": row, "list": row.pay_list}
    )
