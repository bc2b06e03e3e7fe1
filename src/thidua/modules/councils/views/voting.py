"""Voting: the steps of the secretary, the member's ballot, the tellers' sheet."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import told
from thidua.modules.councils import actions, policy, queries, tellers
from thidua.modules.councils.ballots.count import Votes
from thidua.modules.councils.models import Choice, Sitting, Turnout
from thidua.modules.councils.views.shared import sitting
from thidua.modules.organisations.api import Request


@require_POST
def open_voting(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_step(request.actor, row, "open"))
    with told(request):
        actions.open_voting(sitting=row, actor=request.actor)
        messages.success(request, _("Voting is open."))
    return redirect("sittings_show", pk)


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_step(request.actor, row, "close"))
    with told(request):
        actions.close(sitting=row, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("The votes have been counted."))
    return redirect("sittings_show", pk)


@require_POST
def restart(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_step(request.actor, row, "restart"))
    with told(request):
        actions.restart(sitting=row, reason=request.POST.get("reason", ""), actor=request.actor)
    return redirect("sittings_show", pk)


@require_POST
def cancel(request: Request, pk: int) -> HttpResponse:
    row = sitting(request, pk)
    require(policy.may_step(request.actor, row, "cancel"))
    with told(request):
        actions.cancel(sitting=row, reason=request.POST.get("reason", ""), actor=request.actor)
    return redirect("sittings_show", pk)


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def ballot(request: Request, pk: int) -> HttpResponse:
    """The member's ballot on the whole agenda. No message, no receipt: nothing else is written by it."""
    row = sitting(request, pk)
    seat = policy.seat_of(request.actor, row)
    if seat is not None and Turnout.objects.filter(attendance=seat).exists():
        return render(request, "councils/voted.html", {"sitting": row})
    require(policy.may_vote(request.actor, row))
    excused = set(row.items.filter(recused=seat.member if seat else None).values_list("pk", flat=True))
    items = [item for item in queries.agenda(row) if item.pk not in excused]
    wrong = ""
    if request.method == "POST":
        choices = {item.pk: request.POST.get(f"item_{item.pk}", "") for item in items}
        if all(choice in Choice.values for choice in choices.values()):
            found = {item: Choice(choice) for item, choice in choices.items()}
            actions.cast(sitting=row, choices=found, actor=request.actor)
            return redirect("sittings_ballot", pk)
        wrong = _("Choose on every item before you put in the ballot.")
    lines = [(item, request.POST.get(f"item_{item.pk}", "")) for item in items]
    context = {
        "sitting": row,
        "lines": lines,
        "choices": Choice.choices,
        "wrong": wrong,
        "n_excused": len(excused),
    }
    return render(request, "councils/ballot.html", context)


def counts(request: Request, pk: int) -> HttpResponse:
    """One teller's sheet; what the other keyed is shown only where the two differ, after both have keyed."""
    row = sitting(request, pk)
    require(policy.may_key_counts(request.actor, row))
    numbers = {user: number for number, user in tellers.who_keyed(row).items()}
    mine = tellers.votes_of(row, numbers.get(request.actor.user_id or 0, 0))
    wrong = ""
    if request.method == "POST":
        keyed = _keyed(request, row)
        if keyed is None:
            wrong = _("Key a number for every item: in favour, not in favour, invalid.")
        else:
            with told(request):
                actions.key_counts(sitting=row, counts=keyed, actor=request.actor)
                return redirect("sittings_counts", pk)
    first, second = tellers.votes_of(row, 1), tellers.votes_of(row, 2)
    differing = {found.item_id: found for found in tellers.differences(first, second)}
    lines = [
        (item, _shown(request, item.pk, mine.get(item.pk)), differing.get(item.pk))
        for item in queries.agenda(row)
    ]
    context = {
        "sitting": row,
        "lines": lines,
        "wrong": wrong,
        "n_on_paper": len(tellers.on_paper(row)),
        "n_keyed": len(numbers),
        "number": numbers.get(request.actor.user_id or 0),
        "agree": len(numbers) == 2 and not differing,
    }
    return render(request, "councils/counts.html", context)


PARTS = ("for", "against", "invalid")


def _keyed(request: Request, row: Sitting) -> dict[int, Votes] | None:
    found: dict[int, Votes] = {}
    for pk in row.items.values_list("pk", flat=True):
        numbers = [
            request.POST.get(f"{part}_{pk}", "") or ("0" if part == "invalid" else "") for part in PARTS
        ]
        if not all(number.isdecimal() and len(number) < 5 for number in numbers):
            return None
        found[pk] = Votes(*map(int, numbers))
    return found


def _shown(request: Request, pk: int, mine: Votes | None) -> tuple[str, str, str]:
    """What stands in the three boxes: what was just typed, else what this teller keyed before."""
    if request.method == "POST":
        return tuple(request.POST.get(f"{part}_{pk}", "")[:5] for part in PARTS)  # type: ignore[return-value]
    return (str(mine.n_for), str(mine.n_against), str(mine.n_invalid)) if mine else ("", "", "")
