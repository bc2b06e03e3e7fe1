"""What the screens of councils share."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from thidua.kernel.errors import Cannot
from thidua.modules.councils import queries
from thidua.modules.councils.models import Council, Sitting, SittingState
from thidua.modules.organisations.api import Actor

TONES = {
    SittingState.PLANNED: "plain",
    SittingState.VOTING: "wait",
    SittingState.CLOSED: "good",
    SittingState.CANCELLED: "bad",
}


class Asked(HttpRequest):
    """What the middleware puts on every request."""

    actor: Actor
    today: date
    now: datetime


@contextmanager
def told(request: HttpRequest) -> Iterator[None]:
    """A refusal of the house is said on the next page."""
    try:
        yield
    except Cannot as refusal:
        messages.error(request, str(refusal))


def council(request: Asked, pk: int) -> Council:
    return get_object_or_404(queries.councils_for(request.actor), pk=pk)


def sitting(request: Asked, pk: int) -> Sitting:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)
