"""Papers put into the file and taken out; a refused one keeps what was typed about it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.dossiers.actions.evidence import attach, detach
from thidua.modules.dossiers.forms import AttachForm, CandidateForm
from thidua.modules.dossiers.models import Candidate, Dossier, Evidence
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.queries.lists import visible_to
from thidua.modules.dossiers.queries.needs import papers_needed
from thidua.modules.dossiers.views.candidates import candidate_page, codes_of
from thidua.modules.dossiers.views.papers import papers_page
from thidua.modules.dossiers.views.shared import visible
from thidua.modules.organisations.api import Request


@require_POST
def add_paper(request: Request, pk: int) -> HttpResponse:
    """Attach evidence to a candidate (named in the form) or, without one, to the whole file."""
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    asked = request.POST.get("candidate", "")
    row = get_object_or_404(dossier.candidates, pk=int(asked)) if asked.isdecimal() else None
    codes = codes_of(papers_needed(row, request.today)[0]) if row else []
    form = AttachForm(request.POST, request.FILES, codes=codes)
    if form.is_valid():
        with refusals_on(form):
            _attach(request, dossier, row, form)
    if form.is_valid():
        messages.success(request, _("The paper is attached."))
        return _back(dossier, row)
    return (
        candidate_page(request, row, CandidateForm.of(row), form)
        if row
        else papers_page(request, dossier, form)
    )


def _attach(request: Request, dossier: Dossier, row: Candidate | None, form: AttachForm) -> None:
    said = form.cleaned_data
    upload = said["file"]
    attach(
        dossier=dossier,
        candidate=row,
        code=said["code"],
        label=said["label"],
        content=upload.read() if upload else None,
        name=upload.name if upload else "",
        link=said["link"],
        actor=request.actor,
        now=request.now,
    )


def _back(dossier: Dossier, row: Candidate | None) -> HttpResponse:
    return redirect("dossiers_candidate", pk=row.pk) if row else redirect("dossiers_papers", pk=dossier.pk)


@require_POST
def take_paper_out(request: Request, pk: int) -> HttpResponse:
    rows = Evidence.objects.filter(dossier__in=visible_to(request.actor))
    row = get_object_or_404(rows.select_related("dossier", "candidate"), pk=pk)
    require(may_edit(request.actor, row.dossier))
    with told(request):
        detach(evidence=row, actor=request.actor)
    return _back(row.dossier, row.candidate)
