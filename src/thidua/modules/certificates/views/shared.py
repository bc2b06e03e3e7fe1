"""What the screens of certificates share."""

from django.shortcuts import get_object_or_404

from thidua.modules.certificates import queries
from thidua.modules.certificates.models import Batch, Certificate
from thidua.modules.organisations.api import Request


def visible_batch(request: Request, pk: int) -> Batch:
    rows = queries.batches_visible_to(request.actor).select_related(
        "decision__organisation", "organisation", "prepared_by", "released_by"
    )
    return get_object_or_404(rows, pk=pk)


def visible(request: Request, pk: int) -> Certificate:
    rows = queries.with_all(queries.visible_to(request.actor))
    return get_object_or_404(rows, pk=pk)
