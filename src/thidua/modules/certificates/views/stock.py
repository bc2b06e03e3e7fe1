"""The stock of blanks: what was received, what became of each number, where it does not agree with decisions."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.certificates import actions, policy, queries
from thidua.modules.certificates.models import BlankFate, BlankStock, BlankUse
from thidua.modules.certificates.stock_forms import FateForm, NumberForm, SpoilForm, StockForm
from thidua.modules.certificates.tables import BLANKS
from thidua.modules.certificates.views.shared import visible_batch
from thidua.modules.organisations.api import Request

ORDER = ("number", "id")
SHOWN = 20
TONES = {BlankFate.PRINTED: "good", BlankFate.SPOILT: "wait", BlankFate.MISSING: "bad"}


def _stock(request: Request, pk: int) -> BlankStock:
    row = get_object_or_404(queries.stocks_visible_to(request.actor), pk=pk)
    require(policy.may_lay_out(request.actor, row.organisation_id))
    return row


@require_safe
def index(request: Request) -> HttpResponse:
    require(policy.may_lay_out(request.actor, request.actor.organisation_id))
    stocks = [(row, row.n_all - row.n_used) for row in queries.stocks_visible_to(request.actor)]  # type: ignore[attr-defined]
    return render(request, "certificates/stock/list.html", {"stocks": stocks})


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: Request) -> HttpResponse:
    require(policy.may_lay_out(request.actor, request.actor.organisation_id))
    initial = {"received_on": request.today}
    form = StockForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _received(request, form))
    return render(request, "certificates/stock/form.html", {"form": form})


def _received(request: Request, form: StockForm) -> str:
    body = request.actor.organisation
    assert body is not None  # else the policy has refused
    row = actions.receive_blanks(
        organisation=body, draft=form.draft(), actor=request.actor, on=request.today, now=request.now
    )
    return reverse("blank_stocks_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponseBase:
    return _shown(request, _stock(request, pk), FateForm())


def _shown(request: Request, stock: BlankStock, form: FateForm) -> HttpResponseBase:
    uses = queries.uses_of(stock)
    if is_export(request):
        return export(request, BLANKS, uses, order=ORDER)
    page = keyset(uses, order=ORDER, token=request.GET.get("trang", ""))
    missing = queries.lacking(stock)
    context = {
        "stock": stock,
        "n_left": stock.n_all - stock.n_used,  # type: ignore[attr-defined]
        "page": page,
        "table": BLANKS.on(request),
        "lines": [(row, TONES[BlankFate(row.fate)]) for row in page.rows],
        "count": capped_count(uses),
        "lacking": missing[:SHOWN],
        "n_lacking": missing.count(),
        "form": form,
    }
    return render(request, "certificates/stock/show.html", context)


@require_POST
def miss(request: Request, pk: int) -> HttpResponseBase:
    stock, form = _stock(request, pk), FateForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.miss(stock=stock, actor=request.actor, on=request.today, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("blank_stocks_show", pk=pk)
    return _shown(request, stock, form)


@require_http_methods(["GET", "HEAD", "POST"])
def spoil(request: Request, pk: int) -> HttpResponse:
    use = get_object_or_404(BlankUse.objects.select_related("stock", "certificate"), pk=pk)
    stock = _stock(request, use.stock_id)
    form = SpoilForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            new = actions.spoil(
                use=use, note=form.cleaned_data["note"], actor=request.actor, on=request.today
            )
            said = _("The certificate is now on blank %(number)s: print it again.") % {"number": new}
            messages.success(request, said if new else _("Saved."))
            return redirect("blank_stocks_show", pk=stock.pk)
    return render(request, "certificates/stock/spoil.html", {"form": form, "use": use, "stock": stock})


@require_POST
def number(request: Request, pk: int) -> HttpResponse:
    batch = visible_batch(request, pk)
    require(policy.may_work(request.actor, batch.organisation_id))
    require(policy.may_print(request.actor, batch))
    stocks = queries.stocks_visible_to(request.actor).filter(organisation=batch.organisation)
    form = NumberForm(request.POST, stocks=stocks)
    with told(request):
        if not form.is_valid():
            raise actions.CannotUseBlanks(_("Choose the stock, and a number of it."))
        stock, first = form.cleaned_data["stock"], form.cleaned_data["first"]
        n = actions.number_blanks(
            batch=batch, stock=stock, first=first or stock.first, actor=request.actor, on=request.today
        )
        said = ngettext("%(n)s certificate has its blank.", "%(n)s certificates have their blanks.", n)
        messages.success(request, said % {"n": n})
    return redirect("certificates_batch", pk=pk)
