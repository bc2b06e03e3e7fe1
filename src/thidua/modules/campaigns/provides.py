"""What campaigns offer to the home page, the menu, the search and the files."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.campaigns import queries
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor

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


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "campaigns_list", queries.waiting_for(actor, on)


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
    """The paper of a plan is read by whoever sees the campaign."""
    kind, _colon, key = stored.subject.partition(":")
    if kind != "campaign" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()
