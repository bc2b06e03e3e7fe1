"""From the passed list to a draft, and its editor."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, told
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import actions, policy, queries
from thidua.modules.decisions.forms import DraftForm
from thidua.modules.decisions.models import Decision, DecisionKind
from thidua.modules.decisions.views.shared import chosen, visible
from thidua.modules.organisations.api import Request


def new(request: Request) -> HttpResponse:
    """Choose recipients from those who have passed."""
    actor = request.actor
    require(policy.may_draft(actor, actor.organisation))
    if request.method == "POST":
        try:
            return create_once(request, lambda: _create(request))
        except Cannot as refusal:
            messages.error(request, str(refusal))
    assert actor.organisation is not None
    groups = queries.eligible(actor.organisation, actor.on)
    context = {
        "groups": groups,
        "beyond": queries.beyond_power(actor.organisation, actor.on),
        "ticked": set(request.POST.getlist("candidate")),
        "is_first": request.method != "POST",
        "may_record_outcome": policy.may_record_outcome(actor, actor.organisation),
    }
    return render(request, "decisions/new.html", context)


def _create(request: Request) -> str:
    actor = request.actor
    assert actor.organisation is not None
    decision = actions.draft(
        organisation=actor.organisation,
        candidates=chosen(request),
        title=request.POST.get("title", "")[:300],
        actor=actor,
        on=request.today,
        now=request.now,
    )
    return reverse("decisions_edit", args=[decision.pk])


def edit(request: Request, pk: int) -> HttpResponse:
    decision = visible(request, pk)
    require(policy.may_change(request.actor, decision))
    if request.method != "POST" and (unsaved := request.session.pop(_unsaved(pk), None)):
        return _both_texts(request, decision, DraftForm(decision, unsaved))
    form = DraftForm(decision, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, decision, form)
        except Conflict:
            return _both_texts(request, decision, form)
        messages.success(request, _("The draft is saved."))
        return redirect("decisions_show", pk=pk)
    return _editor(request, decision, form)


def _unsaved(pk: int) -> str:
    """Where a text waits that an autosave could not save because somebody else had."""
    return f"decisions_unsaved_{pk}"


def _editor(request: Request, decision: Decision, form: DraftForm) -> HttpResponse:
    is_grant = decision.kind == DecisionKind.GRANT
    waiting = queries.eligible(decision.organisation, request.today) if is_grant else []
    context = {"decision": decision, "form": form, "items": queries.items_of(decision), "waiting": waiting}
    return render(request, "decisions/edit.html", context)


def _save(request: Request, decision: Decision, form: DraftForm) -> Decision:
    return actions.change(
        decision=decision,
        version=form.cleaned_data["version"],
        fields=form.texts(),
        actor=request.actor,
    )


def _both_texts(request: Request, decision: Decision, form: DraftForm) -> HttpResponse:
    """Both texts, field by field; sending the form again keeps what stands in it."""
    decision.refresh_from_db()
    form.full_clean()
    pairs = [
        (form.fields[name].label, _shown(getattr(decision, name)), _shown(mine))
        for name, mine in form.texts().items()
        if mine != getattr(decision, name)
    ]
    assert isinstance(form.data, dict)
    data = form.data.copy()
    data["version"] = str(decision.version)
    context = {"decision": decision, "form": DraftForm(decision, data), "pairs": pairs}
    return render(request, "decisions/conflict.html", context, status=409)


def _shown(value: object) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value or "")


@require_POST
def autosave(request: Request, pk: int) -> JsonResponse:
    decision = visible(request, pk)
    require(policy.may_change(request.actor, decision))
    form = DraftForm(decision, request.POST)
    if not form.is_valid():
        return JsonResponse({"error": _("Some fields are not filled in yet.")}, status=422)
    try:
        saved = _save(request, decision, form)
    except Conflict:
        request.session[_unsaved(pk)] = request.POST.dict()
        return JsonResponse({"url": reverse("decisions_edit", args=[pk])}, status=409)
    at = date_format(localtime(request.now), "TIME_FORMAT")
    return JsonResponse({"version": saved.version, "words": _("saved at %(time)s") % {"time": at}})


@require_POST
def add(request: Request, pk: int) -> HttpResponse:
    decision = visible(request, pk)
    require(policy.may_change(request.actor, decision))
    with told(request):
        actions.add_candidates(
            decision=decision,
            candidates=chosen(request),
            actor=request.actor,
            on=request.today,
        )
    return redirect("decisions_edit", pk=pk)


@require_POST
def drop(request: Request, pk: int, item_id: int) -> HttpResponse:
    decision = visible(request, pk)
    require(policy.may_change(request.actor, decision))
    item = get_object_or_404(decision.items, pk=item_id)
    with told(request):
        actions.drop_item(
            item=item,
            actor=request.actor,
            on=request.today,
        )
    return redirect("decisions_edit", pk=pk)
