"""Which lists were taken out as files, by whom: for the administrator and the inspector of the scope."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.modules.organisations import policy, queries
from thidua.modules.organisations.request import Request


@require_safe
def exports(request: Request) -> HttpResponse:
    require(policy.may_see_exports(request.actor))
    rows = queries.exports_in_scope(request.actor)
    page = keyset(rows, order=("-made_at", "-id"), token=request.GET.get("trang", ""))
    context = {"page": page, "lines": queries.with_names(page.rows), "count": capped_count(rows)}
    return render(request, "organisations/exports.html", context)
