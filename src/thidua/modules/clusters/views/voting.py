"""The secret vote on the ranking: a member's ballot, and the result of a vote on paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.clusters import policy
from thidua.modules.clusters.actions import voting
from thidua.modules.clusters.forms.vote import BallotForm, PaperVoteForm
from thidua.modules.clusters.models import RankingTurnout
from thidua.modules.clusters.needs import candidates
from thidua.modules.clusters.views.shared import year
from thidua.modules.organisations.api import Request


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def ballot(request: Request, pk: int) -> HttpResponse:
    """No message, no receipt: nothing else is written by it."""
    row = year(request, pk)
    seat = policy.seat_of(request.actor, row)
    if seat is not None and RankingTurnout.objects.filter(card=seat).exists():
        return render(request, "clusters/voted.html", {"year": row})
    require(policy.may_vote(request.actor, row))
    cards = candidates(row).select_related("member")
    ranked = cards if row.may_rank_itself or seat is None else cards.exclude(pk=seat.pk)
    form = BallotForm(request.POST if request.method == "POST" else None, cards=ranked, n_ranked=row.n_ranked)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            voting.cast(year=row, ranks=form.ranks(), actor=request.actor)
            return redirect("cluster_years_vote", pk=pk)
    context = {"year": row, "form": form, "n_votes": seat.member.n_votes if seat else 1}
    return render(request, "clusters/ballot.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: Request, pk: int) -> HttpResponse:
    row = year(request, pk)
    require(policy.may_enter_vote(request.actor, row))
    cards = candidates(row).select_related("member")
    form = PaperVoteForm(request.POST if request.method == "POST" else None, cards=cards)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            voting.enter_vote(year=row, counted=form.counted(), actor=request.actor)
            messages.success(request, _("Saved."))
            return redirect("cluster_years_show", pk=pk)
    return render(request, "clusters/paper_vote.html", {"year": row, "form": form})
