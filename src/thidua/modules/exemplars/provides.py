"""What exemplars offer to the home page, the menu, the search and the files."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.kernel.days import civil_day
from thidua.modules.exemplars import queries
from thidua.modules.exemplars.actions.retention import UNUSED_AFTER, unused_photos
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.privacy.api import RetentionRule, Section, section

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


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    """A letter of praise follows its exemplar."""
    kind, _colon, rest = paper.subject.partition(":")
    key = rest.partition("/")[0]
    if kind != "exemplar" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = Exemplar.objects.filter(person__in=ids).order_by("pk")
    yield from section(
        _("Exemplars"), rows, "name", "deed", "deed_on", "deed_place", "plan", "consent", "state", "found_on"
    )


def retention_rules(now: datetime) -> Iterator[RetentionRule]:
    yield RetentionRule(
        _("Photos of a tip that show a child and serve nothing"),
        _("%(n)s days") % {"n": UNUSED_AFTER.days},
        _("A child's picture is kept only while the deed is being verified or shown with consent."),
        unused_photos(civil_day(now)).count(),
    )
