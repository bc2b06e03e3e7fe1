"""What models and their spread offer to the home page, the menu, the search and the files."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.campaigns.api import Panel
from thidua.modules.campaigns.models import Campaign
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.replication import queries

SHOWN = 10


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    decide, review = _("Models put forward"), _("Models whose pilots have ended")
    for kind, rows in ((decide, queries.models_to_decide(actor)), (review, queries.models_to_review(actor))):
        for model in rows.order_by("proposed_on", "id")[:SHOWN]:
            url = reverse("models_show", args=[model.pk])
            yield WaitingItem(model.name, url, kind, model.organisation.name)
    for pilot in queries.pilots_due(actor, on).order_by("until", "id")[:SHOWN]:
        url = reverse("pilots_show", args=[pilot.pk])
        yield WaitingItem(pilot.model.name, url, _("Pilot to conclude"), due_on=pilot.until)
    for adoption in queries.adoptions_to_measure(actor, on).order_by("since", "id")[:SHOWN]:
        url = reverse("adoptions_show", args=[adoption.pk])
        yield WaitingItem(adoption.model.name, url, _("Effect of a model to enter"))


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "models_list", queries.models_to_decide(actor)
    yield "models_list", queries.models_to_review(actor)
    yield "models_list", queries.pilots_due(actor, on)
    yield "models_list", queries.adoptions_to_measure(actor, on)


def campaign_panels(actor: Actor, campaign: Campaign) -> Iterator[Panel]:
    for model in queries.visible_to(actor).filter(campaign=campaign).order_by("entered_on", "id")[:SHOWN]:
        detail = f"{model.organisation} · {model.get_state_display()}"
        url = reverse("models_show", args=[model.pk])
        yield Panel(_("Model: %(name)s") % {"name": model.name}, url, detail)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    rows = queries.found(queries.visible_to(actor), words)
    for row in rows.order_by("-entered_on", "-id")[:limit]:
        detail = f"{row.organisation} · {row.get_state_display()}"
        yield Found(_("Models"), row.name, reverse("models_show", args=[row.pk]), detail)


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """A file follows its model."""
    kind, _colon, key = stored.subject.partition(":")
    if kind != "model" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()
