"""What personal data offers to the home page, the menu and a person's page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import MenuItem, WaitingItem
from thidua.modules.organisations.api import Actor
from thidua.modules.people.models import Person
from thidua.modules.privacy import policy, queries

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for row in queries.waiting_for(actor).order_by("received_on", "pk")[:SHOWN]:
        url, detail = reverse("data_requests_show", args=[row.pk]), str(row.get_kind_display())
        yield WaitingItem(f"{row.code}: {row.person}", url, _("Personal data"), detail, row.due_on)


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "data_requests_list", queries.waiting_for(actor)


def person_links(actor: Actor, person: Person) -> Iterator[MenuItem]:
    if policy.may_enter(actor, person):
        url = reverse("data_requests_create", args=[person.pk])
        yield MenuItem(_("Request about personal data"), url)
