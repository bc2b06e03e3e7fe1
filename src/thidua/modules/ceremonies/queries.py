"""Ceremonies and who is invited: what an actor sees, who is owed a certificate, who comes next."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from thidua.foundation.paging import counted
from thidua.modules.ceremonies.models import Attendee, Ceremony, CeremonyKind, CeremonyState
from thidua.modules.certificates.models import Certificate, CertificateState
from thidua.modules.decisions.api import WITHOUT_CERTIFICATE
from thidua.modules.decisions.api import visible_to as decisions_visible_to
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionKind, DecisionState
from thidua.modules.organisations.api import Actor, Role, scope_ids
from thidua.modules.register import api as register
from thidua.modules.register.models import Act, Entry, Source

RECIPIENT = Q(item__isnull=False) | Q(entry__isnull=False)
READS = frozenset({
    Role.SPECIALIST, Role.LEADER, Role.DEPUTY, Role.COUNCIL_SECRETARY, Role.CLERK, Role.ACCOUNTANT,
    Role.EDITOR, Role.INSPECTOR, Role.VISITOR,
})  # fmt: skip


def visible_to(actor: Actor) -> QuerySet[Ceremony]:
    rows = Ceremony.objects.select_related("organisation")
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def with_numbers(rows: QuerySet[Ceremony]) -> QuerySet[Ceremony]:
    recipients = Attendee.objects.filter(RECIPIENT)
    return rows.annotate(
        n_recipients=counted(recipients, "ceremony"),
        n_invited=counted(Attendee.objects.all(), "ceremony"),
    )


def state_counts(rows: QuerySet[Any]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def attendees_of(ceremony: Ceremony) -> QuerySet[Attendee]:
    """Recipients as they are called, then guests."""
    rows = ceremony.attendees.select_related(
        "handover", "item__entry", "item__decision", "item__candidate", "entry"
    )
    return rows.order_by("place", "id")


def recipients_of(ceremony: Ceremony) -> QuerySet[Attendee]:
    return attendees_of(ceremony).filter(RECIPIENT)


def to_hand_over(ceremony: Ceremony) -> QuerySet[Attendee]:
    """Neither conferred here nor handed over otherwise; an honour without a certificate is never owed."""
    gone = Certificate.objects.filter(item=OuterRef("item"), state=CertificateState.HANDED_OVER)
    revoked = Entry.objects.filter(
        act=Act.REVOKE, refers_to=Coalesce(OuterRef("item__entry"), OuterRef("entry"))
    )
    rows = ceremony.attendees.filter(RECIPIENT, handover__isnull=True)
    return rows.exclude(honour__in=WITHOUT_CERTIFICATE).exclude(Exists(gone)).exclude(Exists(revoked))


def next_ones(ceremony: Ceremony) -> QuerySet[Attendee]:
    """Who is still to be called, in order; who was absent when called has been called."""
    return recipients_of(ceremony).filter(handover__isnull=True, is_absent=False)


def certificate_of(attendee: Attendee) -> Certificate | None:
    """The one that is valid: not replaced by another. What another body decided has none of ours."""
    if attendee.item_id is None:
        return None
    rows = Certificate.objects.filter(item=attendee.item_id).exclude(state=CertificateState.REPLACED)
    return rows.first()


def conferrable(actor: Actor, ceremony: Ceremony) -> QuerySet[Decision]:
    """Decisions in force of this body with a recipient whom no living ceremony has."""
    taken = Attendee.objects.filter(item__isnull=False).exclude(ceremony__state=CeremonyState.CANCELLED)
    free = DecisionItem.objects.filter(candidate__isnull=False).exclude(pk__in=taken.values("item"))
    rows = decisions_visible_to(actor).filter(state=DecisionState.IN_FORCE, kind=DecisionKind.GRANT)
    rows = rows.filter(organisation=ceremony.organisation_id, pk__in=free.values("decision"))
    return rows.annotate(n_free=counted(free, "decision")).order_by("-signed_on", "-id")


def receivable(actor: Actor, ceremony: Ceremony) -> QuerySet[Entry]:
    """What other bodies conferred on this place, the newest first, and no living ceremony has received."""
    if ceremony.kind != CeremonyKind.RECEIVE:
        return Entry.objects.none()
    taken = Attendee.objects.filter(entry__isnull=False).exclude(ceremony__state=CeremonyState.CANCELLED)
    rows = register.in_force(register.visible_to(actor).filter(source=Source.ELSEWHERE))
    rows = rows.filter(chain__body=ceremony.organisation_id, decided_on__isnull=False)
    return rows.exclude(pk__in=taken.values("entry")).order_by("-decided_on", "-id")


def receivable_decisions(actor: Actor, ceremony: Ceremony) -> QuerySet[Entry, Any]:
    """The same as the decisions of other bodies: `key` is one of their entries, `n` how many are waiting."""
    rows = Entry.objects.filter(pk__in=receivable(actor, ceremony).order_by().values("pk"))
    told = rows.values("decision_number", "decided_on", "decided_by", "honour")
    return told.annotate(n=Count("pk"), key=Min("pk"), name=Min("name")).order_by("-decided_on", "honour")


def of_decisions(actor: Actor, ceremony: Ceremony, keys: Iterable[int]) -> QuerySet[Entry]:
    """Every entry that stands in a decision, for one honour, with one of these."""
    chosen = Entry.objects.filter(pk__in=list(keys))
    same = {name: OuterRef(name) for name in ("decision_number", "decided_on", "decided_by", "honour")}
    return receivable(actor, ceremony).filter(Exists(chosen.filter(**same)))


def waiting_for(actor: Actor) -> QuerySet[Ceremony]:
    """Held, and not closed: somebody is owed a certificate, or the cost is not entered."""
    rows = visible_to(actor).filter(organisation=actor.organisation_id)
    mine = Q(pk__in=[])
    if actor.has(Role.SPECIALIST):
        mine |= Q(state=CeremonyState.HELD)
    return rows.none() if actor.is_system else rows.filter(mine)
