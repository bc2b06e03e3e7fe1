"""Targets of direct workers, and the share while people are being ticked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.dossiers.actions.targets import end_target, set_target
from thidua.modules.dossiers.forms.targets import TargetForm
from thidua.modules.dossiers.models import DirectTarget
from thidua.modules.dossiers.policy import may_edit, may_set_targets
from thidua.modules.dossiers.queries.comparison import OUT
from thidua.modules.dossiers.queries.direct import listed, shares_of
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.people.api import visible_to as people_visible_to


@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: Request) -> HttpResponse:
    actor = request.actor
    require(may_set_targets(actor, actor.organisation_id))
    initial = {"unit": actor.organisation_id, "since": request.today}
    form = TargetForm(posted(request), actor=actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _set(request, form))
    rows = DirectTarget.objects.filter(organisation=actor.organisation_id).select_related("unit")
    context = {"form": form, "rows": rows.order_by("unit__sort", "honour", "-since")}
    return render(request, "dossiers/targets.html", context)


def _set(request: Request, form: TargetForm) -> str:
    organisation = request.actor.organisation
    assert organisation is not None  # else the policy has refused
    set_target(organisation=organisation, draft=form.draft(), actor=request.actor)
    messages.success(request, _("Saved."))
    return reverse("targets_list")


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    require(may_set_targets(request.actor, request.actor.organisation_id))
    rows = DirectTarget.objects.filter(organisation=request.actor.organisation_id, until=None)
    end_target(target=get_object_or_404(rows, pk=pk), actor=request.actor, on=request.today)
    return redirect("targets_list")


@require_safe
def share(request: Request, pk: int) -> HttpResponse:
    """With the persons who are ticked at the moment, for the honours that are."""
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    asked = [int(value) for value in request.GET.getlist("recipients") if value.isdecimal()]
    people = people_visible_to(request.actor).filter(pk__in=asked).values_list("pk", "position")
    honours = request.GET.getlist("honours") or [""]
    ticked = [(pk, position, honour) for pk, position in people for honour in honours]
    known = listed(dossier.candidates.exclude(state__in=OUT))
    shares = shares_of(dossier, [*known, *ticked], request.today)
    return render(request, "dossiers/_shares.html", {"shares": shares})
