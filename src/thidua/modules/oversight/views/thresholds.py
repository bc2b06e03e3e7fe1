"""The detectors with their reasons; a threshold is tried on the records before it is set."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight import actions, policy, queries
from thidua.modules.oversight.detectors import DETECTORS, TABLE, Detector, Scope, Sign
from thidua.modules.oversight.forms import ThresholdForm
from thidua.modules.oversight.models import Threshold

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """What a threshold would find today."""

    value: int
    n: int
    shown: list[tuple[Sign, str]]


@require_safe
def index(request: Request) -> HttpResponse:
    require(policy.may_read(request.actor))
    own = queries.thresholds_on(request.actor.organisation_id or 0, request.today)
    rows = queries.signals_visible_to(request.actor).filter(body=request.actor.organisation_id)
    counts = queries.by_detector(rows.filter(gone_on=None))
    lines = [(one, own.get(one.code), counts.get(one.code, 0)) for one in TABLE]
    may_set = policy.may_set_threshold(request.actor, request.actor.organisation_id)
    return render(request, "oversight/thresholds.html", {"lines": lines, "may_set": may_set})


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Request, code: str) -> HttpResponse:
    actor = request.actor
    require(policy.may_set_threshold(actor, actor.organisation_id))
    assert actor.organisation is not None  # else the policy has refused
    one = DETECTORS.get(code)
    if one is None:
        raise Http404
    own = queries.thresholds_on(actor.organisation.pk, request.today).get(code)
    start = {"value": own.value if own else one.threshold, "since": request.today}
    form = ThresholdForm(request.POST if request.method == "POST" else None, detector=one, initial=start)
    preview = None
    if request.method == "POST" and "thu" in request.POST:
        preview = _tried(request, one, actor.organisation, form)
    elif request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.set_threshold(
                organisation=actor.organisation, detector=code, actor=actor, **form.cleaned_data
            )
            messages.success(request, _("Saved. It holds when the records are looked through next."))
            return redirect("thresholds_list")
    past = Threshold.objects.filter(organisation=actor.organisation, detector=code).order_by("-since")
    context = {"detector": one, "form": form, "own": own, "preview": preview, "past": past}
    return render(request, "oversight/threshold.html", context)


def _tried(request: Request, one: Detector, body: Organisation, form: ThresholdForm) -> Preview | None:
    """Nothing is kept; the other fields may still be empty."""
    form.is_valid()
    value = form.cleaned_data.get("value")
    for name in ("basis", "since"):
        form.errors.pop(name, None)
    if value is None:
        return None
    found = sorted(one.find(Scope(body, request.today), value), key=lambda sign: -sign.measure)
    names = dict(
        Organisation.objects.filter(pk__in=[sign.unit for sign in found[:SHOWN]]).values_list("pk", "name")
    )
    return Preview(value, len(found), [(sign, names[sign.unit]) for sign in found[:SHOWN]])
