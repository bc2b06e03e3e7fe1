"""The book as screens read it: who sees which entries, lists with filters, awards of a unit, the year's book."""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.kernel.text import search_words
from thidua.modules.organisations.api import Actor, awards_follow, scope_ids
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.kinds import CheckState
from thidua.modules.register.models import Chain, Entry, EntryCheck, Source
from thidua.modules.register.queries.standing import newest_wording, revoked_ids, with_standing

Filters = Mapping[str, Any]
NEWEST = ("-year", "-id")
# A scope of so few organisations is given to the planner by name: it then takes the index of the unit.
FEW = 200


def visible_to(actor: Actor) -> QuerySet[Entry]:
    """Entries of units in the scope (kept books of former units too), and of books kept in the scope."""
    entries = Entry.objects.all()
    if actor.is_system:
        return entries
    units: Any = list(scope_ids(actor)[: FEW + 1])
    books: Any = Chain.objects.filter(body__in=scope_ids(actor)).values_list("pk", flat=True)
    if len(units) > FEW:
        return entries.filter(Q(organisation__in=scope_ids(actor)) | Q(chain__in=books))
    return entries.filter(Q(organisation__in=units) | Q(chain__in=list(books)))


def entries_list(actor: Actor, filters: Filters) -> QuerySet[Entry]:
    """Each award once, as last corrected. Filters: words, year, honour, organisation, ground, direct, revoked, unchecked."""
    rows = with_standing(newest_wording(visible_to(actor)))
    rows = rows.filter(_words(filters.get("words", "")), **_exact(filters))
    if "organisation" in filters:
        rows = rows.filter(organisation__in=units_of(filters["organisation"]))
    if filters.get("direct"):
        rows = rows.filter(position="direct_worker")
    if filters.get("revoked"):
        rows = rows.filter(pk__in=revoked_ids())
    return rows.filter(_unchecked()) if filters.get("unchecked") else rows


def _words(words: str) -> Q:
    return reduce(lambda found, word: found & Q(search__contains=word), search_words(words), Q())


def _exact(filters: Filters) -> dict[str, Any]:
    return {name: filters[name] for name in ("year", "honour", "ground") if name in filters}


def _unchecked() -> Q:
    compared = EntryCheck.objects.filter(entry=OuterRef("pk"), state=CheckState.CHECKED)
    return ~Q(source=Source.DECISION) & ~Q(Exists(compared))


def units_of(organisation: Organisation) -> list[int]:
    """The unit and every former unit whose life it continues."""
    return [organisation.pk, *(former.organisation_id for former in awards_follow(organisation.pk))]


def awards_of_unit(actor: Actor, organisation: Organisation) -> QuerySet[Entry]:
    """All awards of a unit's people and collectives, those of its predecessors with them, newest first."""
    rows = newest_wording(visible_to(actor).filter(organisation__in=units_of(organisation)))
    return with_standing(rows).order_by(*NEWEST)


def acts_of(entry: Entry) -> QuerySet[Entry]:
    """Everything that happened to one award, in the order of the book."""
    root = entry.refers_to_id or entry.pk
    return Entry.objects.filter(Q(pk=root) | Q(refers_to=root)).order_by("place")


def year_book(chain: Chain, year: int) -> QuerySet[Entry]:
    """All acts entered for a year, in the order of the book: what is printed, signed and bound."""
    rows = chain.entries.filter(Q(decided_on__year=year) | Q(decided_on__isnull=True, year=year))
    return with_standing(rows).select_related("refers_to").order_by("place")


def books(actor: Actor) -> QuerySet[Chain]:
    """The books kept in the actor's scope."""
    return Chain.objects.filter(body__in=scope_ids(actor)).select_related("body").order_by("body__sort")
