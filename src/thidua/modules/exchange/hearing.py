"""News of the house that outside systems asked to be told: noted for each whose token reaches it."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.campaigns import api as campaigns
from thidua.modules.decisions import api as decisions
from thidua.modules.exchange.hooks.sending import live
from thidua.modules.exchange.kinds import NEEDS, Happening
from thidua.modules.exchange.models import Dispatch
from thidua.modules.exchange.tokens import reader
from thidua.modules.organisations.api import Actor
from thidua.modules.register import api as register
from thidua.modules.register.models import Act, Entry

Seen = Callable[[Actor], QuerySet[Any]]


def in_force(event: Event) -> None:
    path = reverse("api_decision", args=[event.subject])
    _note(event, Happening.IN_FORCE, path, lambda actor: decisions.visible_to(actor).filter(pk=event.subject))


def launched(event: Event) -> None:
    path = reverse("api_campaign", args=[event.subject])
    _note(event, Happening.LAUNCHED, path, lambda actor: campaigns.visible_to(actor).filter(pk=event.subject))


def revoked(event: Event) -> None:
    """Under the number by which the award is read: that of its last wording."""
    root = Entry.objects.get(pk=event.subject).refers_to_id
    worded = Entry.objects.filter(Q(pk=root) | Q(refers_to=root)).exclude(act=Act.REVOKE)
    pk = worded.order_by("-pk").values_list("pk", flat=True)[0]
    path = reverse("api_award", args=[pk])
    _note(event, Happening.REVOKED, path, lambda actor: register.visible_to(actor).filter(pk=pk))


def _note(event: Event, happening: Happening, path: str, seen: Seen) -> None:
    now = timezone.now()
    on = civil_day(now)
    wanted = live(on).filter(happenings__contains=[happening], token__scopes__contains=[NEEDS[happening]])
    for row in wanted.select_related("token__unit").order_by("pk"):
        if seen(reader(row.token, on)).exists():
            Dispatch.objects.get_or_create(
                subscription=row,
                key=event.id,
                defaults={"event": happening, "path": path, "made_at": now, "next_at": now},
            )
