"""The secret vote on the ranking: opened, cast on screen, closed and counted; or taken on paper and entered."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.ballots import shuffled
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.modules.clusters import ballots, policy
from thidua.modules.clusters.actions.criteria import locked
from thidua.modules.clusters.ballots import BOX
from thidua.modules.clusters.models import CastRanking, ClusterYear, Scorecard, VoteWay
from thidua.modules.clusters.needs import candidates
from thidua.modules.clusters.states import YEAR
from thidua.modules.organisations.api import Actor


class CannotRank(Cannot):
    """The ballot is not complete, or names somebody it may not."""


@action
def open_vote(*, year: ClusterYear, actor: Actor) -> ClusterYear:
    """From here on all members see the points, and rank each other."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "open_vote"))
    YEAR.move(held, "open_vote")
    events.publish("clusters.vote_opened", held.pk)
    return held


@action
def cast(*, year: ClusterYear, ranks: Mapping[int, int], actor: Actor) -> None:
    """Card → rank, once for each member. Nothing of it is written in any history or log."""
    BOX.hold(year.pk)
    year.refresh_from_db(fields=["state"])
    require(policy.may_vote(actor, year))
    seat = policy.seat_of(actor, year)
    assert seat is not None  # may_vote has asked
    known = list(candidates(year).values_list("pk", flat=True))
    _refuse_incomplete(year, ranks, set(known) - (set() if year.may_rank_itself else {seat.pk}))
    BOX.put(year.pk, seat.pk, [ballots.written(known, ranks)] * seat.member.n_votes)


def _refuse_incomplete(year: ClusterYear, ranks: Mapping[int, int], may_be_ranked: set[int]) -> None:
    if sorted(ranks.values()) != list(range(1, year.n_ranked + 1)):
        raise CannotRank(_("Choose a different member for every place."))
    if ranks.keys() - may_be_ranked:
        raise CannotRank(_("Rank the other members of this cluster."))


@action
def close_vote(*, year: ClusterYear, actor: Actor) -> ClusterYear:
    """Open the box and count: one transaction, after which the sealed ballots are gone."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "close_vote"))
    BOX.hold(held.pk)
    YEAR.move(held, "close_vote")
    known = list(candidates(held))
    opened = [ballots.read([card.pk for card in known], ballot) for ballot in BOX.empty(held.pk)]
    _keep_shuffled(opened)
    _count(held, known, opened)
    return held


def _keep_shuffled(opened: Iterable[Mapping[int, int]]) -> None:
    """Single ranks without their ballot, in random order, so that no ballot can be put together again."""
    ranks = [(card, rank) for ballot in opened for card, rank in ballot.items()]
    CastRanking.objects.bulk_create(CastRanking(card_id=card, rank=rank) for card, rank in shuffled(ranks))


def _count(year: ClusterYear, cards: Iterable[Scorecard], opened: list[dict[int, int]]) -> None:
    for card in cards:
        given = [ballot[card.pk] for ballot in opened if card.pk in ballot]
        card.vote_points, card.n_first = ballots.points(given, year.n_ranked), given.count(1)
        card.save(update_fields=["vote_points", "n_first"])
    year.is_voted = True
    year.save(update_fields=["is_voted"])


@action
def restart_vote(*, year: ClusterYear, actor: Actor, reason: str) -> ClusterYear:
    """The box is destroyed unread, a result is forgotten."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "restart_vote"))
    if not reason.strip():
        raise CannotMove(_("Give the reason: it is kept in the history."), field="reason")
    YEAR.move(held, "restart_vote")
    BOX.forget(held.pk)
    CastRanking.objects.filter(card__year=held).delete()
    held.cards.update(vote_points=None, n_first=None)
    held.is_voted = False
    held.save(update_fields=["is_voted"])
    return held


@action
def vote_on_paper(*, year: ClusterYear, actor: Actor, reason: str) -> ClusterYear:
    """The same ranking with ballots of paper: its minutes are entered afterwards."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "on_paper"))
    if not reason.strip():
        raise CannotMove(_("Give the reason: it is kept in the history."), field="reason")
    YEAR.move(held, "on_paper")
    held.vote_way = VoteWay.PAPER
    held.save(update_fields=["vote_way"])
    return held


@action
def enter_vote(*, year: ClusterYear, counted: Mapping[int, tuple[int, int]], actor: Actor) -> ClusterYear:
    """Card → points of the vote and ballots that rank it first, as the minutes of a vote on paper say."""
    held = locked(year)
    require(policy.may_enter_vote(actor, held))
    for card in candidates(held).filter(pk__in=counted):
        card.vote_points, card.n_first = counted[card.pk]
        card.save(update_fields=["vote_points", "n_first"])
    held.is_voted = True
    held.save(update_fields=["is_voted"])
    return held
