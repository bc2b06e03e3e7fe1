"""What the screens of dossiers share."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from thidua.modules.dossiers.models import Candidate, Dossier, DossierState
from thidua.modules.dossiers.queries.lists import visible_to
from thidua.modules.organisations.api import Request

TONES = {
    DossierState.DRAFT: "plain",
    DossierState.AT_HEAD: "wait",
    DossierState.SENT: "wait",
    DossierState.RETURNED: "bad",
    DossierState.APPRAISAL: "wait",
    DossierState.APPRAISED: "plain",
    DossierState.COUNCIL: "wait",
    DossierState.VOTED: "plain",
    DossierState.DECIDED: "good",
    DossierState.FORWARDED: "gold",
    DossierState.WITHDRAWN: "plain",
    DossierState.REFUSED: "bad",
}


def visible(request: Request, pk: int) -> Dossier:
    """The dossier, or 404 where it is not in sight."""
    rows = visible_to(request.actor)
    return get_object_or_404(rows.select_related("organisation", "receiver", "period", "submittal"), pk=pk)


def visible_candidate(request: Request, pk: int) -> Candidate:
    rows = Candidate.objects.filter(dossier__in=visible_to(request.actor))
    related = ("dossier__organisation", "dossier__receiver", "dossier__period", "person")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def posted(request: Request) -> QueryDict | None:
    """What a form is bound to; an empty POST is a POST."""
    return request.POST if request.method == "POST" else None
