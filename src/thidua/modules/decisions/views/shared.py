"""What the screens of decisions share."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.shortcuts import get_object_or_404

from thidua.kernel.errors import Cannot
from thidua.modules.decisions import queries
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.api import Request


def visible(request: Request, pk: int) -> Decision:
    """The decision, or 404 where it is not in sight."""
    rows = queries.with_sums(queries.visible_to(request.actor))
    return get_object_or_404(rows.select_related("signed_file", "drafted_by"), pk=pk)


@contextmanager
def told(request: Request) -> Iterator[None]:
    """A refusal of the house is said on the next page."""
    try:
        yield
    except Cannot as refusal:
        messages.error(request, str(refusal))


def chosen(request: Request) -> list[Candidate]:
    """The candidates ticked in a list; whether they may be decided on is the action's question."""
    ids = [int(value) for value in request.POST.getlist("candidate") if value.isdecimal()]
    return list(Candidate.objects.filter(pk__in=ids).select_related("dossier"))
