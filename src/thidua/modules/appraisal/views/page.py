"""One file: its candidates, the checklist of the one chosen, the clock, the conclusion."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.modules.appraisal import checklist, policy, queries
from thidua.modules.appraisal.clock import Reading
from thidua.modules.appraisal.forms import (
    AssignForm,
    CandidateForm,
    ConcludeForm,
    ReasonForm,
)
from thidua.modules.appraisal.models import (
    Appraisal,
    AppraisalState,
    CandidateFinding,
    ChecklistItem,
    CheckResult,
)
from thidua.modules.appraisal.views.shared import TONES, visible
from thidua.modules.consultations import api as consultations
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, DossierState
from thidua.modules.organisations.api import Request


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate of the file on the page: how far it is examined, what was concluded."""

    candidate: Candidate
    examined: queries.Examined | None
    finding: CandidateFinding | None
    is_chosen: bool


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return page_of(request, visible(request, pk))


def page_of(request: Request, row: Appraisal, **forms: Any) -> HttpResponse:
    actor = request.actor
    candidates = _candidates(row)
    chosen = _chosen(request, candidates)
    examined = queries.examined(row)
    findings = {found.candidate_id: found for found in row.findings.all()}
    clock = queries.reading_of(row, on=request.today)
    may_examine = policy.may_examine(actor, row)
    found = findings.get(chosen.pk) if chosen else None
    specialists = queries.specialists_of(row.organisation_id, request.today)
    context = {
        "row": row,
        "clock": clock,
        "tone": TONES[AppraisalState(row.state)],
        "clock_tone": _clock_tone(row, clock),
        "lines": [_line(one, examined, findings, chosen) for one in candidates],
        "whole": examined.get(None),
        "chosen": chosen,
        "judged_on": row.dossier.judged_on or request.today,
        "items": _items(row, chosen),
        "results": CheckResult.choices,
        "may_examine": may_examine,
        "candidate_form": CandidateForm(
            initial={"finding": found.finding, "reason": found.reason} if found else {}
        ),
        "conclude_form": ConcludeForm(initial={"conclusion": row.conclusion}),
        "may_conclude": policy.may_step(actor, row, "conclude"),
        "may_reopen": policy.may_step(actor, row, "reopen") and row.dossier.state == DossierState.APPRAISED,
        "may_return": dossiers.may_step(actor, row.dossier, "return"),
        "reopen_form": ReasonForm(),
        "may_assign": policy.may_assign(actor, row),
        "assign_form": AssignForm(specialists=specialists, initial={"assignee": row.assignee}),
        "pauses": row.pauses.order_by("since"),
        "consultations": consultations.of_dossier(row.dossier),
        "may_consult": consultations.may_prepare(actor, row.dossier),
    }
    return render(request, "appraisal/show.html", context | forms)


def _candidates(row: Appraisal) -> list[Candidate]:
    rows = row.dossier.candidates.exclude(state=CandidateState.DROPPED)
    return list(rows.order_by("place", "id"))


def _chosen(request: Request, candidates: list[Candidate]) -> Candidate | None:
    """The candidate whose checklist is open; None for the papers of the whole file."""
    wanted = request.GET.get("ung-vien") or request.POST.get("candidate") or ""
    if wanted == "ho-so":
        return None
    return next((one for one in candidates if str(one.pk) == wanted), candidates[0] if candidates else None)


def _line(
    one: Candidate,
    examined: dict[int | None, queries.Examined],
    findings: dict[int, CandidateFinding],
    chosen: Candidate | None,
) -> Line:
    return Line(
        one, examined.get(one.pk), findings.get(one.pk), is_chosen=chosen is not None and chosen.pk == one.pk
    )


def _items(row: Appraisal, chosen: Candidate | None) -> list[tuple[ChecklistItem, bool]]:
    """The checklist, with whether the paper lies in the file."""
    papers = checklist.attached(row.dossier)
    items = row.items.filter(candidate=chosen).order_by("id")
    return [(item, bool(papers & {(item.candidate_id, item.code), (None, item.code)})) for item in items]


def _clock_tone(row: Appraisal, clock: Reading) -> str:
    if row.state != AppraisalState.OPEN:
        return TONES[AppraisalState(row.state)]
    if clock.is_overdue:
        return "bad"
    return "wait" if clock.n_left <= queries.SOON else "plain"
