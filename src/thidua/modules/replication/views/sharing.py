"""Whether units of other communes read a model of the catalogue."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import told
from thidua.modules.organisations.api import Request
from thidua.modules.replication import policy
from thidua.modules.replication.actions import sharing
from thidua.modules.replication.views.models import visible


@require_POST
def share(request: Request, pk: int) -> HttpResponse:
    model = visible(request, pk)
    require(policy.may_share(request.actor, model))
    with told(request):
        sharing.share(model=model, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("Shared: all units of the province can read and apply the model."))
    return redirect("models_show", pk=pk)


@require_POST
def unshare(request: Request, pk: int) -> HttpResponse:
    model = visible(request, pk)
    require(policy.may_share(request.actor, model))
    with told(request):
        sharing.unshare(model=model, actor=request.actor, on=request.today, now=request.now)
        messages.success(
            request, _("Kept to its own commune; those elsewhere who apply it go on reading it.")
        )
    return redirect("models_show", pk=pk)
