"""The first page: what waits for me, the month at a glance, unread news; and the search over everything."""

from collections import defaultdict
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.foundation.parts import Found, WaitingItem
from thidua.foundation.slots import gather
from thidua.kernel.text import clean, fold
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Actor, Request
from thidua.site.month import month_of

SHOWN = 8
SOON = timedelta(days=3)
FEWEST_LETTERS = 2
HITS = 8


def _tone(item: WaitingItem, on: date) -> str:
    if item.due_on is None:
        return ""
    if item.due_on < on:
        return "bad"
    return "wait" if item.due_on <= on + SOON else "plain"


def _waiting(actor: Actor, on: date) -> list[tuple[WaitingItem, int | None, str]]:
    """The most urgent first, each with its days left."""
    items: list[WaitingItem] = gather("home.waiting", actor, on)
    items.sort(key=lambda item: (item.due_on or date.max, item.kind, item.label))
    return [(item, (item.due_on - on).days if item.due_on else None, _tone(item, on)) for item in items]


@require_safe
def home(request: Request) -> HttpResponse:
    actor, on = request.actor, request.today
    waiting = _waiting(actor, on) if actor.organisation else []
    context = {
        "waiting": waiting,
        "n_overdue": sum(1 for _item, left, _t in waiting if left is not None and left < 0),
        "month": month_of(actor, on) if actor.organisation else None,
        "unread": Notice.objects.filter(user=actor.user_id, read_at=None).order_by("-written_at")[:SHOWN],
    }
    return render(request, "site/home.html", context)


@require_safe
def search(request: Request) -> HttpResponse:
    """People, units, dossiers, decisions, entries: whatever the actor may see, without diacritics, in any order."""
    words = clean(request.GET.get("q", ""))[:100]
    groups: dict[str, list[Found]] = defaultdict(list)
    if len(fold(words)) >= FEWEST_LETTERS:
        for hit in gather("search", request.actor, words, HITS):
            groups[hit.kind].append(hit)
    context = {
        "words": words,
        "groups": dict(groups),
        "n": sum(len(hits) for hits in groups.values()),
        "is_too_short": 0 < len(fold(words)) < FEWEST_LETTERS,
        "most": HITS,
    }
    return render(request, "site/search.html", context)
