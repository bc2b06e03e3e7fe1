"""Lists brought so far, a new one, the template of a kind."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import XLSX
from thidua.kernel.text import fold
from thidua.modules.intake import actions, queries, sheets
from thidua.modules.intake.forms import BringForm
from thidua.modules.intake.kinds import Kind
from thidua.modules.intake.offered import kind_called, kinds_for
from thidua.modules.intake.views.working import begin
from thidua.modules.organisations.api import Request, organisation_choices
from thidua.modules.organisations.models import Organisation


@require_safe
def listing(request: Request) -> HttpResponse:
    rows = queries.visible_to(request.actor)
    offered = kinds_for(request.actor)
    context = {
        "kinds": offered,
        "labels": {kind.code: kind.label for kind in offered},
        "page": keyset(rows, order=("-id",), token=request.GET.get("trang", "")),
        "count": capped_count(rows),
    }
    return render(request, "intake/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: Request, code: str) -> HttpResponse:
    kind = kind_called(code)
    require(kind.may(request.actor, request.actor.organisation_id))
    given: tuple[Any, Any] = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(*given, actor=request.actor, initial={"organisation": _unit(request)})
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _brought(request, kind, form))
    return render(request, "intake/bring.html", {"kind": kind, "form": form})


def _unit(request: Request) -> Organisation | None:
    """The one that the officer comes from a screen of, else his own."""
    asked = request.GET.get("don_vi", "")
    units = organisation_choices(request.actor).filter(pk=asked) if asked.isdecimal() else []
    return next(iter(units), request.actor.organisation)


def _brought(request: Request, kind: Kind, form: BringForm) -> str:
    file = form.cleaned_data["file"]
    intake = actions.bring(
        kind=kind,
        organisation=form.cleaned_data["organisation"],
        content=file.read(),
        name=file.name,
        actor=request.actor,
        now=request.now,
    )
    begin(request, intake, is_small=file.size <= SMALL_FILE)
    return reverse("intake_show", args=[intake.pk])


SMALL_FILE = 128 * 1024


@require_safe
def template(request: Request, code: str) -> HttpResponse:
    kind = kind_called(code)
    require(kind.may(request.actor, request.actor.organisation_id))
    name = f"Mau-{fold(str(kind.label)).replace(' ', '-')}.xlsx"
    return HttpResponse(
        sheets.template(kind),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
