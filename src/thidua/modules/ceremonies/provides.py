"""What ceremonies offer to the home page, the menu and the clock of timeliness."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.ceremonies import queries
from thidua.modules.ceremonies.models import Attendee, Handover
from thidua.modules.organisations.api import Actor
from thidua.modules.privacy.api import Section, Told, section

SHOWN = 10


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for row in queries.waiting_for(actor).order_by("on", "id")[:SHOWN]:
        url = reverse("ceremonies_show", args=[row.pk])
        yield WaitingItem(row.title, url, _("Award ceremonies"), row.get_state_display())


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "ceremonies_list", queries.waiting_for(actor)


def conferral() -> Iterator[Subquery]:
    """The first day on which the candidate was handed something at a ceremony or after it."""
    rows = Handover.objects.filter(attendee__item__candidate=OuterRef("pk"))
    yield Subquery(rows.order_by("on").values("on")[:1])


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = Attendee.objects.filter(entry__person__in=ids).select_related("ceremony").order_by("pk")
    yield from section(
        _("Award ceremonies"),
        rows,
        Told(_("Award ceremony"), lambda row: row.ceremony),
        "name",
        "role",
        "email",
        "answer",
        "needs",
        "arrived_at",
    )
