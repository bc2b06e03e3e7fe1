"""From the exemplar's page to its dossier, with one click."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, told
from thidua.modules.dossiers.actions.nominate import nominate
from thidua.modules.dossiers.policy import may_nominate
from thidua.modules.dossiers.views.create import receiver_of
from thidua.modules.exemplars.api import visible_to
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.organisations.api import Request


@require_POST
def from_exemplar(request: Request, pk: int) -> HttpResponse:
    exemplar = get_object_or_404(visible_to(request.actor), pk=pk)
    require(may_nominate(request.actor, exemplar))
    with told(request):
        return create_once(request, lambda: _nominated(request, exemplar))
    return redirect("exemplars_show", pk=pk)


def _nominated(request: Request, exemplar: Exemplar) -> str:
    dossier = nominate(
        exemplar=exemplar,
        receiver=receiver_of(exemplar.organisation, request),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("dossiers_show", args=[dossier.pk])
