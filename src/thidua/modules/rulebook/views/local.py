"""Quy định của địa phương: entered as a text, checked, put in force, ended. For those who keep them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.law.local import shipped_texts
from thidua.modules.organisations.api import Request, in_force
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import actions, policy, starting
from thidua.modules.rulebook.books import read
from thidua.modules.rulebook.faults import of_text
from thidua.modules.rulebook.forms import EndForm, RuleForm, RulesFilter
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.queries import kept_by, visible_to
from thidua.modules.rulebook.sheets.local import groups
from thidua.modules.rulebook.views.shared import draft_faults, one

ORDER = ("-entered_at", "-id")


@require_safe
def listing(request: Request) -> HttpResponse:
    require(policy.may_see(request.actor))
    form = RulesFilter(request.GET)
    chosen = form.chosen()
    rows = visible_to(request.actor)
    if "ngay" in chosen:
        rows = rows.filter(in_force(chosen["ngay"])).exclude(state=RuleState.DRAFT)
    if "trang_thai" in chosen:
        rows = rows.filter(state=chosen["trang_thai"])
    context = {
        "form": form,
        "page": keyset(rows, order=ORDER, token=request.GET.get("trang", "")),
        "count": capped_count(rows),
        "may_enter": bool(kept_by(request.actor)),
    }
    return render(request, "rulebook/local/list.html", context)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, one(request, pk))


def _page(request: Request, rule: LocalRule, end_form: EndForm | None = None) -> HttpResponse:
    confirms = policy.may_confirm(request.actor, rule)
    may_end = rule.state == RuleState.IN_FORCE and confirms
    context = {
        "rule": rule,
        "groups": list(groups(read(rule.text, rule.until))) if rule.digest else [],
        "faults": draft_faults(rule),
        "replaced": actions.replaced_by(rule),
        "may_keep": bool(policy.may_keep(request.actor, rule.organisation)),
        "may_edit": bool(policy.may_edit(request.actor, rule)),
        "confirms": confirms,
        "end_form": (end_form or EndForm()) if may_end else None,
    }
    return render(request, "rulebook/local/show.html", context)


def new(request: Request) -> HttpResponse:
    require(policy.may_see(request.actor))
    places = kept_by(request.actor)
    require(policy.may_enter(request.actor, places))
    form = RuleForm(places, request.POST or None, request.FILES or None, initial=_begin(request, places))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _enter(request, places, form.cleaned_data))
    at_hand = [each for place in places for each in starting.at_hand(place, request.today)]
    context = {"form": form, "at_hand": at_hand, "back": reverse("rulebook_local_list")}
    return render(request, "rulebook/local/edit.html", context)


def _begin(request: Request, places: list[Organisation]) -> dict[str, Any]:
    """The text of a rule that is shipped, or the commented template."""
    asked = shipped_texts().get(request.GET.get("mau", ""))
    nearest = places[-1]
    for place in places:
        if asked and asked in (
            shipped_texts()[name] for name, _title in starting.at_hand(place, request.today)
        ):
            return {"organisation": place.pk, "text": asked}
    return {"organisation": nearest.pk, "text": starting.template_of(nearest, request.today)}


def _enter(request: Request, places: list[Organisation], given: dict[str, Any]) -> str:
    place = next(each for each in places if each.pk == given["organisation"])
    rule = actions.enter(organisation=place, text=given["text"], actor=request.actor, now=request.now)
    return _after(rule)


def _after(rule: LocalRule) -> str:
    """A draft with faults is worked on; one without is read once more."""
    name = "rulebook_local_edit" if draft_faults(rule) else "rulebook_local_show"
    return reverse(name, args=[rule.pk])


def edit(request: Request, pk: int) -> HttpResponse:
    rule = one(request, pk)
    require(policy.may_edit(request.actor, rule))
    begin = {"organisation": rule.organisation_id, "text": rule.text, "seen": actions.seen_as(rule)}
    form = RuleForm([rule.organisation], request.POST or None, request.FILES or None, initial=begin)
    theirs = ""
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            rule = actions.rewrite(
                rule=rule, text=form.cleaned_data["text"], seen=form.cleaned_data["seen"], actor=request.actor
            )
            messages.success(request, _("The draft of the rule is saved."))
            return redirect(_after(rule))
        theirs, form = rule.text, _again(form, rule)
    faults = of_text(form.data["text"]) if theirs else draft_faults(rule)
    context = {
        "form": form,
        "rule": rule,
        "faults": faults,
        "theirs": theirs,
        "back": reverse("rulebook_local_show", args=[rule.pk]),
    }
    return render(request, "rulebook/local/edit.html", context)


def _again(form: RuleForm, rule: LocalRule) -> RuleForm:
    """What was typed, now knowing the text it would replace."""
    given = form.cleaned_data
    data = {
        "organisation": rule.organisation_id,
        "text": given.get("text", ""),
        "seen": actions.seen_as(rule),
    }
    again = RuleForm([rule.organisation], data)
    for error in form.non_field_errors():
        again.add_error(None, error)
    return again


@require_safe
def download(request: Request, pk: int) -> HttpResponse:
    rule = one(request, pk)
    response = HttpResponse(rule.text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="quy-dinh-{rule.pk}.yaml"'
    return response


@require_POST
def put_in_force(request: Request, pk: int) -> HttpResponse:
    rule = one(request, pk)
    with told(request):
        ends = "thay" in request.POST
        actions.put_in_force(rule=rule, ends_former=ends, actor=request.actor, now=request.now)
        messages.success(request, _("The rule is in force."))
    return redirect("rulebook_local_show", rule.pk)


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    rule = one(request, pk)
    require(policy.may_confirm(request.actor, rule))
    form = EndForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.end(rule=rule, actor=request.actor, **form.cleaned_data)
            return redirect("rulebook_local_show", rule.pk)
    return _page(request, rule, form)


@require_POST
def throw_away(request: Request, pk: int) -> HttpResponse:
    rule = one(request, pk)
    actions.throw_away(rule=rule, actor=request.actor)
    messages.success(request, _("The draft is thrown away."))
    return redirect("rulebook_local_list")
