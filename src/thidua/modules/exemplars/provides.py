"""What exemplars offer to the home page, the menu, the search and the files."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.exemplars import queries
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for tip in queries.waiting_for(actor, on).order_by("told_on", "id")[:SHOWN]:
        yield WaitingItem(
            label=str(tip),
            url=reverse("tips_show", args=[tip.pk]),
            kind=_("Good deeds told"),
            detail=tip.organisation.name,
        )


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "tips_list", queries.waiting_for(actor, on)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    rows = queries.found(queries.visible_to(actor), words)
    for row in rows.order_by("-found_on", "-id")[:limit]:
        yield Found(
            _("Exemplars"),
            row.name,
            reverse("exemplars_show", args=[row.pk]),
            f"{row.organisation} · {row.get_state_display()}",
        )


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """A photo follows its tip."""
    kind, _colon, key = stored.subject.partition(":")
    if kind != "tip" or not key.isdecimal():
        return None
    return queries.tips_visible_to(actor).filter(pk=int(key)).exists()
