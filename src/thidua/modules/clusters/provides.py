"""What clusters offer to the home page, the menu, the search and the files."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.clusters import queries
from thidua.modules.clusters.models import CardState
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    yield from _to_be_voted(actor)
    yield from _to_be_summed_up(actor)
    rows = queries.waiting_for(actor).select_related("year__cluster", "year__period", "member")
    for card in rows.order_by("year__period__until", "pk")[:SHOWN]:
        to_score = card.state == CardState.OPEN
        yield WaitingItem(
            label=str(card.year),
            url=reverse("scorecards_show", args=[card.pk]),
            kind=_("Clusters and blocks"),
            detail=_("to be scored by your unit")
            if to_score
            else _("to be cross-checked: %(member)s") % {"member": card.member.name},
        )


def _to_be_summed_up(actor: Actor) -> Iterator[WaitingItem]:
    for year in queries.to_sum_up(actor).select_related("cluster", "period")[:SHOWN]:
        url = reverse("cluster_years_show", args=[year.pk])
        yield WaitingItem(str(year), url, _("Clusters and blocks"), _("to be summed up by the head"))


def _to_be_voted(actor: Actor) -> Iterator[WaitingItem]:
    for year in queries.votes_waiting_for(actor).select_related("cluster", "period")[:SHOWN]:
        url = reverse("cluster_years_vote", args=[year.pk])
        yield WaitingItem(str(year), url, _("Clusters and blocks"), _("the ranking is to be voted"))


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "clusters_list", queries.waiting_for(actor)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    rows = queries.found(queries.visible_to(actor), words)
    for row in rows.order_by("name", "id")[:limit]:
        yield Found(
            _("Clusters and blocks"),
            row.name,
            reverse("clusters_show", args=[row.pk]),
            f"{row.get_kind_display()} · {row.authority}",
        )


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """Evidence follows the card."""
    kind, _colon, key = stored.subject.partition(":")
    if kind != "scorecard" or not key.isdecimal():
        return None
    return queries.cards_visible_to(actor).filter(pk=int(key)).exists()
