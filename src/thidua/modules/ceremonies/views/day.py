"""The day itself: the door on a telephone, the stage on one screen, the hand-over."""

import json
from datetime import UTC, datetime
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.ceremonies import policy, queries
from thidua.modules.ceremonies.actions import day as actions
from thidua.modules.ceremonies.forms import HandoverForm
from thidua.modules.ceremonies.letters import honour_of
from thidua.modules.ceremonies.models import HandoverWay
from thidua.modules.ceremonies.seating import gathered
from thidua.modules.ceremonies.views.people import attendee_of
from thidua.modules.ceremonies.views.plans import visible
from thidua.modules.organisations.api import Request

NEXT = 6
WORKER = Path(__file__).parent.parent / "static" / "ceremonies" / "door-worker.js"
MOST_CODES = 5_000


@require_safe
def screen(request: Request, pk: int) -> HttpResponse:
    """Who is called now, has he come, what does he receive; Enter confirms and calls the next one."""
    ceremony = visible(request, pk)
    require(policy.may_run(request.actor, ceremony))
    coming = list(queries.next_ones(ceremony)[:NEXT])
    now = coming[0] if coming else None
    recipients = queries.recipients_of(ceremony)
    context = {
        "ceremony": ceremony,
        "now": now,
        "honour": honour_of(now.honour) if now else "",
        "has_certificate": now is not None and actions.has_certificate(now),
        "certificate": queries.certificate_of(now) if now else None,
        "coming": [(row, honour_of(row.honour)) for row in coming[1:]],
        "absent": recipients.filter(is_absent=True, handover__isnull=True),
        "n_done": recipients.filter(handover__isnull=False).count(),
        "n_all": recipients.count(),
    }
    return render(request, "ceremonies/day.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def handed(request: Request, pk: int) -> HttpResponse:
    """From the stage with one key; afterwards, to the family, to who came instead: with day and name."""
    attendee = attendee_of(request, pk)
    ceremony = attendee.ceremony
    require(policy.may_hand_over(request.actor, ceremony))
    first = {
        "handed_on": request.today,
        "received_by": attendee.representative or str(attendee),
        "way": _usual_way(attendee.is_posthumous, bool(attendee.representative), ceremony.state == "held"),
    }
    form = HandoverForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.hand_over(
                attendee=attendee, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data
            )
            return redirect(
                "ceremonies_day" if "stage" in request.POST else "ceremonies_people", pk=ceremony.pk
            )
    context = {"attendee": attendee, "ceremony": ceremony, "form": form, "honour": honour_of(attendee.honour)}
    return render(request, "ceremonies/hand_over.html", context)


def _usual_way(is_posthumous: bool, is_represented: bool, is_over: bool) -> HandoverWay:  # noqa: FBT001
    if is_posthumous:
        return HandoverWay.FAMILY
    if is_over:
        return HandoverWay.AFTERWARDS
    return HandoverWay.REPRESENTATIVE if is_represented else HandoverWay.AT_CEREMONY


@require_POST
def was_absent(request: Request, pk: int) -> HttpResponse:
    attendee = attendee_of(request, pk)
    require(policy.may_run(request.actor, attendee.ceremony))
    with told(request):
        actions.absent(attendee=attendee, actor=request.actor)
    return redirect("ceremonies_day", pk=attendee.ceremony_id)


@require_POST
def called_again(request: Request, pk: int) -> HttpResponse:
    attendee = attendee_of(request, pk)
    require(policy.may_run(request.actor, attendee.ceremony))
    with told(request):
        actions.call_again(attendee=attendee, actor=request.actor)
    return redirect("ceremonies_day", pk=attendee.ceremony_id)


@require_safe
def door(request: Request, pk: int) -> HttpResponse:
    """Everybody invited on one page that goes on working when the network drops."""
    ceremony = visible(request, pk)
    require(policy.may_receive(request.actor, ceremony))
    people = gathered(queries.attendees_of(ceremony))
    context = {
        "ceremony": ceremony,
        "people": people,
        "n_arrived": sum(1 for one in people if one.first.arrived_at),
    }
    return render(request, "ceremonies/door.html", context)


@login_not_required
@require_safe
def door_worker(request: Request) -> HttpResponse:  # noqa: ARG001 -- the same for everybody
    """From here and not with the other files: a worker serves the addresses below its own."""
    return HttpResponse(
        WORKER.read_bytes(), content_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


@require_POST
def noted(request: Request, pk: int) -> HttpResponse:
    """What a telephone kept while it was offline: codes with the time at which each was met."""
    ceremony = visible(request, pk)
    require(policy.may_receive(request.actor, ceremony))
    codes = _codes(request.body, request.now)
    if codes is None:
        return JsonResponse({"error": _("This could not be read. Open the page again.")}, status=422)
    known = actions.arrived(ceremony=ceremony, codes=codes, actor=request.actor)
    return JsonResponse({"known": known})


def _codes(body: bytes, now: datetime) -> dict[str, datetime] | None:
    """A time to come, of a telephone whose clock is wrong, counts as now."""
    try:
        said = json.loads(body)["arrived"]
        read = {
            str(code): min(datetime.fromtimestamp(float(at) / 1000, UTC), now)
            for code, at in dict(said).items()
        }
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        return None
    return read if len(read) <= MOST_CODES else None
