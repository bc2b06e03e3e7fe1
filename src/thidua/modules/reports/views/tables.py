"""Questions of the moment: chosen in the address, shown at once, kept for the next time."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import told
from thidua.modules.organisations.api import Request
from thidua.modules.reports import actions, policy, queries
from thidua.modules.reports.counting import count
from thidua.modules.reports.definitions import Definition
from thidua.modules.reports.forms import NOW, THEN, KeepForm, SetForm, TableForm
from thidua.modules.reports.grid import grid
from thidua.modules.reports.models import SavedTable
from thidua.modules.reports.sheet import write
from thidua.modules.reports.sources import SOURCES, Scope
from thidua.modules.reports.views.behind import list_behind, sheet_response

# The commonest question of each source: its rows, its columns.
FIRST: dict[str, tuple[str, list[str]]] = {
    "awards": ("honour", ["recipient"]),
    "campaigns": ("scope", ["duration", "kind"]),
    "staff": ("age", ["education", "served"]),
}


def _form(request: Request) -> TableForm:
    """Asked with nothing chosen, the page shows the commonest table of this year."""
    source = request.GET.get("source", "awards")
    source = source if source in SOURCES else "awards"
    asked = request.GET.copy()
    if "rows" not in asked:
        rows, bands = FIRST[source]
        asked.update({"source": source, "rows": rows})
        asked.setlist("bands", bands)
    asked.setdefault("span", str(request.today.year))
    asked.setdefault("structure", NOW)
    return TableForm(asked, source=source, on=request.today)


def _scope(request: Request, form: TableForm) -> Scope:
    """By the units of today, or by those of the last day of the time: before 1/7/2025 there were districts."""
    chosen = form.chosen_span()
    last = min(chosen.until - timedelta(days=1), request.today)
    on = last if form.cleaned_data["structure"] == THEN else request.today
    return Scope(request.actor.organisation_id or 0, chosen.since, chosen.until, on)


def _asked(form: TableForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("span", "structure")}


def _address(definition: Definition, **more: str) -> str:
    said: list[tuple[str, str]] = [("source", definition.source), ("rows", definition.rows)]
    said += [("bands", one) for one in definition.bands]
    said += [("level", one) for one in definition.filters.get("level", ())]
    return urlencode([*said, *more.items()])


@require_safe
def build(request: Request) -> HttpResponseBase:
    require(policy.may_read(request.actor))
    form = _form(request)
    context: dict[str, Any] = {
        "form": form,
        "saved": [
            (row, _address(Definition.from_json(row.definition), span=str(request.today.year)))
            for row in queries.tables_visible_to(request.actor)
        ],
        "may_save": policy.may_save(request.actor),
        "keep_form": KeepForm(),
        "set_form": SetForm(initial={"since": request.today}) if policy.may_ask(request.actor) else None,
    }
    if form.is_valid():
        definition, asked = form.definition(), _asked(form)
        figures = count(definition, _scope(request, form))
        if request.GET.get("xuat") == "xlsx":
            title, body = _("Table"), request.actor.organisation
            label = form.chosen_span().label
            content = write(figures, title=title, code="", body=body.name if body else "", span=label)
            return sheet_response(request, content, title, len(figures.rows))
        cells = reverse("reports_table_cell")
        context |= {
            "figures": figures,
            "lines": grid(
                figures,
                lambda row, column: f"{cells}?{_address(definition, **asked, hang=row, cot=column)}",
            ),
            "address": _address(definition, **asked),
        }
    return render(request, "reports/build.html", context)


@require_safe
def cell(request: Request) -> HttpResponseBase:
    require(policy.may_read(request.actor))
    form = _form(request)
    if not form.is_valid():
        return redirect("reports_build")
    back = f"{reverse('reports_build')}?{_address(form.definition(), **_asked(form))}"
    return list_behind(request, form.definition(), _scope(request, form), (back, _("Table")))


@require_POST
def keep(request: Request) -> HttpResponse:
    require(policy.may_save(request.actor))
    form, keeping = _form(request), KeepForm(request.POST)
    if form.is_valid() and keeping.is_valid():
        said = keeping.cleaned_data
        actions.keep(
            title=said["title"],
            definition=form.definition(),
            is_shared=said["is_shared"],
            actor=request.actor,
            now=request.now,
        )
    return redirect(f"{reverse('reports_build')}?{request.GET.urlencode()}")


@require_POST
def set_as_form(request: Request) -> HttpResponse:
    """The table becomes a form that the body and all below it draw up."""
    require(policy.may_ask(request.actor))
    form, setting = _form(request), SetForm(request.POST)
    back = f"{reverse('reports_build')}?{request.GET.urlencode()}"
    with told(request):
        if not (form.is_valid() and setting.is_valid()):
            raise actions.CannotSetForm(_("Enter code, title, paper and day of the form."))
        row = actions.set_form(
            draft=setting.draft(), definition=form.definition(), actor=request.actor, now=request.now
        )
        messages.success(request, _("Form %(form)s can be drawn up and asked for now.") % {"form": row})
        return redirect("reports_due")
    return redirect(back)


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(
        SavedTable.objects.filter(pk__in=queries.tables_visible_to(request.actor).values("pk")), pk=pk
    )
    require(policy.may_drop(request.actor, row))
    actions.drop(table=row, actor=request.actor)
    return redirect("reports_build")
