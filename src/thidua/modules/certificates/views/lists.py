"""Certificates of the scope: which still wait, which were handed over, which decisions have none yet."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.tables import export, is_export
from thidua.modules.certificates import policy, queries
from thidua.modules.certificates.forms import CertificateFilter
from thidua.modules.certificates.models import CertificateState
from thidua.modules.certificates.tables import CERTIFICATES
from thidua.modules.organisations.api import Request, organisation_choices

SHOWN = 10


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    form = CertificateFilter(request.GET, units=organisation_choices(actor))
    rows = queries.certificates_list(actor, form.filters())
    state = request.GET.get("trang-thai", "")
    shown = queries.in_state(rows, state) if state in CertificateState.values else rows
    if is_export(request):
        return export(request, CERTIFICATES, shown, order=queries.NEWEST)
    counts = queries.state_counts(rows)
    context = {
        "form": form,
        "table": CERTIFICATES.on(request),
        "page": keyset(shown, order=queries.NEWEST, token=request.GET.get("trang", "")),
        "counters": _counters(request, counts, state),
        "count": counts.get(state, 0) if state in CertificateState.values else capped_count(rows),
        "state": state,
        "may_lay_out": policy.may_lay_out(actor, actor.organisation_id),
        "decisions": queries.decisions_waiting(actor).select_related("organisation")[:SHOWN],
        "proofs": queries.proofs_to_answer(actor).select_related("batch__decision")[:SHOWN],
        "batches": queries.batches_to_release(actor).select_related("decision")[:SHOWN],
    }
    return render(request, "certificates/list.html", context)


def _counters(request: Request, counts: dict[str, int], state: str) -> list[Counter]:
    """A second click takes the filter off."""
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "trang-thai"}}
    return [
        Counter(
            str(one.label),
            counts.get(one, 0),
            f"?{urlencode(kept | ({} if one == state else {'trang-thai': one.value}))}",
            is_on=one == state,
        )
        for one in CertificateState
    ]
