"""Clusters, years and cards: what an actor sees, what waits for him, and how the totals come about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet, Subquery

from thidua.foundation.paging import counted
from thidua.kernel.text import search_words
from thidua.modules.clusters.models import (
    CardState,
    Cluster,
    ClusterMember,
    ClusterYear,
    Criterion,
    HeadRole,
    Headship,
    Running,
    Score,
    Scorecard,
    YearState,
)
from thidua.modules.clusters.policy import ANSWERS, FILLS, READS
from thidua.modules.clusters.tally import CardTally, Sheet, tally
from thidua.modules.organisations.api import Actor, in_force, scope_ids

M = TypeVar("M", bound=Model)
SENT = (CardState.SENT, CardState.CHECKED, CardState.EXCUSED)
# From here on every member sees the points of all.
COMMON = (YearState.VOTING, YearState.FINISHED)


def visible_to(actor: Actor) -> QuerySet[Cluster]:
    """Those kept in the actor's scope, and those of which a unit in his scope is or was a member."""
    rows = Cluster.objects.select_related("organisation")
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    ours = ClusterMember.objects.filter(organisation__in=scope_ids(actor)).values("cluster")
    return rows.filter(Q(organisation__in=scope_ids(actor)) | Q(pk__in=ours))


def years_visible_to(actor: Actor) -> QuerySet[ClusterYear]:
    return ClusterYear.objects.filter(cluster__in=visible_to(actor)).select_related(
        "cluster__organisation", "period"
    )


def cards_visible_to(actor: Actor) -> QuerySet[Scorecard]:
    """One's own; the desk all; what was sent also its cross-checker and the head; once voted or announced, all members."""
    rows = Scorecard.objects.select_related(
        "year__cluster__organisation", "year__period", "member__organisation", "checker__organisation"
    )
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    here = scope_ids(actor)
    seen = Q(year__cluster__organisation__in=here) | Q(member__organisation__in=here)
    seen |= Q(checker__organisation__in=here, state__in=SENT)
    heading = Headship.objects.filter(
        cluster=OuterRef("year__cluster"),
        member__organisation__in=here,
        since__lt=OuterRef("year__period__until"),
    ).filter(Q(until__isnull=True) | Q(until__gte=OuterRef("year__period__until")))
    among = ClusterMember.objects.filter(cluster=OuterRef("year__cluster"), organisation__in=here)
    seen |= Q(Exists(heading), state__in=SENT) | Q(Exists(among), year__state__in=COMMON)
    return rows.filter(seen)


def found(rows: QuerySet[M], words: str) -> QuerySet[M]:
    """All words, in any order, without diacritics."""
    for word in search_words(words):
        rows = rows.filter(search__contains=word)
    return rows


def with_present(rows: QuerySet[Cluster], on: date) -> QuerySet[Cluster]:
    """For the list: how many members on the day, who heads it, and where its newest year stands."""
    newest = ClusterYear.objects.filter(cluster=OuterRef("pk")).order_by("-period__until", "-pk")
    head = Headship.objects.filter(in_force(on), cluster=OuterRef("pk"), role=HeadRole.HEAD)
    return rows.annotate(
        n_members=counted(ClusterMember.objects.filter(in_force(on)), "cluster"),
        head=Subquery(head.values("member__name")[:1]),
        year_label=Subquery(newest.values("period__label")[:1]),
        year_state=Subquery(newest.values("state")[:1]),
    )


def kind_counts(rows: QuerySet[Cluster]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("kind").annotate(n=Count("pk")))


def sheet_of(year: ClusterYear) -> Sheet:
    """The groups of the year with their criteria, in the order of the sheet."""
    groups = list(year.groups.order_by("place", "pk"))
    criteria: dict[int, list[Criterion]] = defaultdict(list)
    for one in Criterion.objects.filter(group__year=year).order_by("place", "pk"):
        criteria[one.group_id].append(one)
    return [(group, criteria[group.pk]) for group in groups]


