"""The desk shows candidates to everybody, handles remarks and records the result."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.consultations import actions, policy, queries
from thidua.modules.consultations.forms import ConcludeForm, LetterForm, ReasonForm, ShowingForm
from thidua.modules.consultations.models import Showing, ShowingState
from thidua.modules.consultations.queries.showings import shortest_end, with_counts
from thidua.modules.consultations.tables import SHOWINGS
from thidua.modules.consultations.windows import in_words
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import CandidateState, Dossier
from thidua.modules.organisations.api import Request
from thidua.modules.papers import api as papers

ORDER = ("-id",)
TONES = {ShowingState.OPEN: "wait", ShowingState.CLOSED: "good", ShowingState.WITHDRAWN: "bad"}
USUAL_DAYS = 10


def visible(request: Request, pk: int) -> Showing:
    return get_object_or_404(queries.showings_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    rows = with_counts(queries.showings_visible_to(request.actor))
    if is_export(request):
        return export(request, SHOWINGS, rows, order=ORDER)
    context = {
        "page": keyset(rows, order=ORDER, token=request.GET.get("trang", "")),
        "count": capped_count(queries.showings_visible_to(request.actor)),
        "tones": TONES,
        "today": request.today,
        "table": SHOWINGS.on(request),
    }
    return render(request, "consultations/showings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, dossier_pk: int) -> HttpResponse:
    dossier = get_object_or_404(dossiers.visible_to(request.actor), pk=dossier_pk)
    require(policy.may_show(request.actor, dossier))
    live = dossier.candidates.exclude(state=CandidateState.DROPPED)
    candidates = list(live.order_by("place", "id"))
    needed = shortest_end(dossier, [row.pk for row in candidates], request.today)
    ends_on, why = needed or (request.today + timedelta(days=USUAL_DAYS), "")
    initial = {"opens_on": request.today, "ends_on": ends_on, "basis": why, "blocks": bool(needed)}
    form = ShowingForm(request.POST or None, initial=initial, candidates=candidates)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _shown(request, dossier, form))
    duties = {pk: in_words(duty) for pk, duty in queries.duties(dossier, request.today).items()}
    lines = [(*line, duties.get(line[0].pk, "")) for line in form.lines()]
    context = {"form": form, "dossier": dossier, "lines": lines}
    return render(request, "consultations/showing_new.html", context)


def _shown(request: Request, dossier: Dossier, form: ShowingForm) -> str:
    row = actions.show(
        dossier=dossier, draft=form.draft(), actor=request.actor, on=request.today, now=request.now
    )
    return reverse("showings_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, row: Showing, **forms: object) -> HttpResponse:
    actor = request.actor
    reads = policy.may_read_remarks(actor, row)
    remarks = queries.remarks_visible_to(actor).filter(showing=row).order_by("-sent_at", "-id")
    context = {
        "row": row,
        "shown": row.shown.select_related("candidate").order_by("candidate__place", "candidate__id"),
        "remarks": remarks if reads else None,
        "tone": TONES[ShowingState(row.state)],
        "is_over": row.ends_on < request.today,
        "address": _address(request, row),
        "papers": papers.papers_of(f"showing:{row.pk}"),
        "may_draw": policy.may_show_again(actor, row.organisation_id),
        "letter_form": LetterForm(signers=papers.signers_of(row.organisation, request.today)),
        "may_conclude": policy.may_step_showing(actor, row, "conclude"),
        "conclude_form": ConcludeForm(),
        "may_withdraw": policy.may_step_showing(actor, row, "withdraw"),
        "withdraw_form": ReasonForm(),
    }
    return render(request, "consultations/showing.html", context | forms)


def _address(request: Request, row: Showing) -> str:
    return request.build_absolute_uri(reverse("showings_public", args=[row.code]))


@require_POST
def conclude(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step_showing(request.actor, row, "conclude"))
    form = ConcludeForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.conclude(
                showing=row, words=form.cleaned_data["result"], actor=request.actor, on=request.today
            )
        if form.is_valid():
            return redirect("showings_show", pk)
    return _page(request, row, conclude_form=form)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step_showing(request.actor, row, "withdraw"))
    form = ReasonForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.withdraw(showing=row, reason=form.cleaned_data["reason"], actor=request.actor)
        if form.is_valid():
            messages.success(request, _("Taken down: nobody reads it any more."))
            return redirect("showings_show", pk)
    return _page(request, row, withdraw_form=form)


@require_POST
def notice(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_show_again(request.actor, row.organisation_id))
    form = LetterForm(request.POST, signers=papers.signers_of(row.organisation, request.today))
    if form.is_valid():
        with told(request):
            actions.draw_notice(
                showing=row,
                signer=form.cleaned_data["signer"],
                address=_address(request, row),
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
    return redirect("showings_show", pk)
