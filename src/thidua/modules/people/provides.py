"""What people offers to pages further left, and to the home page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.people.models import Transfer, TransferState
from thidua.modules.people.policy import UNIT
from thidua.modules.people.queries import search as people_found
from thidua.modules.people.queries import search_collectives, search_households

SHOWN = 20


def transfers_to_answer(actor: Actor) -> QuerySet[Transfer]:
    rows = Transfer.objects.filter(state=TransferState.ASKED, target__in=scope_ids(actor))
    return rows.select_related("person", "source", "target").order_by("on", "id")


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    if not actor.has(*UNIT):
        return
    for row in transfers_to_answer(actor)[:SHOWN]:
        yield WaitingItem(
            label=_("%(name)s moves to %(unit)s") % {"name": row.person.name, "unit": row.target.name},
            url=reverse("people_show", args=[row.person_id]),
            kind=_("Transfers to accept"),
            detail=_("from %(unit)s") % {"unit": row.source.name},
            due_on=row.on,
        )


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    if actor.has(*UNIT):
        yield "people_list", transfers_to_answer(actor)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    for person in people_found(actor, words).select_related("organisation")[:limit]:
        detail = ", ".join(part for part in (person.post, person.organisation.name) if part)
        yield Found(_("Persons"), person.name, reverse("people_show", args=[person.pk]), detail)
    for row in search_collectives(actor, words).select_related("organisation")[:limit]:
        url = reverse("collectives_show", args=[row.pk])
        yield Found(_("Collectives"), row.name, url, row.organisation.name)
    for home in search_households(actor, words).select_related("organisation")[:limit]:
        url = reverse("households_show", args=[home.pk])
        yield Found(_("Households"), home.head_name, url, home.organisation.name)
