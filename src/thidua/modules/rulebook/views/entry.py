"""A rule entered field by field. Each screen changes one entry of the draft's text and has it checked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua import law
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.law.local import written
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import actions, policy
from thidua.modules.rulebook.entry import drafts, paths, words
from thidua.modules.rulebook.entry.catalogue import InstrumentForm, additions, form_of, title_of
from thidua.modules.rulebook.entry.forms import Entry
from thidua.modules.rulebook.models import LocalRule
from thidua.modules.rulebook.places import place_of
from thidua.modules.rulebook.queries import kept_by
from thidua.modules.rulebook.views.shared import draft_faults, one


def _draft(request: Request, pk: int) -> LocalRule:
    rule = one(request, pk)
    require(policy.may_edit(request.actor, rule))
    return rule


def begin(request: Request) -> HttpResponse:
    """A new rule: first the instrument."""
    require(policy.may_see(request.actor))
    places = kept_by(request.actor)
    require(policy.may_enter(request.actor, places))
    organisation = _issuer(request, places)
    form = InstrumentForm(request.POST or None, row=_new(request, organisation), book=law.national_book())
    if request.method == "POST" and form.is_valid():
        content = {"instrument": form.row()}
        _say_faults(form, content)
        if form.is_valid():
            return create_once(request, lambda: _enter(request, organisation, content))
    context = {"form": form, "places": places, "organisation": organisation}
    return render(request, "rulebook/entry/begin.html", context)


def _issuer(request: Request, places: list[Organisation]) -> Organisation:
    asked = request.POST.get("organisation") or request.GET.get("co-quan") or ""
    return next((place for place in places if str(place.pk) == asked), places[-1])


def _new(request: Request, organisation: Organisation) -> dict[str, Any]:
    """What the form needn't ask."""
    place = place_of(organisation, request.today)
    return {"by": organisation.name, "place": place, "checked_on": request.today.isoformat()}


def _enter(request: Request, organisation: Organisation, content: paths.Content) -> str:
    text = written(content)
    rule = actions.enter(organisation=organisation, text=text, actor=request.actor, now=request.now)
    return reverse("rulebook_local_compose", args=[rule.pk])


def _say_faults(form: Entry, content: paths.Content) -> None:
    drafts.say_faults(form, content, "instrument")


@require_safe
def compose(request: Request, pk: int) -> HttpResponse:
    rule = _draft(request, pk)
    with told(request):
        content, book = drafts.content_for_forms(rule), drafts.book_of(rule)
        context = {
            "rule": rule,
            "points": list(drafts.points(content, book)),
            "additions": additions(of_commune="/" in str(content["instrument"].get("place", ""))),
            "kinds": words.kinds_of_condition(),
            "faults": [drafts.said(each.fault, book) for each in draft_faults(rule)],
            "seen": actions.seen_as(rule),
            "may_confirm": bool(policy.may_confirm(request.actor, rule)),
        }
        return render(request, "rulebook/entry/compose.html", context)
    return redirect("rulebook_local_edit", rule.pk)


def instrument(request: Request, pk: int) -> HttpResponse:
    rule = _draft(request, pk)
    content = _content(rule)
    form = InstrumentForm(request.POST or None, row=dict(content["instrument"]), book=law.national_book())
    if request.method == "POST" and form.is_valid():
        changed = {**content, "instrument": form.row()}
        _say_faults(form, changed)
        if form.is_valid() and _saved(request, rule, changed, form):
            return redirect("rulebook_local_compose", rule.pk)
    return _form_page(request, rule, form, _("The instrument"))


def entry(request: Request, pk: int, where: str) -> HttpResponse:
    """`where` is the path of an entry to change, or of a list to add to; `loai` is the sort of what is added."""
    rule = _draft(request, pk)
    content, book = _content(rule), drafts.book_of(rule)
    try:
        is_one = isinstance(paths.steps(where)[-1], int)
        row = paths.find(content, where) if is_one else None
        form = form_of(where, request.GET.get("loai", ""), book, row=row, data=request.POST or None)
    except paths.CannotFindEntry:
        raise Http404 from None
    if request.method == "POST" and form.is_valid():
        changed, path = _put(content, where, form, is_new=not is_one)
        drafts.say_faults(form, changed, path)
        if form.is_valid() and _saved(request, rule, changed, form):
            return redirect(f"{reverse('rulebook_local_compose', args=[rule.pk])}#{paths.anchor(path)}")
    return _form_page(request, rule, form, title_of(form))


def _content(rule: LocalRule) -> paths.Content:
    try:
        return drafts.content_for_forms(rule)
    except paths.CannotFindEntry:
        raise Http404 from None


def _put(content: paths.Content, path: str, form: Entry, *, is_new: bool) -> tuple[paths.Content, str]:
    return paths.add(content, path, form.row()) if is_new else (paths.put(content, path, form.row()), path)


def _saved(request: Request, rule: LocalRule, content: paths.Content, form: Entry) -> bool:
    with refusals_on(form):
        seen = request.POST.get("seen", "")
        actions.rewrite(rule=rule, text=written(content), seen=seen, actor=request.actor)
        messages.success(request, _("The draft of the rule is saved."))
    return form.is_valid()


def _form_page(request: Request, rule: LocalRule, form: Entry, title: str) -> HttpResponse:
    rule.refresh_from_db()
    context = {"rule": rule, "form": form, "title": title, "seen": actions.seen_as(rule)}
    return render(request, "rulebook/entry/form.html", context)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    rule = _draft(request, pk)
    with told(request):
        content = paths.remove(drafts.content_for_forms(rule), request.POST.get("o", ""))
        seen = request.POST.get("seen", "")
        actions.rewrite(rule=rule, text=written(content), seen=seen, actor=request.actor)
        messages.success(request, _("The entry is taken out."))
    return redirect("rulebook_local_compose", rule.pk)


@require_POST
def next_version(request: Request, pk: int) -> HttpResponse:
    """A new draft that says what this rule says, to be changed and dated."""
    rule = one(request, pk)
    require(policy.may_keep(request.actor, rule.organisation))
    return create_once(request, lambda: _copied(request, rule))


def _copied(request: Request, rule: LocalRule) -> str:
    draft = actions.begin_next(rule=rule, actor=request.actor, now=request.now)
    return reverse("rulebook_local_instrument", args=[draft.pk])
