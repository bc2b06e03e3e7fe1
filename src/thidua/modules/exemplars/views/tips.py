"""The list of what was told, and its triage."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.exemplars import policy, queries
from thidua.modules.exemplars.actions import triage
from thidua.modules.exemplars.forms import AcceptForm, DeclineForm, MergeForm, TipFilter
from thidua.modules.exemplars.models import Tip, TipState
from thidua.modules.exemplars.tables import TIPS
from thidua.modules.organisations.api import Request

ORDER = ("-told_on", "-id")
TONES = {
    TipState.NEW: "wait",
    TipState.ACCEPTED: "good",
    TipState.DUPLICATE: "plain",
    TipState.REFERRED: "plain",
    TipState.DECLINED: "plain",
}


def visible(request: Request, pk: int) -> Tip:
    rows = queries.tips_visible_to(request.actor).select_related("exemplar", "same_as", "photo", "told_by")
    return get_object_or_404(rows, pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = TipFilter(request.GET)
    chosen = form.chosen()
    rows = queries.tips_visible_to(request.actor)
    if "nguon" in chosen:
        rows = rows.filter(source=chosen["nguon"])
    rows = queries.found(rows, chosen["q"]) if "q" in chosen else rows
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in TipState.values else rows
    if is_export(request):
        return export(request, TIPS, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.state_counts(rows)
    context = {
        "form": form,
        "page": page,
        "lines": [(row, TONES[TipState(row.state)]) for row in page.rows],
        "table": TIPS.on(request),
        "count": counts.get(state, 0) if state in TipState.values else sum(counts.values()),
        "counters": counters(
            request, [(one.value, str(one.label), counts.get(one.value, 0)) for one in TipState]
        ),
        "may_tell": policy.may_tell(request.actor),
        "may_triage": policy.may_triage(request.actor, request.actor.organisation_id),
    }
    return render(request, "exemplars/tips.html", context)


def counters(request: Request, states: list[tuple[str, str, int]]) -> list[Counter]:
    """One chip for each state that has rows; a second click takes the filter off."""
    chosen = request.GET.get("trang-thai", "")
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "trang-thai"}}

    def url(value: str) -> str:
        return f"?{urlencode(kept | ({'trang-thai': value} if value else {}))}"

    return [
        Counter(label, n, url("" if value == chosen else value), is_on=value == chosen)
        for value, label, n in states
        if n or value == chosen
    ]


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, tip: Tip, **forms: object) -> HttpResponse:
    may_act = policy.may_triage(request.actor, tip.organisation_id).allowed and tip.state == TipState.NEW
    near = queries.near(tip) if may_act else []
    context = {
        "tip": tip,
        "tone": TONES[TipState(tip.state)],
        "may_act": may_act,
        "near": near,
        "reads_teller": policy.may_triage(request.actor, tip.organisation_id)
        or tip.state == TipState.REFERRED,
        "accept": AcceptForm(initial={"name": tip.who, "kind": "person"}),
        "merge": MergeForm(near=near),
        "decline": DeclineForm(),
    }
    return render(request, "exemplars/tip.html", context | forms)


@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    tip = visible(request, pk)
    require(policy.may_step_tip(request.actor, tip, "accept"))
    form = AcceptForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            exemplar = triage.accept(
                tip=tip, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data
            )
            return redirect("exemplars_show", pk=exemplar.pk)
    return _page(request, tip, accept=form)


@require_POST
def merge(request: Request, pk: int) -> HttpResponse:
    tip = visible(request, pk)
    require(policy.may_step_tip(request.actor, tip, "merge"))
    form = MergeForm(request.POST, near=queries.near(tip))
    if form.is_valid():
        with refusals_on(form):
            triage.merge(tip=tip, same_as=form.cleaned_data["same_as"], actor=request.actor)
            messages.success(request, _("Both now tell of one deed."))
            return redirect("tips_show", pk=pk)
    return _page(request, tip, merge=form)


@require_POST
def refer(request: Request, pk: int) -> HttpResponse:
    tip = visible(request, pk)
    require(policy.may_step_tip(request.actor, tip, "refer"))
    with told(request):
        triage.refer(tip=tip, actor=request.actor)
        messages.success(request, _("Passed on: from now on only the receiver of complaints reads it."))
    return redirect("tips_list")


@require_POST
def decline(request: Request, pk: int) -> HttpResponse:
    tip = visible(request, pk)
    require(policy.may_step_tip(request.actor, tip, "decline"))
    form = DeclineForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            triage.decline(tip=tip, reason=form.cleaned_data["reason"], actor=request.actor)
            return redirect("tips_show", pk=pk)
    return _page(request, tip, decline=form)
