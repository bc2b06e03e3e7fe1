"""The page of a dossier: the list with the law's answers, and what explains the selected one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua import law
from thidua.foundation.slots import gather
from thidua.modules.dossiers.actions.papers import subjects_of
from thidua.modules.dossiers.models import Dossier, DossierProcedure, DossierState
from thidua.modules.dossiers.policy import may_create, may_edit, may_handle, may_read_note, may_step
from thidua.modules.dossiers.queries.comparison import compare
from thidua.modules.dossiers.queries.direct import listed, shares_of
from thidua.modules.dossiers.queries.history import changes_of
from thidua.modules.dossiers.queries.households import counts, keeps_list, one_by_one
from thidua.modules.dossiers.queries.page import Line, clock_of, lines, step_marks
from thidua.modules.dossiers.states import WORKFLOW
from thidua.modules.dossiers.views.shared import TONES, visible
from thidua.modules.organisations.api import Actor, Request
from thidua.modules.papers.api import papers_of

# Steps that are taken on this page; the others belong to the screens of the modules there.
OWN_STEPS = ("to_head", "send", "send_signed", "back_to_draft", "return", "refuse", "withdraw")
PRIMARY = frozenset({"to_head", "send"})


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    actor = request.actor
    today = request.today
    comparison = compare(dossier, on=today, candidates=one_by_one(dossier))
    rows = lines(comparison)
    shares = shares_of(dossier, listed(row.candidate for row in rows), today)
    context = {
        "dossier": dossier,
        "tone": TONES[DossierState(dossier.state)],
        "rows": rows,
        "selected": _selected(rows, request.GET.get("ung-vien", "")),
        "comparison": comparison,
        "counts": {verdict.value: comparison.count(verdict) for verdict in law.Verdict},
        "shares": shares,
        "asks_for_note": next((share for share in shares if share.asks_for_note), None),
        "clock": clock_of(dossier, today),
        "steps": step_marks(dossier, actor, today),
        "households": counts(dossier) if keeps_list(dossier) else None,
        "handling": DossierProcedure.objects.filter(dossier=dossier).first(),
        "may_handle": may_handle(actor, dossier),
        "page_actions": gather("dossier.actions", actor, dossier, today),
        "panels": gather("dossier.panels", actor, dossier, today),
        "moves": _moves(dossier, actor),
        "flags": list(dossier.flags.filter(cleared_at__isnull=True).select_related("candidate")),
        "papers": papers_of(*subjects_of(dossier)),
        "may_edit": may_edit(actor, dossier),
        "may_draw": may_create(actor, dossier.organisation_id),
        "may_read_note": may_read_note(actor, dossier),
        "last_remark": dossier.remarks.order_by("-pk").first(),
    }
    return render(request, "dossiers/show.html", context)


def _selected(rows: list[Line], asked: str) -> Line | None:
    by_id = {str(row.candidate.pk): row for row in rows}
    return by_id.get(asked) or next(iter(rows), None)


def _moves(dossier: Dossier, actor: Actor) -> list[dict[str, Any]]:
    """The steps the actor may take here, the usual one last (at the right)."""
    steps = [WORKFLOW.by_name[name] for name in OWN_STEPS if may_step(actor, dossier, name)]
    rows = [{"name": step.name, "label": step.label, "is_primary": step.name in PRIMARY} for step in steps]
    return sorted(rows, key=lambda row: bool(row["is_primary"]))


@require_safe
def history(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    remarks = list(dossier.remarks.select_related("said_by").order_by("-pk"))
    context = {
        "dossier": dossier,
        "remarks": [(remark, WORKFLOW.by_name[remark.step].label) for remark in remarks],
        "changes": changes_of(dossier),
        "flags": list(dossier.flags.select_related("candidate").order_by("-pk")),
    }
    return render(request, "dossiers/history.html", context)