def tallies(year: ClusterYear, cards: Iterable[Scorecard]) -> list[CardTally]:
    """How the total of each card comes about; three queries for any number of cards."""
    shown = list(cards)
    sheet = sheet_of(year)
    scores: dict[int, list[Score]] = defaultdict(list)
    for score in Score.objects.filter(card__in=[card.pk for card in shown]):
        scores[score.card_id].append(score)
    return [tally(card, sheet, scores[card.pk], year.decimals) for card in shown]


def tally_of(card: Scorecard) -> CardTally:
    """One card, with the evidence of each score."""
    scores = card.scores.prefetch_related("evidence__file")
    return tally(card, sheet_of(card.year), scores, card.year.decimals)


def previous_year(year: ClusterYear) -> ClusterYear | None:
    """The one before that has criteria to copy."""
    before = year.cluster.years.filter(period__until__lt=year.period.until, groups__isnull=False)
    return before.order_by("-period__until", "-pk").select_related("period").first()


def waiting_for(actor: Actor) -> QuerySet[Scorecard]:
    """Cards to be scored by one's own unit, and cards that it is to cross-check."""
    rows = Scorecard.objects.filter(year__state=YearState.SCORING)
    if actor.is_system or not actor.has(*FILLS, *ANSWERS):
        return rows.none()
    own = Q(member__organisation=actor.organisation_id, state=CardState.OPEN)
    return rows.filter(own | Q(checker__organisation=actor.organisation_id, state=CardState.SENT))


def to_sum_up(actor: Actor) -> QuerySet[ClusterYear]:
    """Years that the actor's own organisation heads now, whose cards are all cross-checked."""
    if actor.is_system or not actor.has(*FILLS):
        return ClusterYear.objects.none()
    led = Headship.objects.filter(in_force(actor.on), member__organisation=actor.organisation_id)
    cards = Scorecard.objects.filter(year=OuterRef("pk"))
    pending = cards.exclude(state__in=[CardState.CHECKED, CardState.EXCUSED])
    checked = Q(state=YearState.SCORING) & Exists(cards) & ~Exists(pending)
    rows = ClusterYear.objects.filter(Q(state=YearState.SETTLING) | checked, cluster__running=Running.HERE)
    return rows.filter(cluster__in=led.values("cluster")).order_by("period__until", "pk")


def ordered(rows: QuerySet[Scorecard]) -> QuerySet[Scorecard]:
    """By place once there is one, else as the members were entered."""
    return rows.order_by(F("place").asc(nulls_last=True), "member_id", "pk")


def heads_by_cluster(cluster: Cluster) -> QuerySet[Headship]:
    return cluster.headships.select_related("member").order_by("-since", "-role", "pk")


def votes_waiting_for(actor: Actor) -> QuerySet[ClusterYear]:
    """Years whose ranking is being voted, where the actor's own organisation has not voted."""
    if actor.is_system or not actor.has(*ANSWERS):
        return ClusterYear.objects.none()
    own = Scorecard.objects.filter(
        member__organisation=actor.organisation_id, member__n_votes__gt=0, turnout__isnull=True
    ).exclude(state=CardState.EXCUSED)
    rows = ClusterYear.objects.filter(state=YearState.VOTING, pk__in=own.values("year"))
    return rows.order_by("period__until", "pk")


def leaders(organisation_ids: Iterable[int], year: int) -> dict[int, bool]:
    """Whether each unit took the first place in its cluster that year; who has no announced result is left out."""
    cards = Scorecard.objects.filter(
        member__organisation__in=list(organisation_ids),
        year__state=YearState.FINISHED,
        year__period__year=year,
        place__isnull=False,
    )
    found: dict[int, bool] = {}
    for unit, place in cards.values_list("member__organisation", "place"):
        if unit is not None:
            found[unit] = found.get(unit, False) or place == 1
    return found
