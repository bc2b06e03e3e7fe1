"""Layouts of pre-printed blanks: what stands where, tried on a sample, and printers that are off."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.documents import draw_blank, draw_calibration
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, refusals_on, told
from thidua.kernel.errors import Cannot
from thidua.modules.certificates import actions, blanks, policy
from thidua.modules.certificates.layout_forms import (
    NUMBERS,
    SIGNS,
    BoxesForm,
    LayoutForm,
    PrinterForm,
    ScanForm,
)
from thidua.modules.certificates.models import BlankLayout, Printer
from thidua.modules.organisations.api import Request, scope_ids
from thidua.modules.rulebook import api as rulebook


def _layout(request: Request, pk: int) -> BlankLayout:
    rows = BlankLayout.objects.filter(organisation__in=scope_ids(request.actor))
    row = get_object_or_404(rows.select_related("organisation", "picture"), pk=pk)
    require(policy.may_lay_out(request.actor, row.organisation_id))
    return row


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_lay_out(actor, actor.organisation_id))
    form = LayoutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        assert actor.organisation is not None  # else policy has refused
        with refusals_on(form):
            made = actions.begin_layout(organisation=actor.organisation, actor=actor, **form.cleaned_data)
            return redirect("blanks_edit", pk=made.pk)
    return _listed(request, form, PrinterForm())


def _listed(request: Request, form: LayoutForm, printer: PrinterForm) -> HttpResponse:
    layouts = BlankLayout.objects.filter(organisation=request.actor.organisation_id).order_by("name", "pk")
    named = [(one, rulebook.find_honour(one.honour)) for one in layouts]
    context = {
        "layouts": [(one, found.name_vi if found else one.honour) for one, found in named],
        "printers": Printer.objects.filter(organisation=request.actor.organisation_id).order_by("name"),
        "form": form,
        "printer_form": printer,
    }
    return render(request, "certificates/blanks/list.html", context)


@require_POST
def printer(request: Request) -> HttpResponse:
    """A new printer, or other numbers for one that is known by this name."""
    actor = request.actor
    require(policy.may_lay_out(actor, actor.organisation_id))
    known = Printer.objects.filter(
        organisation=actor.organisation_id, name=request.POST.get("name", "").strip()
    )
    row = known.first() or Printer(organisation=actor.organisation)
    form = PrinterForm(request.POST, instance=row)
    if form.is_valid():
        with refusals_on(form):
            actions.keep_printer(printer=form.save(commit=False), actor=actor)
            return redirect("blanks_list")
    return _listed(request, LayoutForm(), form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    layout = _layout(request, pk)
    form = BoxesForm(request.POST or None, layout=layout)
    if request.method == "POST" and form.is_valid() and _kept(request, layout, form):
        return redirect("blanks_edit", pk=pk)
    context = {
        "layout": layout,
        "form": form,
        "heads": [*NUMBERS.values(), _("aligned"), *SIGNS.values()],
        "scan": ScanForm(),
        "printers": Printer.objects.filter(organisation=layout.organisation_id).order_by("name"),
    }
    return render(request, "certificates/blanks/edit.html", context)


def _kept(request: Request, layout: BlankLayout, form: BoxesForm) -> bool:
    given = form.cleaned_data
    try:
        with refusals_on(form):
            actions.lay_out(
                layout=layout,
                boxes=form.boxes(),
                width=given["width"],
                height=given["height"],
                version=given["version"],
                actor=request.actor,
            )
    except Conflict:
        form.add_error(
            None, _("Somebody else changed this layout in between: open it again and repeat your change.")
        )
    return form.is_valid()


@require_safe
def picture(request: Request, pk: int) -> HttpResponse:
    layout = _layout(request, pk)
    page = blanks.page(blanks.sample(layout, request.today), layout)
    try:
        drawn = draw_blank(page, blanks.picture_of(layout))
    except Cannot as refusal:
        return render(
            request, "certificates/_unfit.svg", {"words": str(refusal)}, content_type="image/svg+xml"
        )
    response = HttpResponse(drawn, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def keep_picture(request: Request, pk: int) -> HttpResponse:
    layout = _layout(request, pk)
    form = ScanForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["picture"]
        with told(request):
            actions.keep_picture(
                layout=layout, content=upload.read(), name=upload.name, actor=request.actor, now=request.now
            )
    return redirect("blanks_edit", pk=pk)


@require_safe
def calibrate(request: Request, pk: int) -> HttpResponse:
    """To be printed on plain paper, with the numbers of a printer where one is named."""
    layout = _layout(request, pk)
    asked = request.GET.get("may", "")
    rows = Printer.objects.filter(organisation=layout.organisation_id)
    chosen = rows.filter(pk=int(asked)).first() if asked.isdecimal() else None
    page = blanks.page(blanks.sample(layout, request.today), layout, chosen)
    response = HttpResponse(draw_calibration(page), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="can-chinh-phoi.pdf"'
    return response
