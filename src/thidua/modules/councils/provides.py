"""What councils offer to the dossier's page, the home page and the menu."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.councils import queries
from thidua.modules.councils.models import Sitting, SittingState
from thidua.modules.councils.states import SECRETARY
from thidua.modules.dossiers.api import Panel, StepNote
from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.organisations.api import Actor, Role, scope_ids
from thidua.modules.papers.models import Paper

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for row in queries.to_vote_in(actor):
        yield WaitingItem(
            row.title, reverse("sittings_ballot", args=[row.pk]), _("To vote"), due_on=row.held_on
        )
    if actor.has(Role.TELLER):
        for row in queries.to_count_in(actor)[:SHOWN]:
            yield WaitingItem(row.title, reverse("sittings_counts", args=[row.pk]), _("Ballots to be keyed"))
    if actor.has(*SECRETARY):
        yield from _of_secretary(actor)


def _of_secretary(actor: Actor) -> Iterator[WaitingItem]:
    running = queries.visible_to(actor).filter(state__in=[SittingState.PLANNED, SittingState.VOTING])
    for row in running.order_by("held_on", "id")[:SHOWN]:
        url = reverse("sittings_show", args=[row.pk])
        yield WaitingItem(row.title, url, _("Sittings"), row.get_state_display(), row.held_on)
    n_ready = Dossier.objects.filter(state=DossierState.APPRAISED, receiver__in=scope_ids(actor)).count()
    if n_ready:
        label = _("%(n)s appraised dossiers wait for a sitting or a decision") % {"n": n_ready}
        yield WaitingItem(label, reverse("sittings_list"), _("Sittings"))


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "sittings_list", queries.to_vote_in(actor)


def panels(actor: Actor, dossier: Dossier, on: date) -> Iterator[Panel]:  # noqa: ARG001 -- slot
    for row in _sittings(actor, dossier):
        yield Panel(row.title, reverse("sittings_show", args=[row.pk]), row.get_state_display())


def notes(actor: Actor, dossier: Dossier, on: date) -> Iterator[StepNote]:  # noqa: ARG001 -- slot
    last = Sitting.objects.filter(items__candidate__dossier=dossier).order_by("-held_on", "-id").first()
    if last:
        yield StepNote("council", date_format(last.held_on, "SHORT_DATE_FORMAT"))


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    """A member reads the papers of his council and of its sittings."""
    if paper.subject.startswith("council:"):
        key = paper.subject.removeprefix("council:")
        return key.isdecimal() and queries.councils_for(actor).filter(pk=int(key)).exists()
    pk = _sitting_id(paper.subject)
    return None if pk is None else queries.visible_to(actor).filter(pk=pk).exists()


def _sittings(actor: Actor, dossier: Dossier) -> Iterator[Sitting]:
    rows = queries.visible_to(actor).filter(items__candidate__dossier=dossier)
    yield from rows.distinct().order_by("held_on", "id")


def _sitting_id(subject: str) -> int | None:
    kind, _colon, rest = subject.removeprefix("paper:").partition(":")
    key = rest.split(":")[0]
    return int(key) if kind == "sitting" and key.isdecimal() else None
