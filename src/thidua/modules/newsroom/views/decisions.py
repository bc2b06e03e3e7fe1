"""Which decisions everybody may read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import told
from thidua.modules.newsroom import policy, queries
from thidua.modules.newsroom.actions import decisions as actions
from thidua.modules.newsroom.models import PublicDecision
from thidua.modules.organisations.api import Request


@require_safe
def index(request: Request) -> HttpResponse:
    may_post = policy.may_post_decisions(request.actor, request.actor.organisation_id)
    rows = queries.open_decisions(request.actor)
    page = keyset(rows, order=("-signed_on", "-id"), token=request.GET.get("trang", ""))
    lines = [(row, getattr(row, "publication", None)) for row in page.rows]
    context = {"page": page, "lines": lines, "count": rows.count(), "may_post": may_post}
    return render(request, "newsroom/decisions.html", context)


@require_POST
def post(request: Request, pk: int) -> HttpResponse:
    decision = get_object_or_404(queries.open_decisions(request.actor), pk=pk)
    require(policy.may_post_decisions(request.actor, decision.organisation_id))
    with told(request):
        actions.post_decision(
            decision=decision,
            names_shown="names" in request.POST,
            actor=request.actor,
            now=request.now,
        )
        messages.success(request, _("Everybody may read the decision now."))
    return redirect("newsroom_decisions")


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    rows = PublicDecision.objects.filter(decision__in=queries.open_decisions(request.actor))
    posted = get_object_or_404(rows.select_related("decision"), decision=pk)
    require(policy.may_post_decisions(request.actor, posted.decision.organisation_id))
    with told(request):
        actions.withdraw_decision(
            posted=posted, reason=request.POST.get("reason", ""), actor=request.actor, now=request.now
        )
    return redirect("newsroom_decisions")
