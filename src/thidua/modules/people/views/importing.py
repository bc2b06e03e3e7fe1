"""People from a file: uploaded, looked at line by line, entered in one go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import XLSX
from thidua.modules.organisations.api import Request
from thidua.modules.people import importing, policy
from thidua.modules.people.actions.importing import add_people
from thidua.modules.people.forms.importing import ImportForm
from thidua.modules.people.importing.files import as_text


@require_safe
def template(request: Request) -> HttpResponse:
    require(policy.may_edit(request.actor, request.actor.organisation_id))
    return _file(importing.template(), "Mau-ca-nhan.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request) -> HttpResponse:
    require(policy.may_edit(request.actor, request.actor.organisation_id))
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ImportForm(*given, actor=request.actor, initial={"organisation": request.actor.organisation})
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            return _answered(request, form)
    return render(request, "people/import.html", {"form": form})


def _answered(request: Request, form: ImportForm) -> HttpResponse:
    sheet = form.sheet()
    rows = importing.check(sheet, form.cleaned_data["organisation"], request.today)
    step = request.POST.get("step", "")
    if step == "errors":
        return _file(importing.with_errors(rows), "Ca-nhan-co-loi.xlsx")
    if step == "enter":
        return create_once(request, lambda: _entered(request, form, rows))
    context = {
        "form": form,
        "rows": rows,
        "changes": sheet.changes,
        "text": as_text(rows),
        "n_new": sum(row.is_new for row in rows),
        "n_wrong": sum(bool(row.errors) for row in rows),
        "organisation": form.cleaned_data["organisation"],
    }
    return render(request, "people/import.html", context)


def _entered(request: Request, form: ImportForm, rows: list[importing.Checked]) -> str:
    identities = [row.identity for row in rows if row.is_new]
    organisation = form.cleaned_data["organisation"]
    add_people(organisation=organisation, identities=identities, actor=request.actor, on=request.today)
    n = len(identities)
    messages.success(
        request, ngettext("%(n)s person was entered.", "%(n)s people were entered.", n) % {"n": n}
    )
    return reverse("people_list")


def _file(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
