"""Beginning a dossier: the usual one, a sudden feat on a phone; changing its head."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.draft import change, create
from thidua.modules.dossiers.actions.feat import report_feat_of
from thidua.modules.dossiers.forms import ChangeForm, CreateForm, FeatForm
from thidua.modules.dossiers.forms.head import HEAD
from thidua.modules.dossiers.policy import may_create, may_edit
from thidua.modules.dossiers.queries.receiving import receiver_of
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request) -> HttpResponse:
    actor = request.actor
    require(may_create(actor, actor.organisation_id))
    form = CreateForm(posted(request), actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            return create_once(request, lambda: _made(request, form))
        except Cannot as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    return render(request, "dossiers/create.html", {"form": form})


def _made(request: Request, form: CreateForm) -> str:
    organisation = form.cleaned_data["organisation"]
    dossier = create(
        organisation=organisation,
        receiver=receiver_of(organisation, request.today),
        draft=form.draft(organisation),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("dossiers_add", args=[dossier.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def feat(request: Request) -> HttpResponse:
    actor = request.actor
    require(may_create(actor, actor.organisation_id))
    form = FeatForm(posted(request), actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            return create_once(request, lambda: _told(request, form))
        except Cannot as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    return render(request, "dossiers/feat.html", {"form": form})


def _told(request: Request, form: FeatForm) -> str:
    organisation = form.cleaned_data["organisation"]
    dossier = report_feat_of(
        organisation=organisation,
        receiver=receiver_of(organisation, request.today),
        who=form.identity(),
        feat=form.feat(),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("dossiers_show", args=[dossier.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    form = ChangeForm(request.POST) if request.method == "POST" else ChangeForm.of(dossier)
    context = {"dossier": dossier, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            change(
                dossier=dossier,
                draft=form.draft(dossier.organisation),
                version=form.cleaned_data["version"],
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
        except Conflict as conflict:
            dossier.refresh_from_db()
            context["conflict"] = _both(form, conflict)
            context["latest"] = dossier.version
        except Cannot as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("dossiers_show", pk=dossier.pk)
    return render(request, "dossiers/edit.html", context)


def _both(form: ChangeForm, conflict: Conflict) -> list[tuple[str, object, object]]:
    """Field by field, where the two texts differ."""
    return [
        (str(form.fields[name].label), conflict.theirs[name], conflict.mine[name])
        for name in HEAD
        if conflict.theirs[name] != conflict.mine[name]
    ]
