"""What has come and what is being examined; receiving a file."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, counted, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.foundation.tables import export, is_export
from thidua.kernel.text import search_words
from thidua.modules.appraisal import actions, policy, queries
from thidua.modules.appraisal.clock import Reading
from thidua.modules.appraisal.forms import (
    ListFilter,
    ReceiveForm,
)
from thidua.modules.appraisal.models import (
    Appraisal,
)
from thidua.modules.appraisal.tables import APPRAISALS
from thidua.modules.appraisal.terms import suggested
from thidua.modules.appraisal.views.shared import TONES
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, DossierState
from thidua.modules.organisations.api import Request, working_calendar

ORDER = ("-received_on", "-id")


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = ListFilter(request.GET)
    rows = queries.visible_to(request.actor)
    for word in search_words(form.chosen().get("q", "")):
        rows = rows.filter(dossier__search__contains=word)
    chosen = request.GET.get("nhom", "")
    calendar = working_calendar()
    conditions = queries.filters(request.actor, request.today, calendar)
    shown = rows.filter(conditions[chosen]) if chosen in conditions else rows
    counted_each = shown.annotate(n_candidates=counted(Candidate.objects.all(), "dossier", of="dossier"))
    listed = counted_each.prefetch_related("pauses")

    def lines(rows: Sequence[Appraisal]) -> list[tuple[Appraisal, Reading]]:
        clocks = queries.readings(rows, on=request.today, calendar=calendar)
        return [(row, clocks[row.pk]) for row in rows]

    if is_export(request):
        return export(request, APPRAISALS, listed, order=ORDER, lines=lines)
    page = keyset(listed, order=ORDER, token=request.GET.get("trang", ""))
    return render(
        request,
        "appraisal/list.html",
        {
            "form": form,
            "counters": _counters(queries.counts(request.actor, conditions), chosen),
            "page": page,
            "rows": lines(page.rows),
            "table": APPRAISALS.on(request),
            "count": capped_count(shown),
            "to_receive": list(queries.to_receive(request.actor)[:20]),
            "tones": TONES,
        },
    )


def _counters(counts: Mapping[str, int], chosen: str) -> list[Counter]:
    labels = {
        "open": _("in appraisal"),
        "mine": _("assigned to me"),
        "unassigned": _("not assigned"),
        "soon": _("due within 3 working days"),
        "overdue": _("overdue"),
        "waiting": _("waiting for supplements"),
        "concluded": _("concluded"),
    }
    return [
        Counter(
            labels[name],
            n,
            "?" if name == chosen else f"?nhom={name}",
            is_on=name == chosen,
            tone="bad" if name == "overdue" and n else "plain",
        )
        for name, n in counts.items()
    ]


def receive(request: Request, dossier_pk: int) -> HttpResponse:
    dossier = get_object_or_404(dossiers.visible_to(request.actor), pk=dossier_pk)
    require(policy.may_receive(request.actor, dossier))
    known = Appraisal.objects.filter(dossier=dossier).first()
    if known and dossier.state != DossierState.SENT:
        return redirect("appraisal_show", known.pk)
    term = suggested(dossier, request.today)
    initial = {"n_days": term.n_days, "days_basis": term.basis} if term else {}
    if known:
        initial = {"n_days": known.n_days, "days_basis": known.days_basis}
    form = ReceiveForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            row = actions.receive(
                dossier=dossier, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data
            )
        if form.is_valid():
            return redirect("appraisal_show", row.pk)
    context = {"form": form, "dossier": dossier, "term": term, "known": known}
    return render(request, "appraisal/receive.html", context)
