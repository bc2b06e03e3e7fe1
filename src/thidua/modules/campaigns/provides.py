"""What campaigns offer to the home page, the menu, the search and the files."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.campaigns import queries
from thidua.modules.campaigns.models import ProgressReport
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.papers.models import Paper

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for unit in queries.waiting_for(actor, on).order_by("campaign__launched_on", "id")[:SHOWN]:
        campaign = unit.campaign
        yield WaitingItem(
            label=campaign.name,
            url=reverse("campaigns_show", args=[campaign.pk]),
            kind=_("Campaigns launched above"),
            detail=campaign.launching_body,
            due_on=campaign.until - timedelta(days=1) if campaign.until else None,
        )


def waiting_registrations(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for row in queries.registrations_waiting(actor, on).order_by("made_at", "id")[:SHOWN]:
        yield WaitingItem(
            label=row.campaign.name,
            url=reverse("registrations_show", args=[row.pk]),
            kind=_("Registrations"),
            detail=f"{row.organisation.name} · {row.get_state_display()}",
        )


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "campaigns_list", queries.waiting_for(actor, on)
    yield "registrations_list", queries.registrations_waiting(actor, on)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    rows = queries.found(queries.visible_to(actor), words)
    for row in rows.order_by("-since", "-id")[:limit]:
        yield Found(
            _("Campaigns"),
            row.name,
            reverse("campaigns_show", args=[row.pk]),
            f"{row.launching_body} · {row.get_state_display()}",
        )


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """Papers follow what they belong to: the plan its campaign, the pledge its registration, evidence its unit."""
    kind, _colon, key = stored.subject.partition(":")
    if kind not in READERS or not key.isdecimal():
        return None
    return READERS[kind](actor).filter(pk=int(key)).exists()


def _reports_visible_to(actor: Actor) -> QuerySet[ProgressReport]:
    """Evidence is for the unit itself and those above it."""
    rows = ProgressReport.objects.filter(campaign__in=queries.visible_to(actor).values("pk"))
    return rows if actor.is_system else rows.filter(organisation__in=scope_ids(actor))


READERS: dict[str, Callable[[Actor], QuerySet[Any]]] = {
    "campaign": queries.visible_to,
    "registration": queries.registrations_visible_to,
    "progress": _reports_visible_to,
}


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    """The plan is read by whoever sees its campaign."""
    kind, _colon, key = paper.subject.partition(":")
    if kind != "campaign" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()
