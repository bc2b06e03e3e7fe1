"""The first page: what waits for me, the month at a glance, unread news; and the search over everything."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.foundation.parts import Found, WaitingItem
from thidua.foundation.slots import gather
from thidua.kernel.text import clean, fold
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Actor, Request, working_calendar
from thidua.site.month import month_of

SHOWN = 8
SOON = 3
FEWEST_LETTERS = 2
HITS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """Something that waits; `n_left` working days, as the appraisal counts them, where it has a deadline."""

    item: WaitingItem
    n_left: int | None
    is_overdue: bool

    @property
    def tone(self) -> str:
        if self.is_overdue:
            return "bad"
        return "wait" if self.n_left is not None and self.n_left <= SOON else "plain"


def _waiting(actor: Actor, on: date) -> list[Line]:
    """The most urgent first."""
    items: list[WaitingItem] = gather("home.waiting", actor, on)
    items.sort(key=lambda item: (item.due_on or date.max, item.kind, item.label))
    calendar = working_calendar()
    return [
        Line(
            item,
            n_left=calendar.between(on, item.due_on) if item.due_on else None,
            is_overdue=item.due_on is not None and item.due_on < on,
        )
        for item in items
    ]


@require_safe
def home(request: Request) -> HttpResponse:
    actor, on = request.actor, request.today
    waiting = _waiting(actor, on) if actor.organisation else []
    context = {
        "waiting": waiting,
        "n_overdue": sum(line.is_overdue for line in waiting),
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
