"""What the screens of the appraisal share."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.shortcuts import get_object_or_404

from thidua.kernel.errors import Cannot
from thidua.modules.appraisal import queries
from thidua.modules.appraisal.models import (
    Appraisal,
    AppraisalState,
)
from thidua.modules.organisations.api import Request

TONES = {AppraisalState.OPEN: "plain", AppraisalState.WAITING: "wait", AppraisalState.CONCLUDED: "good"}


@contextmanager
def told(request: Request) -> Iterator[None]:
    """A refusal of the house is said on the next page."""
    try:
        yield
    except Cannot as refusal:
        messages.error(request, str(refusal))


def visible(request: Request, pk: int) -> Appraisal:
    return get_object_or_404(queries.visible_to(request.actor).prefetch_related("pauses"), pk=pk)
