"""The list of those proposed, and what the unit writes about each."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua import law
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.candidates import add, change_candidate, drop, reorder
from thidua.modules.dossiers.actions.evidence import attach, detach
from thidua.modules.dossiers.forms import AttachForm, CandidateForm, ChooseForm
from thidua.modules.dossiers.forms.candidates import KINDS
from thidua.modules.dossiers.models import Candidate, Dossier, Evidence
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.queries.lists import visible_to
from thidua.modules.dossiers.queries.needs import papers_needed
from thidua.modules.dossiers.views.shared import posted, visible, visible_candidate
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    asked = request.GET.get("loai", "person")
    kind = asked if asked in dict(KINDS) else "person"
    words = request.GET.get("q", "")
    today = request.today
    form = ChooseForm(posted(request), dossier=dossier, kind=kind, words=words, on=today)
    if request.method == "POST" and form.is_valid():
        try:
            return create_once(request, lambda: _added(request, dossier, form))
        except Cannot as refusal:
            form.add_error(None, str(refusal))
    context = {"dossier": dossier, "form": form, "kinds": KINDS, "kind": kind, "words": words}
    return render(request, "dossiers/add.html", context)


def _added(request: Request, dossier: Dossier, form: ChooseForm) -> str:
    added = add(
        dossier=dossier,
        recipients=form.wanted(),
        honours=form.cleaned_data["honours"],
        actor=request.actor,
        now=request.now,
    )
    if added:
        messages.success(request, _("%(n)s added to the list.") % {"n": len(added)})
    else:
        messages.info(request, _("All of these stand in the list already; nothing was added."))
    return reverse("dossiers_show", args=[dossier.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def candidate(request: Request, pk: int) -> HttpResponse:
    row = visible_candidate(request, pk)
    if request.method == "POST":
        require(may_edit(request.actor, row.dossier))
    form = CandidateForm(request.POST, candidate=row) if request.method == "POST" else CandidateForm.of(row)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            change_candidate(
                candidate=row,
                draft=form.draft(),
                actor=request.actor,
                now=request.now,
            )
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("dossiers_candidate", pk=row.pk)
    return render(request, "dossiers/candidate.html", _context(request, row, form))


def _context(request: Request, row: Candidate, form: CandidateForm) -> dict[str, object]:
    needs, refusal = papers_needed(row, request.today)
    return {
        "candidate": row,
        "dossier": row.dossier,
        "honour": law.honour(row.honour),
        "form": form,
        "needs": needs,
        "no_needs": refusal,
        "evidence": list(row.evidence.select_related("file").order_by("id")),
        "attach": AttachForm(codes=[(need.code, need.label_vi) for need, _has in needs]),
        "may_edit": may_edit(request.actor, row.dossier),
    }


@require_POST
def leave(request: Request, pk: int) -> HttpResponse:
    row = visible_candidate(request, pk)
    require(may_edit(request.actor, row.dossier))
    with told(request):
        drop(
            candidate=row,
            actor=request.actor,
            now=request.now,
            reason=request.POST.get("reason", ""),
        )
        messages.success(request, _("%(name)s is out of the list.") % {"name": row.name})
    return redirect("dossiers_show", pk=row.dossier_id)


@require_POST
def raise_up(request: Request, pk: int) -> HttpResponse:
    """One place up in the list."""
    row = visible_candidate(request, pk)
    require(may_edit(request.actor, row.dossier))
    ids = list(row.dossier.candidates.order_by("place", "id").values_list("pk", flat=True))
    at = ids.index(row.pk)
    if at:
        ids[at - 1], ids[at] = ids[at], ids[at - 1]
    reorder(dossier=row.dossier, ids=ids, actor=request.actor, now=request.now)
    return HttpResponseRedirect(f"{reverse('dossiers_show', args=[row.dossier_id])}?ung-vien={row.pk}")


@require_POST
def add_paper(request: Request, pk: int) -> HttpResponse:
    """Attach evidence to a candidate (in the address) or, without one, to the whole file."""
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    asked = request.POST.get("candidate", "")
    row = get_object_or_404(dossier.candidates, pk=int(asked)) if asked.isdecimal() else None
    upload = request.FILES.get("file")
    with told(request):
        attach(
            dossier=dossier,
            candidate=row,
            code=request.POST.get("code", "other")[:30],
            label=request.POST.get("label", ""),
            content=upload.read() if upload else None,
            name=upload.name or "" if upload else "",
            link=request.POST.get("link", "").strip(),
            actor=request.actor,
            now=request.now,
        )
        messages.success(request, _("The paper is attached."))
    if row:
        return redirect("dossiers_candidate", pk=row.pk)
    return redirect("dossiers_papers", pk=dossier.pk)


@require_POST
def take_paper_out(request: Request, pk: int) -> HttpResponse:
    rows = Evidence.objects.filter(dossier__in=visible_to(request.actor))
    row = get_object_or_404(rows.select_related("dossier"), pk=pk)
    require(may_edit(request.actor, row.dossier))
    with told(request):
        detach(evidence=row, actor=request.actor)
    if row.candidate_id:
        return redirect("dossiers_candidate", pk=row.candidate_id)
    return redirect("dossiers_papers", pk=row.dossier_id)
