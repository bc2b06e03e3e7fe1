"""One decision: where it stands, whom it concerns, its papers, and the steps that lead on."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.parts import Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.foundation.slots import gather
from thidua.kernel.days import civil_day
from thidua.modules.decisions import actions, letters, policy, queries
from thidua.modules.decisions.competence import phrase
from thidua.modules.decisions.forms import NumberForm, SignedForm
from thidua.modules.decisions.jobs import sign_for_trial
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionKind, DecisionState
from thidua.modules.decisions.states import WORKFLOW
from thidua.modules.decisions.views.shared import visible
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of

LIFE = (DecisionState.DRAFT, DecisionState.WITH_LEADER, DecisionState.NUMBERED, DecisionState.IN_FORCE)


def _marks(decision: Decision) -> list[StepMark]:
    notes = {
        DecisionState.DRAFT: _day(civil_day(decision.made_at)),
        DecisionState.WITH_LEADER: str(decision.signer or ""),
        DecisionState.NUMBERED: f"{letters.number_of(decision)}, {_day(decision.signed_on)}"
        if decision.number
        else _("the records office gives number and day"),
        DecisionState.IN_FORCE: _day(decision.in_force_on) or _("needs the signed copy"),
    }
    labels = {
        DecisionState.DRAFT: _("Draft"),
        DecisionState.WITH_LEADER: _("At the signer's"),
        DecisionState.NUMBERED: _("Number entered"),
        DecisionState.IN_FORCE: _("In force"),
    }
    if decision.state == DecisionState.CANCELLED:
        return [StepMark(decision.get_state_display(), Mark.NOW, decision.last_remark)]
    here = LIFE.index(DecisionState(decision.state))
    last = len(LIFE) - 1
    return [StepMark(labels[state], _mark(n, here, last), notes[state]) for n, state in enumerate(LIFE)]


def _mark(place: int, here: int, last: int) -> Mark:
    if place < here or here == last:
        return Mark.DONE
    return Mark.NOW if place == here else Mark.NEXT


def _day(day: date | None) -> str:
    return date_format(day, "SHORT_DATE_FORMAT") if day else ""


@dataclass(frozen=True, slots=True)
class Group:
    """The recipients of one honour; `basis` is how their prizes are computed, where it is one for all."""

    phrase: str
    has_certificate: bool
    items: list[DecisionItem]
    basis: str


def _groups(items: list[DecisionItem]) -> list[Group]:
    groups: dict[str, list[DecisionItem]] = {}
    for item in items:
        code = item.candidate.honour if item.candidate else item.amended.honour
        groups.setdefault(code, []).append(item)
    return [
        Group(phrase(code), letters.has_certificate(code), listed, _one_basis(listed))
        for code, listed in groups.items()
    ]


def _one_basis(items: list[DecisionItem]) -> str:
    said = {item.prize_basis for item in items}
    return said.pop() if len(said) == 1 else ""


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    decision = visible(request, pk)
    actor = request.actor
    items = queries.items_of(decision)
    may_confirm = bool(policy.may_move(actor, decision, "enforce"))
    return render(
        request,
        "decisions/show.html",
        {
            "decision": decision,
            "groups": _groups(items),
            "marks": _marks(decision),
            "papers": papers_of(actions.subject(decision)),
            "steps": {step.name for step in WORKFLOW.open_to(decision, actor)},
            "may_change": policy.may_change(actor, decision),
            "may_attach": policy.may_attach(actor, decision),
            "may_try": policy.may_sign_for_trial(actor, decision),
            "may_print": policy.may_print(actor, decision),
            "may_confirm": may_confirm and decision.signed_file_id,
            "may_amend": policy.may_draft(actor, decision.organisation) and decision.kind == DecisionKind.GRANT,
            "is_grant": decision.kind == DecisionKind.GRANT,
            "gap": _gap(decision),
            "further": gather("decision.actions", actor, decision),
            "signed_form": SignedForm(),
        },
    )  # fmt: skip


def _gap(decision: Decision) -> str:
    """What lies between this number and the one before it in the series."""
    if not decision.number or not decision.signed_on:
        return ""
    below, _above = queries.neighbours(decision, decision.number, decision.signed_on)
    if below is None or below.number is None or decision.number - below.number <= 1:
        return ""
    return _("Between number %(below)s of %(day)s and this one lie %(n)s numbers that are not kept here.") % {
        "below": below.number,
        "day": _day(below.signed_on),
        "n": decision.number - below.number - 1,
    }


# The steps of this page as its addresses name them.
STEPS = {"trinh-ky": "to_leader", "tra-lai": "back", "huy": "cancel", "hieu-luc": "enforce"}


@require_POST
def take_step(request: Request, pk: int, step: str) -> HttpResponse:
    """A step that needs nothing but, sometimes, a reason."""
    decision = visible(request, pk)
    name = STEPS.get(step)
    if name is None:
        raise Http404
    actor, reason = request.actor, request.POST.get("reason", "")
    require(policy.may_move(actor, decision, name))
    with told(request):
        if name == "to_leader":
            actions.to_leader(decision=decision, actor=actor, on=request.today, now=request.now)
        elif name == "back":
            actions.back(decision=decision, reason=reason, actor=actor)
        elif name == "cancel":
            actions.cancel(decision=decision, reason=reason, actor=actor)
        else:
            actions.put_in_force(decision=decision, actor=actor, on=request.today, now=request.now)
            messages.success(
                request, _("The decision is in force and stands in the register; the units are told.")
            )
    return redirect("decisions_show", pk=pk)


def number(request: Request, pk: int) -> HttpResponse:
    """The clerk types what the authority's own document system gave."""
    decision = visible(request, pk)
    require(policy.may_move(request.actor, decision, "number"))
    form = NumberForm(decision, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.enter_number(
                decision=decision,
                **form.cleaned_data,
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
        if form.is_valid():
            return redirect("decisions_show", pk=pk)
    latest = queries.latest_numbers(decision, request.today.year)
    context = {"decision": decision, "form": form, "latest": latest}
    return render(request, "decisions/number.html", context)


@require_POST
def attach(request: Request, pk: int) -> HttpResponse:
    decision = visible(request, pk)
    require(policy.may_attach(request.actor, decision))
    form = SignedForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Choose the file of the signed copy first."))
        return redirect("decisions_show", pk=pk)
    upload = form.cleaned_data["file"]
    with told(request):
        actions.attach_signed(
            decision=decision,
            content=upload.read(),
            name=upload.name,
            actor=request.actor,
            now=request.now,
        )
    return redirect("decisions_show", pk=pk)


@require_POST
def try_signing(request: Request, pk: int) -> HttpResponse:
    """In the demonstration alone: the worker puts a test signature on the paper."""
    decision = visible(request, pk)
    require(policy.may_sign_for_trial(request.actor, decision))
    sign_for_trial.defer(decision_id=decision.pk)
    messages.success(request, _("The worker is signing; open this page again in a moment."))
    return redirect("decisions_show", pk=pk)


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    """Draw the decision as it stands (marked as a draft until it has its number)."""
    decision = visible(request, pk)
    actor = request.actor
    require(policy.may_draft(actor, decision.organisation) or policy.may_print(actor, decision))
    with told(request):
        actions.draw_decision(decision=decision, actor=actor, on=request.today, now=request.now)
    return redirect(f"{reverse('decisions_show', args=[pk])}#papers")
