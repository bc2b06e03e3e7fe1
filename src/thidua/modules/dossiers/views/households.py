"""The list of households of a residential group: pasted, looked at, entered; its pages."""

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.dossiers import pasted
from thidua.modules.dossiers.actions.households import enter_households
from thidua.modules.dossiers.actions.posting import post_list
from thidua.modules.dossiers.forms import HouseholdFilter, PasteForm, PostingForm
from thidua.modules.dossiers.household_table import HOUSEHOLDS
from thidua.modules.dossiers.models import Dossier, ListPosting
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.posting import HONOUR, asked_for, posting_duty
from thidua.modules.dossiers.queries import households
from thidua.modules.dossiers.queries.comparison import judge, law_for
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.rulebook import api as rulebook


@require_safe
def listing(request: Request, pk: int) -> HttpResponseBase:
    dossier = visible(request, pk)
    form = HouseholdFilter(request.GET)
    chosen = form.chosen()
    rows = households.found(households.reviews(dossier), chosen.get("q", ""))
    if "nhom" in chosen:
        rows = rows.filter(candidate__isnull=chosen["nhom"] == "loai")
    if is_export(request):
        return export(request, HOUSEHOLDS, rows, order=households.BY_NAME)
    page = keyset(rows, order=households.BY_NAME, token=request.GET.get("trang", ""))
    proposed = households.candidates_of_list(dossier)
    answers = households.swept(proposed, request.today)
    context = {
        "dossier": dossier,
        "form": form,
        "page": page,
        "table": HOUSEHOLDS.on(request),
        "lines": [(row, answers.get(row.candidate_id or 0)) for row in page.rows],
        "count": capped_count(rows),
        "n": households.counts(dossier),
        "tally": households.tally(answers.values()),
        "example": next(iter(judge(proposed[:1], law_for(dossier, request.today))), None),
        "honour": rulebook.honour(HONOUR),
        "may_edit": may_edit(request.actor, dossier),
        "posting": ListPosting.objects.filter(dossier=dossier).first(),
        "posting_duty": (duty := posting_duty(dossier)),
        "posting_why": asked_for(duty) if duty else "",
    }
    return render(request, "dossiers/households.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: Request, pk: int) -> HttpResponse:
    """First the text, then each line as it was read; entered when it is confirmed and nothing is wrong."""
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    form = PasteForm(posted(request))
    rows = pasted.read(form.cleaned_data["text"]) if form.is_bound and form.is_valid() else []
    if rows and "confirmed" in request.POST:
        with refusals_on(form):
            _entered(request, dossier, rows)
        if form.is_valid():
            return redirect("dossiers_households", pk=pk)
    matches = households.matched(dossier, rows)
    context = {
        "dossier": dossier,
        "form": form,
        "matches": matches,
        "n_wrong": sum(1 for row in rows if row.errors),
        "n_new": sum(1 for match in matches if match.known is None),
        "n_left_out": sum(1 for row in rows if row.reason),
    }
    return render(request, "dossiers/households_enter.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def post(request: Request, pk: int) -> HttpResponse:
    """Where and from when to when the list hung in the group."""
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    held = ListPosting.objects.filter(dossier=dossier).first()
    form = PostingForm(posted(request), initial=model_to_dict(held) if held else None)
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            post_list(
                dossier=dossier, draft=form.draft(), actor=request.actor, on=request.today, now=request.now
            )
        if form.is_valid():
            messages.success(request, _("It is kept where and when the list was posted."))
            return redirect("dossiers_households", pk=pk)
    duty = posting_duty(dossier)
    context = {"dossier": dossier, "form": form, "why": asked_for(duty) if duty else ""}
    return render(request, "dossiers/posting.html", context)


def _entered(request: Request, dossier: Dossier, rows: list[pasted.Row]) -> None:
    done = enter_households(dossier=dossier, rows=rows, actor=request.actor, now=request.now)
    words = {"proposed": done.n_proposed, "out": done.n_left_out, "new": done.n_new}
    messages.success(
        request, _("Entered: %(proposed)s proposed, %(out)s left out; %(new)s new households.") % words
    )
