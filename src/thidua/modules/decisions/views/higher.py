"""What a higher level decides: submitting dossiers to it, entering what came back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.decisions import actions, policy, queries
from thidua.modules.decisions.competence import who_confers
from thidua.modules.decisions.forms import DeclineForm, OutcomeForm
from thidua.modules.decisions.prizes import kind_of
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, DossierState
from thidua.modules.organisations.api import Request
from thidua.modules.rulebook import api as rulebook


@require_safe
def index(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_record_outcome(actor, actor.organisation))
    assert actor.organisation is not None
    groups = queries.beyond_power(actor.organisation, actor.on)
    offices = who_confers(actor.organisation, [group.code for group in groups], actor.on)
    context = {
        "groups": [(group, offices[group.code]) for group in groups],
        "forwarded": DossierState.FORWARDED,
        "may_forward": policy.may_draft(actor, actor.organisation),
    }
    return render(request, "decisions/higher.html", context)


@require_POST
def forward(request: Request, dossier_id: int) -> HttpResponse:
    actor = request.actor
    dossier = get_object_or_404(dossiers.visible_to(actor), pk=dossier_id)
    require(dossiers.may_step(actor, dossier, "forward"))
    with told(request):
        actions.forward(dossier=dossier, actor=actor, on=request.today, now=request.now)
        messages.success(
            request, _("Submitted to the higher level. Enter its decision here when it comes back.")
        )
    return redirect("decisions_higher")


def _candidate(request: Request, candidate_id: int) -> Candidate:
    actor = request.actor
    rows = dossiers.candidates_visible_to(actor).select_related("dossier__receiver", "dossier__period")
    candidate = get_object_or_404(rows, pk=candidate_id)
    require(policy.may_record_outcome(actor, candidate.dossier.receiver))
    return candidate


def decline(request: Request, candidate_id: int) -> HttpResponse:
    """The authority does not confer on one who has passed."""
    candidate = _candidate(request, candidate_id)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.decline(
                candidate=candidate,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
        if form.is_valid():
            messages.success(request, _("Entered: %(name)s.") % {"name": candidate.name})
            return redirect("decisions_new")
    context = {"candidate": candidate, "honour": rulebook.honour(candidate.honour), "form": form}
    return render(request, "decisions/decline.html", context)


def outcome(request: Request, candidate_id: int) -> HttpResponse:
    actor = request.actor
    candidate = _candidate(request, candidate_id)
    form = OutcomeForm(kind_of(candidate), request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with refusals_on(form):
            actions.record_outcome(
                candidate=candidate,
                outcome=actions.Outcome(said["outcome"]),
                decision=actions.HigherDecision(
                    said["number"], said["decided_on"], said["decided_by"], said["signer"]
                ),
                given=said["given"],
                reason=said["reason"],
                actor=actor,
                on=request.today,
                now=request.now,
            )
        if form.is_valid():
            messages.success(request, _("Entered: %(name)s.") % {"name": candidate.name})
            return redirect("decisions_higher")
    context = {"candidate": candidate, "honour": rulebook.honour(candidate.honour), "form": form}
    return render(request, "decisions/outcome.html", context)
