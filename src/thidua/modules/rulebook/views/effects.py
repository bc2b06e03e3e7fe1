"""Before a rule is put in force: whose answers would change, and by which condition."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.modules.organisations.api import Request
from thidua.modules.rulebook.effects import in_order, preview
from thidua.modules.rulebook.models import RuleState
from thidua.modules.rulebook.views.shared import one


@require_safe
def effects(request: Request, pk: int) -> HttpResponse:
    rule = one(request, pk)
    if rule.state != RuleState.DRAFT or not rule.digest:
        raise Http404
    found = preview(rule, request.actor, request.today)
    context = {"rule": rule, "preview": found, "flips": list(in_order(found.flips))}
    return render(request, "rulebook/local/effects.html", context)
