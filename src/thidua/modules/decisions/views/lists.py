from collections.abc import Mapping

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter
from thidua.foundation.tables import export, is_export
from thidua.modules.decisions import policy, queries
from thidua.modules.decisions.forms import ListFilter
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.decisions.tables import DECISIONS
from thidua.modules.organisations.api import Actor, Request

ORDER = ("-made_at", "-id")


def _filtered(rows: QuerySet[Decision], form: ListFilter) -> QuerySet[Decision]:
    chosen = form.chosen()
    if "nam" in chosen:
        rows = rows.filter(signed_on__year=chosen["nam"])
    if "loai" in chosen:
        rows = rows.filter(kind=chosen["loai"])
    return queries.found(rows, chosen["q"]) if "q" in chosen else rows


def _counters(counts: Mapping[str, int], request: Request, state: str) -> list[Counter]:
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "trang-thai"}}

    def url(value: str) -> str:
        return f"?{urlencode(kept | ({'trang-thai': value} if value else {}))}"

    return [
        Counter(
            str(DecisionState(key).label),
            counts.get(key, 0),
            url("" if key == state else key),
            is_on=key == state,
        )
        for key in DecisionState.values
    ]


def _n_waiting(actor: Actor) -> int:
    """Candidates on whom the actor's body may decide now."""
    if actor.organisation is None or not policy.may_draft(actor, actor.organisation):
        return 0
    return sum(len(group.candidates) for group in queries.eligible(actor.organisation, actor.on))


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor: Actor = request.actor
    form = ListFilter(request.GET)
    rows = _filtered(queries.visible_to(actor), form)
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in DecisionState.values else rows
    if is_export(request):
        return export(request, DECISIONS, queries.with_sums(shown), order=ORDER)
    counts = queries.state_counts(rows)
    return render(
        request,
        "decisions/list.html",
        {
            "table": DECISIONS.on(request),
            "form": form,
            "counters": _counters(counts, request, state),
            "page": keyset(queries.with_sums(shown), order=ORDER, token=request.GET.get("trang", "")),
            "count": counts.get(state, 0) if state in DecisionState.values else sum(counts.values()),
            "state": state,
            "may_draft": actor.organisation is not None and policy.may_draft(actor, actor.organisation),
            "may_record_outcome": policy.may_record_outcome(actor, actor.organisation),
            "n_waiting": _n_waiting(actor),
        },
    )
