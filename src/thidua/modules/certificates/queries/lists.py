"""Certificates and batches as screens read them."""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.kernel.text import search_words
from thidua.modules.certificates.models import Batch, Certificate, CertificateState
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.register.models import Act, Entry

NEWEST = ("-batch_id", "place", "id")


def visible_to(actor: Actor) -> QuerySet[Certificate]:
    """Those that a body of the scope issues, and those of the scope's own units."""
    if actor.is_system:
        return Certificate.objects.all()
    ids = scope_ids(actor)
    return Certificate.objects.filter(Q(organisation__in=ids) | Q(batch__organisation__in=ids))


def batches_visible_to(actor: Actor) -> QuerySet[Batch]:
    """A unit sees a batch once its proof list is sent, and of it only its own recipients."""
    if actor.is_system:
        return Batch.objects.all()
    ids = scope_ids(actor)
    own = Batch.objects.filter(proofs__organisation__in=ids).values("pk")
    return Batch.objects.filter(Q(organisation__in=ids) | Q(pk__in=own))


def is_revoked() -> Exists:
    return Exists(Entry.objects.filter(act=Act.REVOKE, refers_to=OuterRef("entry")))


def in_order(batch: Batch, actor: Actor) -> QuerySet[Certificate]:
    """The certificates of a batch that the actor sees, with all that a screen or a paper says of them."""
    return with_all(visible_to(actor).filter(batch=batch)).order_by("place", "id")


def with_all(rows: QuerySet[Certificate]) -> QuerySet[Certificate]:
    return rows.select_related(
        "batch__organisation",
        "batch__decision",
        "organisation",
        "entry",
        "item__decision__organisation",
        "item__decision__signer",
        "item__candidate__dossier__period",
        "item__candidate__person",
        "item__candidate__collective",
        "item__candidate__household",
        "replaces",
    )


def certificates_list(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Certificate]:
    """Filters: words, organisation."""
    rows = visible_to(actor).select_related("organisation", "entry", "batch__organisation")
    found: Q = reduce(
        lambda q, word: q & Q(search__contains=word), search_words(filters.get("words", "")), Q()
    )
    rows = rows.filter(found).annotate(is_revoked=is_revoked())
    if "organisation" in filters:
        rows = rows.filter(organisation=filters["organisation"])
    return rows


def in_state(rows: QuerySet[Certificate], state: str) -> QuerySet[Certificate]:
    """Nobody is waited for whose award was revoked."""
    rows = rows.filter(state=state)
    return rows.exclude(is_revoked()) if state == CertificateState.RELEASED else rows


def state_counts(rows: QuerySet[Certificate]) -> dict[str, int]:
    waited_for = ~Q(state=CertificateState.RELEASED) | ~Q(is_revoked())
    return dict(rows.filter(waited_for).order_by().values_list("state").annotate(n=Count("pk")))


def not_handed_over(actor: Actor) -> QuerySet[Certificate]:
    """Released, still in force, and nobody has it yet. An honour without a certificate has no row here."""
    rows = visible_to(actor).filter(state=CertificateState.RELEASED).exclude(is_revoked())
    return rows.select_related("organisation", "entry", "batch__organisation")
