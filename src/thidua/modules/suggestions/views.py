"""The list, the run that makes it, one recipient's reasons, and what an officer does with them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, told
from thidua.foundation.tables import export, is_export
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.api import may_edit
from thidua.modules.dossiers.api import visible_to as dossiers_visible_to
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Request
from thidua.modules.suggestions import actions, policy, queries
from thidua.modules.suggestions.forms import AsideForm, HonourForm, PermitForm, SuggestionFilter
from thidua.modules.suggestions.jobs import look as look_job
from thidua.modules.suggestions.kinds import SuggestionKind
from thidua.modules.suggestions.models import ExportPermit, Run, Suggestion
from thidua.modules.suggestions.proposing import propose as propose_action
from thidua.modules.suggestions.tables import SUGGESTIONS

TONES = {SuggestionKind.QUALIFIES: "good", SuggestionKind.ONE_STEP: "wait", SuggestionKind.FORGOTTEN: "gold"}


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    require(policy.may_read(actor))
    form = SuggestionFilter(request.GET, actor=actor)
    rows = queries.listed(actor, form.filters())
    kind = request.GET.get("loai", "")
    shown = rows.filter(kind=kind) if kind in SuggestionKind.values else rows
    if is_export(request):
        require(policy.may_export(actor))
        return export(request, SUGGESTIONS, queries.for_list(shown), order=queries.ORDER)
    counts = {one.value: capped_count(rows.filter(kind=one)) for one in SuggestionKind}
    page = keyset(queries.for_list(shown), order=queries.ORDER, token=request.GET.get("trang", ""))
    drafts = queries.drafts_of(page.rows) if page.rows else {}
    body = queries.body_of(actor)
    current, later = queries.newest_runs(body)
    context = {
        "form": form,
        "page": page,
        "lines": [
            (row, TONES[SuggestionKind(row.kind)], drafts.get((row.organisation_id, row.year)))
            for row in page.rows
        ],
        "counters": _counters(request, counts, kind),
        "count": counts[kind] if kind in counts else sum(counts.values()),
        "is_set_aside": form.filters().get("doing") == "aside",
        "current": current,
        "run": later,
        "may_look": policy.may_look(actor, body.pk if body else None),
        "may_decide": bool(policy.DECIDES & actor.roles),
        "may_permit": policy.may_permit(actor, actor.organisation_id),
    }
    if policy.may_export(actor):
        context["table"] = SUGGESTIONS.on(request)
    return render(request, "suggestions/list.html", context)


def _counters(request: Request, counts: dict[str, int], kind: str) -> list[Counter]:
    """A second click takes the filter off."""
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "loai"}}
    return [
        Counter(
            str(one.label),
            counts[one.value],
            f"?{urlencode(kept | ({} if one.value == kind else {'loai': one.value}))}",
            is_on=one.value == kind,
            tone=TONES[one],
        )
        for one in SuggestionKind
    ]


@require_POST
def look(request: Request) -> HttpResponse:
    """Anew, by the worker; the list stays as it is until that is done."""
    body = queries.body_of(request.actor)
    require(policy.may_look(request.actor, body.pk if body else None))
    assert body is not None  # else policy has refused
    with told(request):
        run = actions.ask(organisation=body, actor=request.actor, on=request.today, now=request.now)
        look_job.defer(run_id=run.pk)
    return redirect("suggestions_list")


def _run(request: Request, pk: int) -> Run:
    require(policy.may_read(request.actor))
    body = queries.body_of(request.actor)
    return get_object_or_404(Run, pk=pk, organisation=body)


@require_safe
def progress(request: Request, pk: int) -> HttpResponse:
    """Asked every two seconds while a run is open; when it is over, the page is read anew."""
    run = _run(request, pk)
    may_look = policy.may_look(request.actor, run.organisation_id)
    answer = render(request, "suggestions/_run.html", {"run": run, "may_look": may_look})
    if not run.is_open:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
def stop(request: Request, pk: int) -> HttpResponse:
    run = _run(request, pk)
    actions.stop(run=run, actor=request.actor, now=request.now)
    return redirect("suggestions_list")


def _suggested(request: Request, kind: str, pk: int) -> list[Suggestion]:
    require(policy.may_read(request.actor))
    rows = queries.of_recipient(request.actor, kind, pk)
    if not rows:
        raise Http404
    return rows


def _chosen(rows: Sequence[Suggestion], asked: Any) -> Suggestion:
    """The one named by its honour (none: forgotten) in the address or the form, else the first."""
    return next((row for row in rows if row.honour == asked), rows[0])


@require_safe
def show(request: Request, kind: str, pk: int) -> HttpResponse:
    rows = _suggested(request, kind, pk)
    chosen = _chosen(rows, request.GET.get("khen"))
    asides = queries.asides_of(rows)
    context = {
        "kind": kind,
        "pk": pk,
        "lines": [(row, TONES[SuggestionKind(row.kind)], asides.get((row.honour, row.year))) for row in rows],
        "chosen": chosen,
        "aside": asides.get((chosen.honour, chosen.year)),
        "drafts": queries.drafts_of([chosen]).get((chosen.organisation_id, chosen.year), []),
        "form": AsideForm(),
        "honours": None if chosen.honour else HonourForm(suggestion=chosen),
        "may_decide": policy.may_decide(request.actor, chosen.organisation_id),
        **_asked_again(chosen),
    }
    return render(request, "suggestions/show.html", context)


def _asked_again(chosen: Suggestion) -> dict[str, Any]:
    if not chosen.honour:
        return {"answer": None}
    try:
        answer = queries.answer_now(chosen)
    except Cannot as refusal:
        return {"answer": None, "refusal": str(refusal)}
    was = "yes" if chosen.kind == SuggestionKind.QUALIFIES else "no"
    return {"answer": answer, "has_changed": answer.verdict.value != was}


@require_POST
def propose(request: Request, kind: str, pk: int) -> HttpResponse:
    rows = _suggested(request, kind, pk)
    chosen = _chosen(rows, request.POST.get("khen", ""))
    require(policy.may_decide(request.actor, chosen.organisation_id))
    with told(request):
        return create_once(request, lambda: _proposed(request, chosen))
    return redirect(_address(kind, pk, chosen))


def _proposed(request: Request, chosen: Suggestion) -> str:
    dossier = propose_action(
        suggestion=chosen,
        honour=_honour(request, chosen),
        dossier=_dossier(request),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    messages.success(
        request, _("%(name)s stands in dossier %(code)s.") % {"name": chosen.name, "code": dossier.code}
    )
    return reverse("dossiers_show", args=[dossier.pk])


def _honour(request: Request, chosen: Suggestion) -> str:
    if chosen.honour:
        return chosen.honour
    form = HonourForm(request.POST, suggestion=chosen)
    if not form.is_valid():
        raise actions.CannotSetAside(_("Choose for what to propose."))
    return str(form.cleaned_data["honour"])


def _dossier(request: Request) -> Dossier | None:
    asked = request.POST.get("ho_so", "")
    if not asked.isdecimal():
        return None
    dossier = get_object_or_404(dossiers_visible_to(request.actor), pk=int(asked))
    require(may_edit(request.actor, dossier))
    return dossier


def _address(kind: str, pk: int, chosen: Suggestion) -> str:
    return f"{reverse('suggestions_show', args=[kind, pk])}?khen={chosen.honour}"


@require_POST
def aside(request: Request, kind: str, pk: int) -> HttpResponse:
    rows = _suggested(request, kind, pk)
    chosen = _chosen(rows, request.POST.get("khen", ""))
    with told(request):
        actions.set_aside(
            suggestion=chosen,
            reason=request.POST.get("reason", "")[:300],
            actor=request.actor,
            on=request.today,
        )
        messages.success(request, _("Kept: not proposed this time."))
    return redirect(_address(kind, pk, chosen))


@require_POST
def back(request: Request, kind: str, pk: int) -> HttpResponse:
    rows = _suggested(request, kind, pk)
    chosen = _chosen(rows, request.POST.get("khen", ""))
    row = get_object_or_404(actions.asides_of(chosen))
    actions.bring_back(row=row, actor=request.actor)
    return redirect(_address(kind, pk, chosen))


@require_http_methods(["GET", "HEAD", "POST"])
def permit(request: Request) -> HttpResponse:
    """The leaders let the list be taken out, or not any more."""
    actor = request.actor
    require(policy.may_permit(actor, actor.organisation_id))
    form = PermitForm(request.POST if request.method == "POST" else None)
    organisation = actor.organisation
    assert organisation is not None  # else policy has refused
    if request.method == "POST" and "khong" in request.POST:
        actions.forbid_export(organisation=organisation, actor=actor)
        return redirect("suggestions_permit")
    if request.method == "POST" and form.is_valid():
        basis = form.cleaned_data["basis"]
        actions.permit_export(organisation=organisation, basis=basis, actor=actor, on=request.today)
        return redirect("suggestions_permit")
    permit = ExportPermit.objects.filter(organisation=organisation).select_related("given_by").first()
    return render(request, "suggestions/permit.html", {"form": form, "permit": permit})
