"""The list of those proposed, and what the unit writes about each."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.kernel.errors import Cannot
from thidua.law.papers import PaperNeed
from thidua.modules.dossiers.actions.candidates import add, change_candidate, drop, reorder
from thidua.modules.dossiers.forms import AttachForm, CandidateForm, ChooseForm
from thidua.modules.dossiers.forms.candidates import KINDS
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.queries.needs import papers_needed
from thidua.modules.dossiers.views.shared import posted, visible, visible_candidate
from thidua.modules.organisations.api import Request
from thidua.modules.rulebook import api as rulebook


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
    return candidate_page(request, row, form)


def candidate_page(
    request: Request, row: Candidate, form: CandidateForm, attach: AttachForm | None = None
) -> HttpResponse:
    needs, refusal = papers_needed(row, request.today)
    context = {
        "candidate": row,
        "dossier": row.dossier,
        "honour": rulebook.honour(row.honour),
        "judged_on": row.dossier.judged_on or request.today,
        "form": form,
        "needs": needs,
        "no_needs": refusal,
        "evidence": list(row.evidence.select_related("file").order_by("id")),
        "attach": attach or AttachForm(codes=codes_of(needs)),
        "may_edit": may_edit(request.actor, row.dossier),
    }
    return render(request, "dossiers/candidate.html", context)


def codes_of(needs: list[tuple[PaperNeed, bool]]) -> list[tuple[str, str]]:
    return [(need.code, need.label_vi) for need, _has in needs]


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
