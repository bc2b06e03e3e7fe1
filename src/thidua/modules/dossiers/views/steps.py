"""Taking a step, returning with flags, answering a flag, the internal note."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.dossiers.actions.draft import note_inside
from thidua.modules.dossiers.actions.returning import answer_flag, send_back
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.forms import NoteForm, ReasonForm, ReturnForm
from thidua.modules.dossiers.letters import proposed
from thidua.modules.dossiers.models import Flag
from thidua.modules.dossiers.policy import may_edit, may_read_note, may_step
from thidua.modules.dossiers.posting import posting_duty
from thidua.modules.dossiers.queries.lists import visible_to
from thidua.modules.dossiers.states import WORKFLOW
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.dossiers.views.show import OWN_STEPS
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what will happen, ask for the reason where one is needed, then do it."""
    dossier = visible(request, pk)
    if name not in OWN_STEPS or name == "return":
        raise Http404
    taken = WORKFLOW.by_name[name]
    actor = request.actor
    require(may_step(actor, dossier, name))
    form = ReasonForm(posted(request), needs_reason=taken.needs_reason)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            move(
                dossier=dossier,
                step=name,
                actor=actor,
                on=request.today,
                now=request.now,
                reason=form.cleaned_data["reason"],
            )
        if form.is_valid():
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("dossiers_list") if name == "withdraw" else redirect("dossiers_show", pk=pk)
    context = {"dossier": dossier, "step": taken, "form": form, "lacks": taken.missing(dossier)}
    context |= {"may_edit": may_edit(actor, dossier), "asks_posting": bool(posting_duty(dossier))}
    return render(request, "dossiers/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def send_back_screen(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    actor = request.actor
    require(may_step(actor, dossier, "return"))
    form = ReturnForm(posted(request), candidates=proposed(dossier))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            send_back(
                dossier=dossier,
                flags=form.flags(),
                reason=form.cleaned_data["reason"],
                actor=actor,
                on=request.today,
                now=request.now,
            )
        if form.is_valid():
            messages.success(request, _("The dossier is back with the unit."))
            return redirect("dossiers_show", pk=pk)
    return render(request, "dossiers/return.html", {"dossier": dossier, "form": form})


@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    rows = Flag.objects.filter(dossier__in=visible_to(request.actor))
    flag = get_object_or_404(rows.select_related("dossier"), pk=pk)
    require(may_edit(request.actor, flag.dossier))
    with told(request):
        answer_flag(
            flag=flag,
            answer=request.POST.get("answer", ""),
            actor=request.actor,
            now=request.now,
        )
    return redirect("dossiers_show", pk=flag.dossier_id)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    actor = request.actor
    require(may_read_note(actor, dossier))
    form = NoteForm(posted(request), initial={"note": dossier.internal_note})
    if request.method == "POST" and form.is_valid():
        note_inside(
            dossier=dossier,
            note=form.cleaned_data["note"],
            actor=actor,
            now=request.now,
        )
        messages.success(request, _("Saved."))
        return redirect("dossiers_show", pk=pk)
    return render(request, "dossiers/note.html", {"dossier": dossier, "form": form})
