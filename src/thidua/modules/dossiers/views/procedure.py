"""The administrative procedure of a dossier, and what is handed to whoever filed it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.dossiers.actions.procedure import draw_notice, state_procedure
from thidua.modules.dossiers.forms import ProcedureForm
from thidua.modules.dossiers.models import DossierProcedure, DossierState
from thidua.modules.dossiers.policy import may_handle
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of
from thidua.modules.papers.models import PaperKind


@require_http_methods(["GET", "HEAD", "POST"])
def handling(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_handle(request.actor, dossier))
    known = DossierProcedure.objects.filter(dossier=dossier).first()
    form = ProcedureForm(posted(request), initial=ProcedureForm.initial_of(known))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            state_procedure(dossier=dossier, draft=form.draft(), actor=request.actor, on=request.today)
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("dossiers_handling", pk=pk)
    papers = [paper for paper in papers_of(f"dossier:{pk}") if paper.kind in NOTICES]
    context = {
        "dossier": dossier,
        "form": form,
        "papers": papers,
        "may_receipt": known is not None and known.is_public,
        "may_ask": dossier.flags.filter(cleared_at__isnull=True).exists(),
        "may_refuse": dossier.state == DossierState.REFUSED,
    }
    return render(request, "dossiers/procedure.html", context)


NOTICES = frozenset({PaperKind.INTAKE_RECEIPT, PaperKind.RETURN_NOTICE, PaperKind.REFUSAL_NOTICE})


@require_POST
def notice(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_handle(request.actor, dossier))
    with told(request):
        paper = draw_notice(
            dossier=dossier,
            kind=request.POST.get("kind", ""),
            actor=request.actor,
            on=request.today,
            now=request.now,
        )
        messages.success(request, _("Drawn: %(title)s.") % {"title": paper.title})
    return redirect("dossiers_handling", pk=pk)
