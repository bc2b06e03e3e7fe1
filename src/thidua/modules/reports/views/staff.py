"""Who works on emulation and commendation: counted by form 0605."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.reports import actions, policy, queries
from thidua.modules.reports.forms import EndStaffForm, StaffForm
from thidua.modules.reports.tables import STAFF

ORDER = ("organisation__sort", "person__sort", "id")


@require_safe
def index(request: Request) -> HttpResponseBase:
    require(policy.may_read(request.actor))
    rows = queries.staff_visible_to(request.actor)
    if is_export(request):
        return export(request, STAFF, rows, order=ORDER)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    may = bool(policy.may_keep_staff(request.actor, request.actor.organisation_id))
    context = {"page": page, "table": STAFF.on(request), "count": capped_count(rows), "may": may}
    return render(request, "reports/staff.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    require(policy.may_keep_staff(request.actor, request.actor.organisation_id))
    form = StaffForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, form))
    return render(request, "reports/staff_form.html", {"form": form})


def _added(request: Request, form: StaffForm) -> str:
    said: Any = form.cleaned_data
    actions.add_staff(
        organisation=said["organisation"],
        person=said["person"],
        draft=form.draft(),
        actor=request.actor,
        on=request.today,
    )
    messages.success(request, _("Saved."))
    return reverse("staff_list")


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.staff_visible_to(request.actor), pk=pk, until__isnull=True)
    require(policy.may_keep_staff(request.actor, row.organisation_id))
    initial = {"last_on": request.today}
    form = EndStaffForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.end_staff(
                row=row, until=form.cleaned_data["last_on"] + timedelta(days=1), actor=request.actor
            )
            messages.success(request, _("Saved."))
            return redirect("staff_list")
    return render(request, "reports/staff_form.html", {"form": form, "row": row})
