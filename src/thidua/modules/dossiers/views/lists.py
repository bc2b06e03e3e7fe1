from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter
from thidua.foundation.tables import export, is_export
from thidua.modules.dossiers.forms import ListFilter
from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.dossiers.policy import may_create, may_set_targets, readable_states
from thidua.modules.dossiers.queries.lists import for_list, found, state_counts, visible_to
from thidua.modules.dossiers.tables import DOSSIERS
from thidua.modules.dossiers.views.shared import TONES
from thidua.modules.organisations.api import Request

ORDER = ("-changed_at", "-id")


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    form = ListFilter(request.GET)
    rows = _filtered(visible_to(actor), form.chosen())
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in DossierState.values else rows
    if is_export(request):
        return export(request, DOSSIERS, for_list(shown), order=ORDER)
    counts = state_counts(rows)
    page = keyset(for_list(shown), order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "form": form,
        "page": page,
        "table": DOSSIERS.on(request),
        "lines": [(row, TONES[DossierState(row.state)]) for row in page.rows],
        "count": counts.get(state, 0) if state in DossierState.values else sum(counts.values()),
        "counters": _counters(request, counts, state),
        "may_create": may_create(actor, actor.organisation_id),
        "may_set_targets": may_set_targets(actor, actor.organisation_id),
    }
    return render(request, "dossiers/list.html", context)


def _filtered(rows: QuerySet[Dossier], chosen: dict[str, Any]) -> QuerySet[Dossier]:
    if "ky" in chosen:
        rows = rows.filter(period=chosen["ky"])
    if "loai" in chosen:
        rows = rows.filter(ground=chosen["loai"])
    return found(rows, chosen["q"]) if "q" in chosen else rows


def _counters(request: Request, counts: Mapping[str, int], state: str) -> list[Counter]:
    """One chip for each state the actor may read; a second click takes the filter off."""
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "trang-thai"}}

    def url(value: str) -> str:
        return f"?{urlencode(kept | ({'trang-thai': value} if value else {}))}"

    readable = readable_states(request.actor)
    return [
        Counter(
            str(one.label),
            counts.get(one.value, 0),
            url("" if one.value == state else one.value),
            is_on=one.value == state,
        )
        for one in DossierState
        if one in readable and (counts.get(one.value) or one.value == state)
    ]
