"""Submittals: several units' dossiers in one tờ trình."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, counted, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, told
from thidua.foundation.tables import export, is_export
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.papers import draw_submittal
from thidua.modules.dossiers.actions.submittals import GATHERABLE, gather_submittal, leave_submittal, submit
from thidua.modules.dossiers.forms import GatherForm
from thidua.modules.dossiers.models import Dossier, Submittal
from thidua.modules.dossiers.policy import may_gather
from thidua.modules.dossiers.queries.lists import for_list, submittals_visible_to, visible_to
from thidua.modules.dossiers.tables import SUBMITTALS
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of

ORDER = ("-made_at", "-id")


def _visible(request: Request, pk: int) -> Submittal:
    rows = submittals_visible_to(request.actor)
    return get_object_or_404(rows.select_related("organisation", "period"), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    rows = submittals_visible_to(actor)
    listed = rows.select_related("period").annotate(n_dossiers=counted(Dossier.objects.all(), "submittal"))
    if is_export(request):
        return export(request, SUBMITTALS, listed, order=ORDER)
    context = {
        "page": keyset(listed, order=ORDER, token=request.GET.get("trang", "")),
        "table": SUBMITTALS.on(request),
        "count": capped_count(rows),
        "may_gather": may_gather(actor, actor.organisation_id),
    }
    return render(request, "dossiers/submittals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request) -> HttpResponse:
    actor = request.actor
    require(may_gather(actor, actor.organisation_id))
    ready = visible_to(actor).filter(
        receiver=actor.organisation_id, submittal__isnull=True, state__in=GATHERABLE
    )
    form = GatherForm(posted(request), dossiers=ready.select_related("organisation").order_by("-changed_at"))
    if request.method == "POST" and form.is_valid():
        try:
            return create_once(request, lambda: _gathered(request, form))
        except Cannot as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    return render(request, "dossiers/gather.html", {"form": form, "n_ready": ready.count()})


def _gathered(request: Request, form: GatherForm) -> str:
    said, organisation = form.cleaned_data, request.actor.organisation
    assert organisation is not None
    submittal = gather_submittal(
        organisation=organisation,
        dossiers=list(said["dossiers"]),
        title=said["title"],
        addressed_to=said["addressed_to"],
        period=said["period"],
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("submittals_show", args=[submittal.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    submittal = _visible(request, pk)
    context = {
        "submittal": submittal,
        "dossiers": list(for_list(submittal.dossiers.order_by("organisation__sort", "id"))),
        "papers": papers_of(f"submittal:{submittal.pk}"),
        "may_gather": may_gather(request.actor, submittal.organisation_id),
    }
    return render(request, "dossiers/submittal.html", context)


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    submittal = _visible(request, pk)
    require(may_gather(request.actor, submittal.organisation_id))
    with told(request):
        draw_submittal(
            submittal=submittal,
            actor=request.actor,
            on=request.today,
            now=request.now,
        )
    return redirect("submittals_show", pk=pk)


@require_POST
def send(request: Request, pk: int) -> HttpResponse:
    submittal = _visible(request, pk)
    require(may_gather(request.actor, submittal.organisation_id))
    with told(request):
        submit(submittal=submittal, actor=request.actor, on=request.today)
        messages.success(request, _("The submittal is marked as gone."))
    return redirect("submittals_show", pk=pk)


@require_POST
def leave(request: Request, pk: int) -> HttpResponse:
    dossier: Dossier = visible(request, pk)
    require(may_gather(request.actor, dossier.receiver_id))
    submittal_id = dossier.submittal_id
    with told(request):
        leave_submittal(dossier=dossier, actor=request.actor, now=request.now)
    return redirect("submittals_show", pk=submittal_id) if submittal_id else redirect("submittals_list")
