"""What ceremonies offer to the home page and the menu."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.ceremonies import queries
from thidua.modules.organisations.api import Actor

SHOWN = 10


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for row in queries.waiting_for(actor).order_by("on", "id")[:SHOWN]:
        url = reverse("ceremonies_show", args=[row.pk])
        yield WaitingItem(row.title, url, _("Award ceremonies"), row.get_state_display())


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "ceremonies_list", queries.waiting_for(actor)
