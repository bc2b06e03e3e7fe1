"""Criteria pasted from Excel: shown line by line, then kept whole; and a card sent back in the received form."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.foundation.sheets import SheetForm
from thidua.modules.clusters import policy, queries
from thidua.modules.clusters.actions import pasting
from thidua.modules.clusters.models import ClusterYear, Criterion
from thidua.modules.clusters.pasted import Sheet, read_sheet
from thidua.modules.clusters.points import rule_in_words
from thidua.modules.clusters.theirs import in_their_form
from thidua.modules.clusters.views.shared import card, year
from thidua.modules.organisations.api import Request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: Request, pk: int) -> HttpResponse:
    row = year(request, pk)
    require(policy.may_write_criteria(request.actor, row))
    form = SheetForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    sheet = Sheet([])
    if form.is_bound and form.is_valid():
        known = Criterion.objects.filter(group__year=row).values_list("name", flat=True)
        sheet = read_sheet(form.cleaned_data["text"], list(known))
        if not sheet.n_criteria:
            form.add_error("text", _("No criterion was found: paste groups, criteria and their points."))
    if sheet.n_criteria and not sheet.n_wrong and "confirmed" in request.POST:
        with refusals_on(form):
            _pasted(request, row, sheet)
            return redirect("cluster_years_criteria", pk=pk)
    lines = [(line, _rule(line.draft)) for line in sheet.lines]
    context = {"year": row, "form": form, "sheet": sheet, "lines": lines}
    return render(request, "clusters/paste.html", context)


def _pasted(request: Request, row: ClusterYear, sheet: Sheet) -> None:
    n = pasting.paste_criteria(year=row, sheet=sheet, actor=request.actor)
    words = ngettext("%(n)s criterion was added.", "%(n)s criteria were added.", n)
    messages.success(request, words % {"n": n})


def _rule(draft: object) -> str:
    """How it will be scored, in the words of the card."""
    if draft is None or getattr(draft, "most", 0) <= 0:
        return ""
    values = {name: getattr(draft, name) for name in ("way", "most", "weight", "target", "each", "unit")}
    return rule_in_words(Criterion(**values))


@require_safe
def theirs(request: Request, pk: int) -> HttpResponse:
    """Only where the sheet was received with its columns."""
    row = card(request, pk)
    if not row.year.form:
        raise Http404
    content = in_their_form(row, queries.tally_of(row))
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="bang-diem-{row.pk}.xlsx"'
    return answer
