"""Signs to be reviewed: the list, one sign, its steps, and the leader's note of a shortcoming."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter, TimelineItem
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import actions, policy, queries
from thidua.modules.oversight.detectors import DETECTORS, TABLE
from thidua.modules.oversight.forms import ReasonForm, RemedyForm, SignalFilter
from thidua.modules.oversight.models import Signal, SignalState
from thidua.modules.oversight.states import SIGNAL
from thidua.modules.oversight.tables import SIGNALS

ORDER = ("-found_on", "-id")
TONES = {
    SignalState.NEW: "wait",
    SignalState.ASKED: "wait",
    SignalState.EXPLAINED: "gold",
    SignalState.WITH_LEADER: "gold",
    SignalState.SET_ASIDE: "plain",
    SignalState.SHORTCOMING: "bad",
}


def visible(request: Request, pk: int) -> Signal:
    return get_object_or_404(queries.signals_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    form = SignalFilter(request.GET, actor=actor)
    rows = _filtered(queries.signals_visible_to(actor), form.chosen())
    sign = form.chosen().get("dau_hieu", "")
    shown = rows.filter(detector=sign) if sign else rows
    if is_export(request):
        return export(request, SIGNALS, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "form": form,
        "page": page,
        "table": SIGNALS.on(request),
        "lines": [(row, DETECTORS.get(row.detector), TONES[SignalState(row.state)]) for row in page.rows],
        "count": capped_count(shown),
        "counters": _counters(request, rows, sign),
        "units": queries.by_unit(shown),
        "may_look": policy.may_oversee(actor, actor.organisation_id),
        "may_set": policy.may_set_threshold(actor, actor.organisation_id),
    }
    return render(request, "oversight/signals.html", context)


def _filtered(rows: QuerySet[Signal], chosen: dict[str, Any]) -> QuerySet[Signal]:
    if "don_vi" in chosen:
        rows = rows.filter(organisation=chosen["don_vi"])
    state = chosen.get("trang_thai")
    if state == "gone":
        return rows.filter(gone_on__isnull=False)
    return rows.filter(state=state) if state else queries.open_signals(rows)


def _counters(request: Request, rows: QuerySet[Signal], sign: str) -> list[Counter]:
    """One for each sign that is found; a second click takes the filter off."""
    counts = queries.by_detector(rows)
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "dau_hieu"}}
    return [
        Counter(
            str(one.title),
            counts.get(one.code, 0),
            f"?{urlencode(kept | ({} if one.code == sign else {'dau_hieu': one.code}))}",
            is_on=one.code == sign,
        )
        for one in TABLE
        if counts.get(one.code) or one.code == sign
    ]


@require_POST
def look(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_oversee(actor, actor.organisation_id))
    assert actor.organisation is not None  # else the policy has refused
    n_new = actions.look(body=actor.organisation, actor=actor, on=request.today)
    words = ngettext(
        "%(n)s sign that was not known before.", "%(n)s signs that were not known before.", n_new
    )
    messages.success(request, words % {"n": n_new})
    return redirect("signals_list")


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    signal = visible(request, pk)
    one = DETECTORS.get(signal.detector)
    own = queries.thresholds_on(signal.body_id, request.today).get(signal.detector)
    steps = SIGNAL.open_to(signal, request.actor) if signal.is_found else []
    context = {
        "signal": signal,
        "detector": one,
        "threshold": own.value if own else one.threshold if one else None,
        "own": own,
        "tone": TONES[SignalState(signal.state)],
        "steps": [step for step in steps if step.name != "accept"],
        "may_accept": any(step.name == "accept" for step in steps),
        "past": _past(signal),
        "shortcoming": queries.shortcomings_visible_to(request.actor).filter(signal=signal).first(),
        "reads_all": policy.may_read(request.actor),
    }
    return render(request, "oversight/signal.html", context)


def _past(signal: Signal) -> list[TimelineItem]:
    labels = {step.name: str(step.label) for step in SIGNAL}
    rows = signal.steps.select_related("made_by").order_by("-made_at", "-pk")
    found = [TimelineItem(row.on, labels[row.step], row.note) for row in rows]
    return [*found, TimelineItem(signal.found_on, _("Found by the system"))]


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    signal = visible(request, pk)
    if name not in SIGNAL.by_name or name == "accept":
        raise Http404
    require(policy.may_step_signal(request.actor, signal, name))
    taken = SIGNAL.by_name[name]
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            reason = form.cleaned_data["reason"]
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.step_signal(signal=signal, step=name, reason=reason, **said)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("signals_show", pk=pk)
    context = {"signal": signal, "detector": DETECTORS.get(signal.detector), "step": taken, "form": form}
    return render(request, "oversight/signal_step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: Request, pk: int) -> HttpResponse:
    signal = visible(request, pk)
    require(policy.may_step_signal(request.actor, signal, "accept"))
    one = DETECTORS.get(signal.detector)
    known = {
        "title": f"{one.title if one else ''}: {signal.label}"[:300],
        "organisation": signal.organisation_id,
        "owner": signal.organisation_id,
    }
    form = RemedyForm(request.POST if request.method == "POST" else None, actor=request.actor, initial=known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _accepted(request, signal, form))
    return render(request, "oversight/shortcoming_form.html", {"form": form, "signal": signal})


def _accepted(request: Request, signal: Signal, form: RemedyForm) -> str:
    row = actions.accept(
        signal=signal, draft=form.draft(), actor=request.actor, on=request.today, now=request.now
    )
    return reverse("shortcomings_show", args=[row.pk])
