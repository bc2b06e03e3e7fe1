"""What the screens of the appraisal share."""

from django.shortcuts import get_object_or_404

from thidua.modules.appraisal import queries
from thidua.modules.appraisal.models import (
    Appraisal,
    AppraisalState,
)
from thidua.modules.organisations.api import Request

TONES = {AppraisalState.OPEN: "plain", AppraisalState.WAITING: "wait", AppraisalState.CONCLUDED: "good"}


def visible(request: Request, pk: int) -> Appraisal:
    return get_object_or_404(queries.visible_to(request.actor).prefetch_related("pauses"), pk=pk)
