"""What the screens of decisions share."""

from django.shortcuts import get_object_or_404

from thidua.modules.decisions import queries
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.api import Request


def visible(request: Request, pk: int) -> Decision:
    """The decision, or 404 where it is not in sight."""
    rows = queries.with_sums(queries.visible_to(request.actor))
    return get_object_or_404(rows.select_related("signed_file", "drafted_by"), pk=pk)


def chosen(request: Request) -> list[Candidate]:
    """The candidates ticked in a list; whether they may be decided on is the action's question."""
    ids = [int(value) for value in request.POST.getlist("candidate") if value.isdecimal()]
    return list(Candidate.objects.filter(pk__in=ids).select_related("dossier"))
