"""Loading what is in sight: everything else is 404."""

from typing import Any

from django.shortcuts import get_object_or_404

from thidua.foundation.forms import Form
from thidua.foundation.screens import Conflict
from thidua.modules.clusters import queries
from thidua.modules.clusters.models import CardState, Cluster, ClusterYear, Scorecard, YearState
from thidua.modules.organisations.api import Request

YEAR_TONES = {
    YearState.DRAFT: "plain",
    YearState.SCORING: "wait",
    YearState.SETTLING: "wait",
    YearState.VOTING: "gold",
    YearState.FINISHED: "good",
}
CARD_TONES = {
    CardState.OPEN: "wait",
    CardState.SENT: "wait",
    CardState.CHECKED: "good",
    CardState.EXCUSED: "plain",
}


def cluster(request: Request, pk: int) -> Cluster:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


def year(request: Request, pk: int) -> ClusterYear:
    return get_object_or_404(queries.years_visible_to(request.actor), pk=pk)


def card(request: Request, pk: int) -> Scorecard:
    return get_object_or_404(queries.cards_visible_to(request.actor), pk=pk)


def both_texts(form: Form, conflict: Conflict) -> list[tuple[str, object, object]]:
    """Field by field, where the two texts differ."""
    return [
        (str(form.fields[name].label), theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


def latest(request: Request, version: int) -> Any:
    """The same form once more, to be saved over what is there now."""
    data = request.POST.copy()
    data["version"] = str(version)
    return data
