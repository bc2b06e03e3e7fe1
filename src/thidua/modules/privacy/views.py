"""Requests about personal data: the list, one, its answer, the copy; and how long what is kept."""

import tempfile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.slots import gather
from thidua.foundation.tables import export, is_export, remember
from thidua.modules.organisations.api import Request
from thidua.modules.people.api import visible_to as people_visible_to
from thidua.modules.people.models import Person
from thidua.modules.privacy import actions, archive, own, policy, queries
from thidua.modules.privacy.forms import AnswerForm, RequestForm
from thidua.modules.privacy.models import DataRequest, RequestKind, RequestState
from thidua.modules.privacy.states import WORKFLOW
from thidua.modules.privacy.tables import REQUESTS

ORDER = ("-received_on", "-id")
TONES = {RequestState.RECEIVED: "wait", RequestState.ANSWERED: "good", RequestState.REFUSED: "plain"}


def visible(request: Request, pk: int) -> DataRequest:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    rows = queries.visible_to(request.actor)
    if is_export(request):
        return export(request, REQUESTS, rows, order=ORDER)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "page": page,
        "lines": [(row, TONES[RequestState(row.state)]) for row in page.rows],
        "table": REQUESTS.on(request),
        "count": capped_count(rows),
    }
    return render(request, "privacy/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request, pk: int) -> HttpResponse:
    person = get_object_or_404(people_visible_to(request.actor), pk=pk)
    require(policy.may_enter(request.actor, person))
    form = RequestForm(
        request.POST if request.method == "POST" else None,
        initial={"received_on": request.today, "asked_by": person.name},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _entered(request, person, form))
    return render(request, "privacy/form.html", {"form": form, "person": person})


def _entered(request: Request, person: Person, form: RequestForm) -> str:
    said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
    row = actions.enter(person=person, draft=form.draft(), **said)
    return reverse("data_requests_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    may_take = policy.may_take_copy(request.actor, row)
    context = {
        "row": row,
        "tone": TONES[RequestState(row.state)],
        "steps": WORKFLOW.open_to(row, request.actor),
        "may_change": policy.may_change(request.actor, row),
        "may_take": may_take,
        "is_copy": row.kind == RequestKind.COPY and row.state != RequestState.REFUSED,
        "sections": own.everything(row.person) if may_take else [],
    }
    return render(request, "privacy/show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_change(request.actor, row))
    form = RequestForm(request.POST if request.method == "POST" else None, row=row)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change(row=row, draft=form.draft(), actor=request.actor, on=request.today)
            messages.success(request, _("Saved."))
            return redirect("data_requests_show", pk=pk)
    return render(request, "privacy/form.html", {"form": form, "person": row.person, "row": row})


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, pk: int, name: str) -> HttpResponse:
    row = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    require(policy.may_step(request.actor, row, name))
    step = WORKFLOW.by_name[name]
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            text = form.cleaned_data["answer"]
            actions.answer(row=row, step=name, text=text, actor=request.actor, on=request.today)
            messages.success(request, _("Done: %(step)s.") % {"step": step.label})
            return redirect("data_requests_show", pk=pk)
    context = {"form": form, "row": row, "step": step, "lacks": step.missing(row)}
    return render(request, "privacy/answer.html", context)


@require_POST
def copy(request: Request, pk: int) -> HttpResponseBase:
    row = visible(request, pk)
    require(policy.may_take_copy(request.actor, row))
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    try:
        n_rows = archive.write(row, own.everything(row.person), file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    remember(request, name="personal_data", title=f"Bản sao dữ liệu cá nhân, {row.code}", n_rows=n_rows)
    name = f"du-lieu-ca-nhan-{row.code.lower()}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


@require_safe
def rules(request: Request) -> HttpResponse:
    """How long what is kept is nobody's secret."""
    return render(request, "privacy/rules.html", {"rules": gather("retention.rules", request.now)})
