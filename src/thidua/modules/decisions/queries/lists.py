from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from thidua.kernel.text import fold
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionState
from thidua.modules.decisions.states import CLERK, DESK, SIGNERS
from thidua.modules.organisations.api import Actor, Role, scope_ids

READS_DRAFTS = DESK | SIGNERS | CLERK | {Role.INSPECTOR, Role.VISITOR}


def about_scope(actor: Actor) -> Q:
    """Has a recipient from a unit of the actor's scope: two look-ups, for one over both joins reads every item."""
    ids = scope_ids(actor)
    proposed = DecisionItem.objects.filter(candidate__dossier__organisation__in=ids)
    concerned = DecisionItem.objects.filter(refers_to__isnull=False, refers_to__organisation__in=ids)
    return Q(pk__in=proposed.values("decision")) | Q(pk__in=concerned.values("decision"))


def visible_to(actor: Actor) -> QuerySet[Decision]:
    """Those in force of bodies in scope or about a unit in scope; before that for those who work on them."""
    if actor.is_system:
        return Decision.objects.all()
    own, in_force = Q(organisation__in=scope_ids(actor)), Q(state=DecisionState.IN_FORCE)
    if not actor.has(*READS_DRAFTS):
        own &= in_force
    return Decision.objects.filter(own | (in_force & about_scope(actor)))


def with_sums(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """Each with its number of recipients and the sum of its prizes, counted for the rows shown only."""
    items = DecisionItem.objects.filter(decision=OuterRef("pk")).order_by().values("decision")
    return rows.select_related("organisation", "signer").annotate(
        n_items=Coalesce(Subquery(items.annotate(n=Count("pk")).values("n")), 0),
        total_prize=Subquery(items.annotate(total=Sum("prize")).values("total")),
    )


def state_counts(rows: QuerySet[Decision]) -> dict[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def found(rows: QuerySet[Decision], words: str) -> QuerySet[Decision]:
    """Those whose title has all the words, or that bear the number."""
    named = rows
    for word in fold(words).split():
        named = named.filter(Q(search__contains=word))
    number = words.strip().split("/")[0]
    return named | rows.filter(number=int(number)) if number.isdecimal() and len(number) < 9 else named


def items_of(decision: Decision) -> list[DecisionItem]:
    """Its recipients in order, with all that a screen or a paper says of them."""
    return list(items_with_all(decision))


def items_with_all(decision: Decision) -> QuerySet[DecisionItem]:
    return decision.items.select_related(
        "decision__organisation",
        "decision__signer",
        "candidate__dossier__organisation",
        "candidate__dossier__period",
        "refers_to__chain",
        "entry",
    ).order_by("place", "id")


def _series(decision: Decision, year: int) -> QuerySet[Decision]:
    """The other numbered decisions of the body under the same symbol in a year."""
    return Decision.objects.filter(
        organisation=decision.organisation_id,
        symbol=decision.symbol,
        signed_on__year=year,
        number__isnull=False,
    ).exclude(pk=decision.pk)


def same_number(decision: Decision, number: int, signed_on: date) -> Decision | None:
    return _series(decision, signed_on.year).filter(number=number).first()


def out_of_order(decision: Decision, number: int, signed_on: date) -> Decision | None:
    """A decision whose number and day contradict these: a lower number signed later, or a higher one earlier."""
    contrary = Q(number__lt=number, signed_on__gt=signed_on) | Q(number__gt=number, signed_on__lt=signed_on)
    return _series(decision, signed_on.year).filter(contrary).order_by("number").first()


def neighbours(decision: Decision, number: int, signed_on: date) -> tuple[Decision | None, Decision | None]:
    """The decisions just below and just above a number: what lies between them is not kept here."""
    series = _series(decision, signed_on.year)
    below = series.filter(number__lt=number).order_by("-number").first()
    above = series.filter(number__gt=number).order_by("number").first()
    return below, above


def latest_numbers(decision: Decision, year: int) -> list[Decision]:
    """The last few decisions of the series, for the clerk to compare with."""
    return list(_series(decision, year).order_by("-number")[:5])
