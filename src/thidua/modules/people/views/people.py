"""Persons: the list, adding, one person's page, changing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on
from thidua.foundation.slots import gather
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.people import actions, forms, lookup, personal_numbers, policy, queries
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import Person, PersonMerge, Transfer, TransferState
from thidua.modules.people.tables import PEOPLE
from thidua.modules.people.views.asking import answer_for, render_form

BY_NAME = ("sort", "id")


@require_safe
def listing(request: Request) -> HttpResponseBase:
    form = forms.PersonFilter(request.GET, actor=request.actor)
    rows = queries.people_list(request.actor, form.filters())
    if is_export(request):
        return export(request, PEOPLE, rows, order=BY_NAME)
    context = {
        "form": form,
        "page": keyset(rows, order=BY_NAME, token=request.GET.get("trang", "")),
        "table": PEOPLE.on(request),
        "count": capped_count(rows),
        "may_add": policy.may_edit(request.actor, request.actor.organisation_id),
        "may_look_up": policy.may_look_up(request.actor),
    }
    return render(request, "people/list.html", context)


def add(request: Request) -> HttpResponse:
    require(policy.may_edit(request.actor, request.actor.organisation_id))
    initial = {"organisation": request.actor.organisation}
    form = forms.NewPersonForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, form))
    heading = _("A new person")
    return render_form(request, form, heading, back=reverse("people_list"), creates=True)


def _added(request: Request, form: forms.NewPersonForm) -> str:
    person = actions.add_person(
        organisation=form.cleaned_data["organisation"],
        identity=form.identity(),
        post=form.draft(),
        actor=request.actor,
        on=request.today,
    )
    return reverse("people_show", args=[person.pk])


def visible(request: Request, pk: int) -> Person:
    rows = queries.visible_to(request.actor).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    if person.merged_into_id:
        messages.info(request, _("This record was merged; here is the one that was kept."))
        return redirect("people_show", pk=person.merged_into_id)
    context = {
        "person": person,
        "number": personal_numbers.masked(person),
        "timeline": queries.timeline(request.actor, person),
        "posts": person.posts.select_related("organisation").order_by("-since"),
        "parts": [(part.label, part in person.known) for part in Part],
        "doubles": _doubles(request, person),
        "merges": PersonMerge.objects.filter(kept=person, split_at__isnull=True).select_related("merged"),
        "transfer": _waiting_transfer(request, person),
        "matters": _matters(request, person),
        "may": _may(request, person),
        "links": gather("person.links", request.actor, person),
    }
    return render(request, "people/show.html", context)


def _may(request: Request, person: Person) -> dict[str, bool]:
    actor, place = request.actor, person.organisation_id
    return {
        "edit": bool(policy.may_edit(actor, place)),
        "answer": bool(policy.may_answer_for(actor, place)),
        "matter": bool(policy.may_record_matter(actor, place)),
        "number": bool(policy.may_see_number(actor, person)) and bool(person.number_tail),
    }


def _doubles(request: Request, person: Person) -> list[queries.Double]:
    """Only to whoever could merge them."""
    if not policy.may_answer_for(request.actor, person.organisation_id):
        return []
    return queries.likely_doubles(request.actor, person)


def _waiting_transfer(request: Request, person: Person) -> dict[str, Any] | None:
    waiting = Transfer.objects.filter(person=person, state=TransferState.ASKED)
    row = waiting.select_related("source", "target").first()
    return {"row": row, "may_answer": policy.may_answer_transfer(request.actor, row)} if row else None


def _matters(request: Request, person: Person) -> list[Any]:
    if not policy.may_read_matters(request.actor, person.organisation_id):
        return []
    return list(person.matters.filter(until__isnull=True).order_by("since"))


def change(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_edit(request.actor, person.organisation_id))
    form = forms.ChangeIdentityForm.of(person, request.POST or None)
    back = reverse("people_show", args=[pk])
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            try:
                _change(request, person, form)
            except Conflict as conflict:
                return _show_conflict(request, person, form, conflict)
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect(back)
    return render_form(request, form, person.name, back=back)


def _change(request: Request, person: Person, form: forms.ChangeIdentityForm) -> None:
    actions.change_person(
        person=person,
        identity=form.identity(),
        version=form.cleaned_data["version"],
        actor=request.actor,
        on=request.today,
    )


def _show_conflict(
    request: Request, person: Person, form: forms.ChangeIdentityForm, conflict: Conflict
) -> HttpResponse:
    """Both texts, side by side; saving again keeps what stands in the form."""
    person.refresh_from_db()
    pairs = [
        (form.fields[name].label, conflict.theirs[name], mine)
        for name, mine in conflict.mine.items()
        if conflict.theirs[name] != mine
    ]
    again = request.POST.copy()
    again["version"] = str(person.version)
    context = {"form": forms.ChangeIdentityForm.of(person, again), "pairs": pairs, "person": person}
    return render(request, "people/conflict.html", context | {"sentence": str(conflict)}, status=409)


@require_POST
def number(request: Request, pk: int) -> HttpResponse:
    """The full number, for whoever may see it; asked for by name each time and never kept on the page."""
    person = visible(request, pk)
    shown = personal_numbers.show_number(person=person, actor=request.actor)
    response = render(request, "people/number.html", {"person": person, "number": shown})
    response["Cache-Control"] = "no-store"
    return response


def look_up(request: Request) -> HttpResponse:
    require(policy.may_look_up(request.actor))
    form = forms.NumberForm(request.POST or None)
    answer = None
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            answer = lookup.look_up(number=form.cleaned_data["number"], actor=request.actor, now=request.now)
    return render(request, "people/lookup.html", {"form": form, "answer": answer})


def confirm(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    return answer_for(request, person, person.name, reverse("people_show", args=[pk]))
