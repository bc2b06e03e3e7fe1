"""What the screens of councils share."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.shortcuts import get_object_or_404

from thidua.kernel.errors import Cannot
from thidua.modules.councils import queries
from thidua.modules.councils.models import Council, Sitting, SittingState
from thidua.modules.organisations.api import Request

TONES = {
    SittingState.PLANNED: "plain",
    SittingState.VOTING: "wait",
    SittingState.CLOSED: "good",
    SittingState.CANCELLED: "bad",
}


@contextmanager
def told(request: Request) -> Iterator[None]:
    """A refusal of the house is said on the next page."""
    try:
        yield
    except Cannot as refusal:
        messages.error(request, str(refusal))


def council(request: Request, pk: int) -> Council:
    return get_object_or_404(queries.councils_for(request.actor), pk=pk)


def sitting(request: Request, pk: int) -> Sitting:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)
