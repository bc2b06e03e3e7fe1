"""From the page of an exemplar, or of a cluster's result, to a dossier with one click."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, told
from thidua.modules.clusters.api import cards_visible_to
from thidua.modules.clusters.models import Scorecard
from thidua.modules.dossiers.actions.flag import propose_flag
from thidua.modules.dossiers.actions.nominate import nominate
from thidua.modules.dossiers.policy import may_nominate, may_propose_flag
from thidua.modules.dossiers.queries.receiving import receiver_of
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
        receiver=receiver_of(exemplar.organisation, request.today),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("dossiers_show", args=[dossier.pk])


@require_POST
def from_result(request: Request, pk: int) -> HttpResponse:
    card = get_object_or_404(cards_visible_to(request.actor), pk=pk)
    require(may_propose_flag(request.actor, card))
    with told(request):
        return create_once(request, lambda: _flag_proposed(request, card))
    return redirect("cluster_years_show", pk=card.year_id)


def _flag_proposed(request: Request, card: Scorecard) -> str:
    unit = card.member.organisation
    assert unit is not None  # may_propose_flag has asked
    dossier = propose_flag(
        card=card,
        receiver=receiver_of(unit, request.today),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("dossiers_show", args=[dossier.pk])
