"""Tra cứu điều kiện khen thưởng: try a record without a name. Nothing of it is kept."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from thidua.foundation.screens import Request
from thidua.kernel.errors import Cannot
from thidua.modules.rulebook.trial.answers import Results, results
from thidua.modules.rulebook.trial.form import TrialForm
from thidua.modules.rulebook.trial.kinds import FORMS
from thidua.modules.rulebook.views.lookup import frame_for
from thidua.modules.rulebook.views.public import calculates, refusal
from thidua.modules.rulebook.words import SLUGS

# Where a refusal of the law stands in the form.
PLACES = {
    "on": "ngay",
    "year": "nam",
    "by": "can_cu",
    "record.collective.ldtt": "ldtt",
    "record.collective.cstdcs": "cstdcs",
    "record.collective.warned": "cc",
}


@login_not_required
@require_safe
def begin(_request: Request) -> HttpResponse:
    return redirect("rulebook_trial", "ca-nhan")


@calculates
def trial(request: Request, kind: str) -> HttpResponse:
    """A record of this kind of recipient: the form, and below it what the law answers."""
    recipient = next((code for code, slug in SLUGS.items() if slug == kind), None)
    if recipient is None:
        raise Http404
    refused = refusal(request)
    data = request.POST if request.method == "POST" and not refused else None
    form = FORMS[recipient](data, today=request.today)
    context = {
        "frame": frame_for(request),
        "form": form,
        "kind": recipient,
        "here": request.path,
        "refused": refused,
        "results": _results(form) if data is not None and form.is_valid() else None,
        "is_more": data is not None and "them" in data,
    }
    return render(request, "rulebook/trial/trial.html", context, status=429 if refused else 200)


def _results(form: TrialForm) -> Results | None:
    try:
        return results(form.book, form)
    except Cannot as cannot:
        place: Any = PLACES.get(cannot.field or "")
        form.add_error(place if place in form.fields else None, str(cannot))
        return None
