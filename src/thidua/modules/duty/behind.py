"""One unit's year: what stands behind each mark, with where it is read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from thidua.modules.dossiers import api as dossiers
from thidua.modules.duty import queries, sources
from thidua.modules.duty.models import EmptyMonth, Side
from thidua.modules.duty.parts import Behind, Deed
from thidua.modules.exemplars import api as exemplars
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import api as rulebook

LETTERS = 110


def year_of(actor: Actor, unit: Organisation, year: int, on: date) -> list[Behind]:
    """The months of a unit that have begun, the latest first; the same number of queries for any year."""
    [line] = queries.lines([unit], year, on)
    months = {month.first.month: Behind(month) for month in line.months if month}
    for side, deed in _deeds(actor, unit, year):
        if deed.on.month in months:
            behind = months[deed.on.month]
            (behind.own if side == Side.OWN else behind.upward).append(deed)
    for word in EmptyMonth.objects.filter(organisation=unit, month__year=year):
        if word.month.month in months:
            setattr(months[word.month.month], f"{word.side}_word", word.reason)
    return list(reversed(months.values()))


def _deeds(actor: Actor, unit: Organisation, year: int) -> Iterator[tuple[str, Deed]]:
    """Only what the actor may open."""
    ids = [unit.pk]
    for entry in _within(sources.awards(ids), "decided_on", year):
        text = f"{entry.name}: {rulebook.honour(entry.honour).name_vi}"
        assert entry.decided_on is not None  # filtered by it
        yield Side.OWN, Deed(entry.decided_on, text, reverse("register_show", args=[entry.pk]))
    for step in _within(sources.praised(ids), "on", year).select_related("exemplar"):
        text = f"{step.exemplar.name}: {Truncator(step.note).chars(LETTERS)}"
        yield Side.OWN, Deed(step.on, text, reverse("exemplars_show", args=[step.exemplar_id]))
    seen = dossiers.visible_to(actor).values("pk")
    for dossier in _within(sources.proposals(ids).filter(pk__in=seen), "sent_on", year):
        assert dossier.sent_on is not None  # filtered by it
        url = reverse("dossiers_show", args=[dossier.pk])
        yield Side.UPWARD, Deed(dossier.sent_on, f"{dossier.title} ({dossier.get_state_display()})", url)
    for tip in _within(sources.tips(ids), "told_on", year):
        url = reverse("tips_show", args=[tip.pk])
        yield Side.UPWARD, Deed(tip.told_on, Truncator(tip.deed).chars(LETTERS), url)
    known = exemplars.visible_to(actor).values("pk")
    for row in _within(sources.found(ids).filter(pk__in=known), "found_on", year):
        url = reverse("exemplars_show", args=[row.pk])
        yield Side.UPWARD, Deed(row.found_on, f"{row.name}: {Truncator(row.deed).chars(LETTERS)}", url)


def _within(rows: QuerySet[Any], day: str, year: int) -> QuerySet[Any]:
    return rows.filter(**{f"{day}__year": year}).order_by(day, "pk")
