from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.foundation.permissions import require
from thidua.modules.exchange import policy
from thidua.modules.organisations.api import Request


@require_safe
def show(request: Request) -> HttpResponse:
    require(policy.may_manage(request.actor, request.actor.organisation_id))
    actor = request.actor
    context = {"base": settings.BASE_URL, "unit": actor.organisation, "year": request.today.year}
    return render(request, "exchange/guide.html", context)
