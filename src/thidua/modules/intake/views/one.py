"""One list: its columns, its lines, what is to be done with them."""

import tempfile
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import told
from thidua.foundation.tables import XLSX, remember
from thidua.modules.intake import actions, policy, queries, sheets, tables
from thidua.modules.intake.kinds import Kind, RowStatus
from thidua.modules.intake.models import Intake, IntakeProgress, IntakeRow, IntakeState
from thidua.modules.intake.offered import kind_called
from thidua.modules.intake.states import WORKFLOW, to_enter
from thidua.modules.intake.views.working import begin
from thidua.modules.organisations.api import Request

FEW = 500
MOST_NUMBERS = 1_000


def _visible(request: Request, pk: int) -> Intake:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    intake = _visible(request, pk)
    kind = kind_called(intake.kind)
    status = request.GET.get("loai", "")
    page = keyset(queries.rows_of(intake, status), order=("n",), token=request.GET.get("trang", ""))
    context = {
        "intake": intake,
        "kind": kind,
        "page": page,
        "lines": tables.shown_lines(kind, intake, page.rows),
        "columns": tables.shown_columns(kind, intake),
        "titles": tables.titles(intake),
        "counters": _counters(kind, intake, status),
        "count": _count(intake, queries.rows_of(intake, status), status),
        "n_to_enter": to_enter(intake),
        "may": policy.may_work_on(request.actor, intake),
        "may_undo": intake.state == IntakeState.ENTERED and policy.may_undo(request.actor, intake),
        "may_drop": WORKFLOW.by_name["drop"].source,
        "progress": IntakeProgress.objects.filter(intake=intake).first(),
        "is_staged": intake.state == IntakeState.CHECKED,
    }
    return render(request, "intake/show.html", context)


def _count(intake: Intake, rows: QuerySet[IntakeRow], status: str) -> int:
    if status:
        return int(intake.counts.get(status, 0))
    return sum(int(intake.counts.get(one, 0)) for one in RowStatus.values) if intake.counts else rows.count()


def _counters(kind: Kind, intake: Intake, status: str) -> list[Counter]:
    """A second click takes the filter off; what is not there is not offered."""
    named = [(one.value, kind.label_of(one), tables.TONES[one]) for one in RowStatus]
    named.append(("reread", _("turned into Unicode"), "gold"))
    return [
        Counter(label, n, "?" if value == status else f"?loai={value}", is_on=value == status, tone=tone)
        for value, label, tone in named
        if (n := int(intake.counts.get(value, 0))) or value == RowStatus.NEW
    ]


@require_safe
def progress(request: Request, pk: int) -> HttpResponse:
    """Asked every two seconds while the worker is busy; when it is done, the page is read anew."""
    intake = _visible(request, pk)
    context = {
        "intake": intake,
        "progress": IntakeProgress.objects.filter(intake=intake).first(),
        "may": policy.may_work_on(request.actor, intake),
    }
    answer = render(request, "intake/_progress.html", context)
    if not intake.is_working:
        answer["HX-Refresh"] = "true"
    return answer


@require_safe
def errors(request: Request, pk: int) -> HttpResponseBase:
    """The lines with an error, as the same Excel with the column "Lỗi"; taken out, so it is kept who did."""
    intake = _visible(request, pk)
    require(policy.may_work_on(request.actor, intake))
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    n_rows = sheets.errors(intake, file)
    file.seek(0)
    remember(request, name="intake_errors", title=_("Lines with errors"), n_rows=n_rows)
    return FileResponse(file, as_attachment=True, filename=f"Loi-{pk}.xlsx", content_type=XLSX)


@require_POST
def columns(request: Request, pk: int) -> HttpResponse:
    intake = _visible(request, pk)
    with told(request):
        mapping = {
            name: place
            for place in range(len(intake.header))
            if (name := request.POST.get(f"cot-{place}", ""))
        }
        actions.choose_columns(intake=intake, mapping=mapping, actor=request.actor)
        begin(request, intake, is_small=_is_small(intake))
    return redirect("intake_show", pk=pk)


def _is_small(intake: Intake) -> bool:
    return sum(int(intake.counts.get(one, 0)) for one in RowStatus.values) <= FEW


@require_POST
def keep(request: Request, pk: int) -> HttpResponse:
    """The doubtful lines of a page: which of them are somebody else."""
    intake = _visible(request, pk)
    actions.keep(
        intake=intake,
        shown=_numbers(request, "dong"),
        others=_numbers(request, "khac"),
        actor=request.actor,
    )
    return redirect(f"{request.path.removesuffix('chon/')}?loai={RowStatus.NEAR}")


def _numbers(request: Request, name: str) -> list[int]:
    return [
        int(text) for text in request.POST.getlist(name)[:MOST_NUMBERS] if text.isascii() and text.isdigit()
    ]


@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    intake = _visible(request, pk)
    with told(request):
        actions.approve(intake=intake, actor=request.actor, now=request.now)
        begin(request, intake, is_small=to_enter(intake) <= FEW)
        _tell(request, intake)
    return redirect("intake_show", pk=pk)


def _tell(request: Request, intake: Intake) -> None:
    intake.refresh_from_db()
    if intake.state == IntakeState.ENTERED:
        n = int(intake.counts.get("entered", 0))
        messages.success(
            request, ngettext("%(n)s line was entered.", "%(n)s lines were entered.", n) % {"n": n}
        )


def _done(request: Request, pk: int, act: Any) -> HttpResponse:
    with told(request):
        act(_visible(request, pk))
    return redirect("intake_show", pk=pk)


@require_POST
def stop(request: Request, pk: int) -> HttpResponse:
    return _done(request, pk, lambda intake: actions.stop(intake=intake, actor=request.actor))


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    return _done(request, pk, lambda intake: actions.drop(intake=intake, actor=request.actor))


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    def act(intake: Intake) -> None:
        n = actions.undo(
            intake=intake, organisation=intake.organisation, actor=request.actor, now=request.now
        )
        messages.success(
            request, ngettext("%(n)s record was taken back.", "%(n)s records were taken back.", n) % {"n": n}
        )

    return _done(request, pk, act)
