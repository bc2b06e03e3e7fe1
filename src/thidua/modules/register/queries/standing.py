"""What still stands of the register: an award as last corrected, unless it is revoked."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from thidua.modules.people.kinds import CheckState
from thidua.modules.register.models import Act, Entry, EntryCheck, Source


def _later(act: Act, on: date | None) -> QuerySet[Entry]:
    """Acts about the same award; those without a day count from the beginning."""
    rows = Entry.objects.filter(act=act, refers_to=Coalesce(OuterRef("refers_to"), OuterRef("pk")))
    return rows.filter(Q(decided_on__isnull=True) | Q(decided_on__lte=on)) if on else rows


def newest_wording(entries: QuerySet[Entry], on: date | None = None) -> QuerySet[Entry]:
    """Each award once: its last correction where it was corrected, else the entry itself."""
    newer = _later(Act.CORRECT, on).filter(pk__gt=OuterRef("pk"))
    return entries.exclude(act=Act.REVOKE).filter(~Exists(newer))


def with_standing(entries: QuerySet[Entry], on: date | None = None) -> QuerySet[Entry]:
    """Say of each: `is_revoked`, `is_checked` (made here by decision, or compared with its paper)."""
    compared = EntryCheck.objects.filter(
        entry=Coalesce(OuterRef("refers_to"), OuterRef("pk")), state=CheckState.CHECKED
    )
    return entries.annotate(
        is_revoked=_is_there(_later(Act.REVOKE, on)),
        is_checked=Q(source=Source.DECISION) | Q(_is_there(compared)),
    )


def _is_there(rows: QuerySet[Any]) -> IsNull:
    """As Exists, but looked up for each row shown: PostgreSQL would read the whole table for an Exists here."""
    return IsNull(Subquery(rows.values("pk")[:1]), False)


def revoked_ids() -> QuerySet[Entry, Any]:
    """Ids of the entries that are revoked: first wordings, and their corrections."""
    revoked = Entry.objects.filter(act=Act.REVOKE, refers_to__isnull=False).values("refers_to")
    return revoked.union(Entry.objects.filter(refers_to__in=revoked).values("pk"))


def is_checked(entry: Any) -> bool:
    """Of an entry read by `with_standing`."""
    return bool(entry.is_checked)


def in_force(entries: QuerySet[Entry], on: date | None = None) -> QuerySet[Entry]:
    return with_standing(newest_wording(entries, on), on).filter(~Exists(_later(Act.REVOKE, on)))
