"""What the screens of councils share."""

from django.shortcuts import get_object_or_404

from thidua.modules.councils import queries
from thidua.modules.councils.models import Council, Sitting, SittingState
from thidua.modules.organisations.api import Request

TONES = {
    SittingState.PLANNED: "plain",
    SittingState.VOTING: "wait",
    SittingState.CLOSED: "good",
    SittingState.CANCELLED: "bad",
}


def council(request: Request, pk: int) -> Council:
    return get_object_or_404(queries.councils_for(request.actor), pk=pk)


def sitting(request: Request, pk: int) -> Sitting:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)
