"""Who is invited: recipients from decisions, guests, their answers and their order."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.ceremonies import policy, queries
from thidua.modules.ceremonies.actions import inviting as actions
from thidua.modules.ceremonies.forms import AnswerForm, GuestForm
from thidua.modules.ceremonies.hall import seat_of
from thidua.modules.ceremonies.letters import groups, honour_of
from thidua.modules.ceremonies.models import Attendee, Ceremony
from thidua.modules.ceremonies.seating import coming
from thidua.modules.ceremonies.views.plans import visible
from thidua.modules.decisions.api import WITHOUT_CERTIFICATE
from thidua.modules.organisations.api import Request

MOST_DECISIONS = 20


def attendee_of(request: Request, pk: int) -> Attendee:
    rows = Attendee.objects.filter(ceremony__in=queries.visible_to(request.actor))
    return get_object_or_404(rows.select_related("ceremony__organisation", "handover"), pk=pk)


@require_safe
def index(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, ceremony: Ceremony, **forms: Any) -> HttpResponse:
    rows = list(queries.attendees_of(ceremony))
    people = coming(rows)
    may_list = policy.may_list(request.actor, ceremony)
    context = {
        "ceremony": ceremony,
        "groups": groups([row for row in rows if row.is_recipient]),
        "guests": [row for row in rows if not row.is_recipient],
        "may_list": may_list,
        "may_hand_over": policy.may_hand_over(request.actor, ceremony),
        "without_certificate": WITHOUT_CERTIFICATE,
        "decisions": list(queries.conferrable(request.actor, ceremony)[:MOST_DECISIONS]) if may_list else [],
        "entries": _receivable(request, ceremony) if may_list else [],
        "may_mail": policy.may_mail(request.actor, ceremony),
        "n_to_mail": sum(bool(row.email) and row.mailed_at is None for row in rows),
        "n_seats": len(people),
        "seats": seat_of(people, ceremony.seats_per_row),
        "guest": GuestForm(),
    }
    return render(request, "ceremonies/people.html", context | forms)


def _receivable(request: Request, ceremony: Ceremony) -> list[tuple[dict[str, Any], str]]:
    rows = queries.receivable_decisions(request.actor, ceremony)[:MOST_DECISIONS]
    return [(row, honour_of(row["honour"])) for row in rows]


@require_POST
def taken(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_list(request.actor, ceremony))
    chosen = [int(word) for word in request.POST.getlist("decision") if word.isdecimal()]
    decisions = list(queries.conferrable(request.actor, ceremony).filter(pk__in=chosen))
    n_added = actions.take_recipients(ceremony=ceremony, decisions=decisions, actor=request.actor)
    messages.success(request, _("%(n)d recipients were added in the order of the law.") % {"n": n_added})
    return redirect("ceremonies_people", pk=pk)


@require_POST
def received(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_list(request.actor, ceremony))
    chosen = [int(word) for word in request.POST.getlist("entry") if word.isdecimal()]
    entries = list(queries.of_decisions(request.actor, ceremony, chosen))
    n_added = actions.take_received(ceremony=ceremony, entries=entries, actor=request.actor)
    messages.success(request, _("%(n)d recipients were added in the order of the law.") % {"n": n_added})
    return redirect("ceremonies_people", pk=pk)


@require_POST
def guest_added(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_list(request.actor, ceremony))
    form = GuestForm(request.POST)
    if form.is_valid():
        actions.invite_guest(ceremony=ceremony, draft=form.draft(), actor=request.actor)
        return redirect("ceremonies_people", pk=pk)
    return _page(request, ceremony, guest=form)


@require_POST
def by_law(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_list(request.actor, ceremony))
    actions.order_by_law(ceremony=ceremony, actor=request.actor)
    messages.success(request, _("Everybody stands in the order of the law again."))
    return redirect("ceremonies_people", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, pk: int) -> HttpResponse:
    attendee = attendee_of(request, pk)
    require(policy.may_list(request.actor, attendee.ceremony))
    form = AnswerForm(request.POST if request.method == "POST" else None, attendee=attendee)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.note_answer(attendee=attendee, draft=form.draft(), actor=request.actor)
            messages.success(request, _("Saved."))
            return redirect("ceremonies_people", pk=attendee.ceremony_id)
    context = {"attendee": attendee, "ceremony": attendee.ceremony, "form": form}
    return render(request, "ceremonies/answer.html", context)


@require_POST
def left_out(request: Request, pk: int) -> HttpResponse:
    attendee = attendee_of(request, pk)
    require(policy.may_list(request.actor, attendee.ceremony))
    with told(request):
        actions.leave_out(attendee=attendee, actor=request.actor)
    return redirect("ceremonies_people", pk=attendee.ceremony_id)


@require_POST
def reordered(request: Request, pk: int) -> HttpResponse:
    attendee = attendee_of(request, pk)
    require(policy.may_list(request.actor, attendee.ceremony))
    place = request.POST.get("place", "")
    if place.isdecimal() and len(place) < 7:
        actions.reorder(attendee=attendee, place=int(place), actor=request.actor)
    else:
        messages.error(request, _("Write the place as a number."))
    return redirect("ceremonies_people", pk=attendee.ceremony_id)
