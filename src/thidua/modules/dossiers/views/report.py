"""The editor of the achievement report: saves itself, answers a conflict with both texts."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, told
from thidua.modules.dossiers.actions.papers import draw_report, report_subject
from thidua.modules.dossiers.actions.report import save_report
from thidua.modules.dossiers.copies import alike, marked
from thidua.modules.dossiers.models import AchievementReport, Candidate
from thidua.modules.dossiers.policy import may_create, may_edit
from thidua.modules.dossiers.queries.opening import opening
from thidua.modules.dossiers.sections import sections_for
from thidua.modules.dossiers.views.shared import visible_candidate
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of

UNSENT = "report-unsent"


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Request, pk: int) -> HttpResponse:
    """GET shows the editor; POST saves, by hand or by itself (JSON)."""
    candidate = visible_candidate(request, pk)
    if request.method == "POST":
        require(may_edit(request.actor, candidate.dossier))
        return _save(request, candidate)
    return render(request, "dossiers/report.html", _context(request, candidate))


def _context(request: Request, candidate: Candidate) -> dict[str, object]:
    held = AchievementReport.objects.filter(candidate=candidate).first() or AchievementReport(
        candidate=candidate
    )
    mine: dict[str, str] = request.session.get(f"{UNSENT}-{candidate.pk}", {})
    written = held.sections or (opening(candidate) if held.pk is None else {})
    sections = [
        (section, written.get(section.code, ""), mine.get(section.code))
        for section in sections_for(candidate)
    ]
    return {
        "candidate": candidate,
        "dossier": candidate.dossier,
        "report": held,
        "sections": sections,
        "conflict": bool(mine),
        "n_alike": len(alike(candidate, held.sections)) if held.pk else 0,
        "may_edit": may_edit(request.actor, candidate.dossier),
        "may_draw": held.pk is not None and may_create(request.actor, candidate.dossier.organisation_id),
        "papers": papers_of(report_subject(candidate)),
    }


def _save(request: Request, candidate: Candidate) -> HttpResponse:
    by_itself = request.headers.get("X-Requested-With") == "autosave"
    written = {s.code: request.POST[s.code] for s in sections_for(candidate) if s.code in request.POST}
    version = request.POST.get("version", "")
    try:
        saved = save_report(
            candidate=candidate,
            sections=written,
            version=int(version) if version.isdecimal() else 0,
            actor=request.actor,
            now=request.now,
        )
    except Conflict:
        return _keep_both(request, candidate, written, by_itself=by_itself)
    if not by_itself:
        request.session.pop(f"{UNSENT}-{candidate.pk}", None)
        return redirect("dossiers_candidate", pk=candidate.pk)
    at = timezone.localtime(saved.saved_at)
    return JsonResponse({"version": saved.version, "words": _("saved at %(time)s") % {"time": f"{at:%H:%M}"}})


def _keep_both(
    request: Request, candidate: Candidate, written: dict[str, str], *, by_itself: bool
) -> HttpResponse:
    """What was not saved stands beside what is there until somebody saves by hand."""
    request.session[f"{UNSENT}-{candidate.pk}"] = written
    url = reverse("dossiers_report", args=[candidate.pk])
    return JsonResponse({"url": url}, status=409) if by_itself else redirect(url)


@require_safe
def passages(request: Request, pk: int) -> HttpResponse:
    """One's own text with what stands in other reports marked; their texts and names stay hidden."""
    candidate = visible_candidate(request, pk)
    held = AchievementReport.objects.filter(candidate=candidate).first()
    written = held.sections if held else {}
    found = alike(candidate, written)
    shared = frozenset().union(*(one.shared for one in found))
    own = [one.candidate_id for one in found if one.organisation_id == candidate.dossier.organisation_id]
    context = {
        "candidate": candidate,
        "dossier": candidate.dossier,
        "sections": [
            (section, marked(written.get(section.code, ""), shared)) for section in sections_for(candidate)
        ],
        "n_alike": len(found),
        "own": Candidate.objects.filter(pk__in=own).select_related("dossier"),
    }
    return render(request, "dossiers/passages.html", context)


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    """The report as a paper, PDF and Word."""
    candidate = visible_candidate(request, pk)
    require(may_create(request.actor, candidate.dossier.organisation_id))
    with told(request):
        paper = draw_report(candidate=candidate, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("Drawn: %(title)s.") % {"title": paper.title})
    return redirect("dossiers_report", pk=pk)
