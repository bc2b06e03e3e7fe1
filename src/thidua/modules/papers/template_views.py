"""A body's own Word templates: the kinds of paper, one kind with its fields, upload, trial, days in force."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.documents.templating import REPLACEABLE, CannotFill, fields_of, fill_sample, starting_template
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.files.api import path_of
from thidua.modules.organisations.api import Request
from thidua.modules.papers import policy, previewing, queries, templating
from thidua.modules.papers.forms import SinceForm, TemplateForm, UntilForm
from thidua.modules.papers.models import PaperKind, PaperTemplate
from thidua.modules.papers.templates_in_force import template_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {kind.replace("_", "-"): PaperKind(kind) for kind in REPLACEABLE}
SLUGS = {kind: slug for slug, kind in KINDS.items()}


def _kind(request: Request, slug: str) -> PaperKind:
    require(policy.may_see_templates(request.actor))
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def _template(request: Request, pk: int) -> PaperTemplate:
    require(policy.may_see_templates(request.actor))
    return get_object_or_404(queries.templates_for(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_see_templates(actor))
    lines = [
        (slug, kind.label, template_for(kind, actor.organisation_id, actor.on))
        for slug, kind in KINDS.items()
    ]
    waiting = queries.templates_for(actor).filter(since__isnull=True)
    return render(request, "papers/templates.html", {"lines": lines, "waiting": _named(waiting)})


def _named(rows: Any) -> list[tuple[str, PaperTemplate]]:
    return [(SLUGS[PaperKind(row.kind)], row) for row in rows if row.kind in REPLACEABLE]


@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: Request, slug: str) -> HttpResponse:
    """One kind: its fields, the template in force, all templates; another is uploaded here."""
    asked = _kind(request, slug)
    rows = queries.templates_for(request.actor).filter(kind=asked)
    sent = request.method == "POST"
    form = TemplateForm(request.actor, request.POST if sent else None, request.FILES if sent else None)
    faults: list[dict[str, str]] = []
    if sent and form.is_valid():
        with refusals_on(form):
            try:
                return create_once(request, lambda: _uploaded(request, slug, form))
            except templating.Broken as broken:
                faults = _told(broken)
                raise
    context = {
        "kind": asked,
        "slug": slug,
        "form": form,
        "faults": faults,
        "fields": [(row, templating.said(row.meaning)) for row in fields_of(asked)],
        "used": template_for(asked, request.actor.organisation_id, request.actor.on),
        "rows": [(row, _state(row, request)) for row in rows],
        "has_office": previewing.is_possible(),
        "since": SinceForm(initial={"since": request.today}),
        "until": UntilForm(initial={"until": request.today}),
    }
    return render(request, "papers/template_kind.html", context)


def _uploaded(request: Request, slug: str, form: TemplateForm) -> str:
    given = form.cleaned_data
    templating.upload(
        organisation=given["organisation"],
        kind=KINDS[slug],
        name=given["name"],
        basis=given["basis"],
        content=given["file"].read(),
        file_name=given["file"].name,
        actor=request.actor,
        now=request.now,
    )
    messages.success(request, _("The template is well made. Look at it filled in, then put it in force."))
    return reverse("papers_template_kind", args=[slug])


def _told(broken: templating.Broken) -> list[dict[str, str]]:
    return [
        {
            "place": templating.said(fault.place) if fault.place else "",
            "tag": fault.tag,
            "said": templating.said(fault.said),
        }
        for fault in broken.faults
    ]


def _state(row: PaperTemplate, request: Request) -> str:
    """waits, planned, used, over."""
    if row.since is None:
        return "waits"
    if row.since > request.today:
        return "planned"
    return "used" if row.until is None or row.until > request.today else "over"


@require_safe
def start(request: Request, slug: str) -> HttpResponse:
    """A template made from the built-in layout."""
    asked = _kind(request, slug)
    return _word(starting_template(asked), f"mau-{slug}.docx")


@require_safe
def sample(request: Request, pk: int) -> HttpResponse:
    """An uploaded template filled in with invented people."""
    row = _template(request, pk)
    try:
        content = fill_sample(path_of(row.file.sha256).read_bytes(), row.kind)
    except CannotFill as failed:
        messages.error(request, templating.said(failed.sentence))
        return redirect("papers_template_kind", SLUGS[PaperKind(row.kind)])
    return _word(content, f"vi-du-{row.pk}.docx")


@require_POST
def preview(request: Request, pk: int) -> HttpResponse:
    """Draw the template filled in, or draw it again."""
    row = _template(request, pk)
    require(policy.may_keep_templates(request.actor, row.organisation))
    with told(request):
        templating.ask_for_preview(template=row, actor=request.actor)
    return redirect("papers_template_kind", SLUGS[PaperKind(row.kind)])


@require_safe
def shown(request: Request, pk: int) -> HttpResponse:
    """Asked for again and again while it is being drawn."""
    row = _template(request, pk)
    context = {"row": row, "has_office": previewing.is_possible()}
    return render(request, "papers/_preview.html", context)


def _word(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def put(request: Request, pk: int) -> HttpResponse:
    row = _template(request, pk)
    require(policy.may_keep_templates(request.actor, row.organisation))
    form = SinceForm(request.POST)
    if form.is_valid():
        with told(request):
            templating.put_in_force(
                template=row, since=form.cleaned_data["since"], actor=request.actor, on=request.today
            )
            messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Enter the day."))
    return redirect("papers_template_kind", SLUGS[PaperKind(row.kind)])


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    row = _template(request, pk)
    require(policy.may_keep_templates(request.actor, row.organisation))
    form = UntilForm(request.POST)
    if form.is_valid():
        with told(request):
            templating.end(
                template=row, until=form.cleaned_data["until"], actor=request.actor, on=request.today
            )
            messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Enter the day."))
    return redirect("papers_template_kind", SLUGS[PaperKind(row.kind)])
