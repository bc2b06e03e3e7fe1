"""What the register offers to pages further left."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, TimelineItem
from thidua.modules.organisations.api import Actor
from thidua.modules.privacy.api import Section, Told, section
from thidua.modules.register.models import Entry
from thidua.modules.register.names import honour_name
from thidua.modules.register.queries import NEWEST, entries_list, newest_wording, with_standing


def person_timeline(actor: Actor, ids: list[int]) -> Iterator[TimelineItem]:  # noqa: ARG001 -- slot
    """Awards on the time line of a person whom the actor sees; the page keeps to the years he may read."""
    return _timeline(Q(person__in=ids))


def collective_timeline(actor: Actor, ids: list[int]) -> Iterator[TimelineItem]:  # noqa: ARG001 -- slot
    return _timeline(Q(collective__in=ids))


def household_timeline(actor: Actor, ids: list[int]) -> Iterator[TimelineItem]:  # noqa: ARG001 -- slot
    return _timeline(Q(household__in=ids))


def _timeline(of: Q) -> Iterator[TimelineItem]:
    rows = with_standing(newest_wording(Entry.objects.filter(of)))
    for entry in rows.select_related("refers_to").order_by("year", "pk"):
        yield _item(entry)


def _item(entry: Entry) -> TimelineItem:
    first = entry.refers_to or entry
    number = _("decision %(number)s") % {"number": first.decision_number} if first.decision_number else ""
    parts = [number, entry.decided_by, *_marks(entry)]
    day = first.decided_on
    return TimelineItem(
        day or date(entry.year, 12, 31),
        f"{honour_name(entry.honour)}, {entry.period_label or entry.year}",
        ", ".join(part for part in parts if part),
        url=reverse("register_show", args=[first.pk]),
        tone="bad" if _flag(entry, "is_revoked") else "gold",
        when="" if day else str(entry.year),
    )


def _marks(entry: Entry) -> list[str]:
    revoked = [_("revoked")] if _flag(entry, "is_revoked") else []
    return revoked if _flag(entry, "is_checked") else [*revoked, _("not yet compared")]


def _flag(entry: Entry, name: str) -> bool:
    """An annotation of `with_standing`."""
    return bool(getattr(entry, name))


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    for entry in entries_list(actor, {"words": words}).order_by(*NEWEST)[:limit]:
        yield Found(
            kind=_("Register of commendations"),
            label=f"{entry.name}: {honour_name(entry.honour)}",
            url=reverse("register_show", args=[entry.refers_to_id or entry.pk]),
            detail=f"{entry.unit_name}, {entry.period_label or entry.year}",
        )


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = Entry.objects.filter(person__in=ids).order_by("pk")
    yield from section(
        _("Register of commendations"),
        rows,
        "act",
        Told(_("Honour"), lambda entry: honour_name(entry.honour)),
        "name",
        "post",
        "unit_name",
        "decision_number",
        "decided_on",
        "decided_by",
        "period_label",
        "year",
        "achievement",
        "source",
    )
