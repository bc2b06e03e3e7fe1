"""Voting: opened, cast on screen, keyed by tellers, closed and counted."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.ballots import shuffled
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.councils import policy, tellers
from thidua.modules.councils.ballots import paper
from thidua.modules.councils.ballots.box import BOX
from thidua.modules.councils.ballots.count import Votes, of_choices, results
from thidua.modules.councils.models import (
    AgendaItem,
    CastBallot,
    Choice,
    ItemResult,
    Sitting,
    TellerCount,
    Turnout,
)
from thidua.modules.councils.needs import FEWEST_ON_SCREEN
from thidua.modules.councils.outcome import hand_on
from thidua.modules.councils.shares import Share, share_of
from thidua.modules.councils.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook import api as rulebook


class CannotVote(Cannot):
    """The ballot is not complete, or names something not on the agenda."""


class CannotKey(Cannot):
    """The counts cannot be right."""


class CannotClose(Cannot):
    """So few ballots on screen that opening them would show how they voted."""


@action
def open_voting(*, sitting: Sitting, actor: Actor) -> None:
    """From here on the agenda, the shares and who is present stay as they are."""
    require(policy.may_step(actor, sitting, "open"))
    WORKFLOW.move(sitting, "open")
    events.publish("councils.voting_opened", sitting.pk)


@action
def cast(*, sitting: Sitting, choices: Mapping[int, Choice], actor: Actor) -> None:
    """One ballot on the whole agenda, once. Nothing of it is written in any history or log."""
    BOX.hold(sitting.pk)
    sitting.refresh_from_db(fields=["state"])
    require(policy.may_vote(actor, sitting))
    seat = policy.seat_of(actor, sitting)
    assert seat is not None  # may_vote has asked
    agenda = _agenda(sitting)
    excused = set(sitting.items.filter(recused=seat.member).values_list("pk", flat=True))
    if choices.keys() != set(agenda) - excused:
        raise CannotVote(_("Choose on every item before you put in the ballot."))
    BOX.put(sitting.pk, seat.pk, [paper.written(agenda, choices)])


@action
def key_counts(*, sitting: Sitting, counts: Mapping[int, Votes], actor: Actor) -> None:
    """One teller's sheet of the ballots on paper. The first who keys is teller 1; it may be keyed again."""
    require(policy.may_key_counts(actor, sitting))
    assert actor.user_id is not None  # a teller is a person
    _refuse_impossible(sitting, counts)
    teller = _number_of(actor, sitting)
    TellerCount.objects.filter(item__sitting=sitting, teller=teller).delete()
    TellerCount.objects.bulk_create(
        TellerCount(
            item_id=item,
            teller=teller,
            n_in_favour=votes.n_for,
            n_against=votes.n_against,
            n_invalid=votes.n_invalid,
            keyed_by_id=actor.user_id,
        )
        for item, votes in counts.items()
    )


@action
def close(*, sitting: Sitting, actor: Actor, on: date, now: datetime) -> None:
    """Open the box, count, and say what passed: one transaction, after which the sealed ballots are gone."""
    require(policy.may_step(actor, sitting, "close"))
    BOX.hold(sitting.pk)
    _refuse_few(sitting)
    WORKFLOW.move(sitting, "close")
    agenda = _agenda(sitting)
    opened = [paper.read(agenda, ballot) for ballot in BOX.empty(sitting.pk)]
    _keep_shuffled(opened)
    _count(sitting, opened)
    hand_on(sitting, actor=actor, on=on, now=now)
    events.publish("councils.voting_closed", sitting.pk)


def _agenda(sitting: Sitting) -> list[int]:
    return list(sitting.items.order_by("place", "id").values_list("pk", flat=True))


def _refuse_impossible(sitting: Sitting, counts: Mapping[int, Votes]) -> None:
    seats = {row.member_id for row in tellers.on_paper(sitting)}
    items = {item.pk: item for item in sitting.items.prefetch_related("recused").select_related("candidate")}
    if counts.keys() != items.keys():
        raise CannotKey(_("Key every item of the agenda."))
    for pk, votes in counts.items():
        n_voters = len(seats - {member.pk for member in items[pk].recused.all()})
        if votes.n_cast > n_voters:
            raise CannotKey(
                _("“%(item)s”: %(cast)s ballots, but only %(voters)s members vote on paper.")
                % {"item": items[pk].candidate.name, "cast": votes.n_cast, "voters": n_voters},
                field=f"item_{pk}",
            )


def _number_of(actor: Actor, sitting: Sitting) -> int:
    who = tellers.who_keyed(sitting)
    mine = [number for number, user in who.items() if user == actor.user_id]
    return mine[0] if mine else min({1, 2} - who.keys())


def _refuse_few(sitting: Sitting) -> None:
    n_voted = Turnout.objects.filter(attendance__sitting=sitting).count()
    if 0 < n_voted < FEWEST_ON_SCREEN:
        raise CannotClose(
            ngettext(
                "Only %(n)s ballot was put in on screen: opened, it would show how that member voted. "
                "Wait for the others, or begin the vote anew on paper.",
                "Only %(n)s ballots were put in on screen: opened, they would show how those members voted. "
                "Wait for the others, or begin the vote anew on paper.",
                n_voted,
            )
            % {"n": n_voted}
        )


def _keep_shuffled(ballots: Iterable[Mapping[int, Choice]]) -> None:
    """Single votes without their ballot, in random order, so that no ballot can be put together again."""
    votes = [(item, choice) for ballot in ballots for item, choice in ballot.items()]
    CastBallot.objects.bulk_create(
        CastBallot(item_id=item, choice=choice) for item, choice in shuffled(votes)
    )


def _count(sitting: Sitting, ballots: list[dict[int, Choice]]) -> None:
    items = list(sitting.items.prefetch_related("depends_on__candidate").order_by("place", "id"))
    n_members = sitting.attendance.count()
    on_paper = tellers.votes_of(sitting, 1)
    votes = {
        item.pk: of_choices(ballot[item.pk] for ballot in ballots if item.pk in ballot)
        + on_paper.get(item.pk, Votes())
        for item in items
    }
    carried = {item.pk: _share(item).reached(votes[item.pk].n_for, n_members) for item in items}
    below = {item.pk: [lower.pk for lower in item.depends_on.all()] for item in items}
    found = results([item.pk for item in items], carried, below)
    for item in items:
        _write_result(item, votes[item.pk], found)


def _share(item: AgendaItem) -> Share:
    share = share_of(item)
    assert share is not None, "voting opens only when each item has its share"
    return share


def _write_result(item: AgendaItem, votes: Votes, found: Mapping[int, ItemResult]) -> None:
    item.n_in_favour, item.n_against, item.n_invalid = votes.n_for, votes.n_against, votes.n_invalid
    item.result = found[item.pk]
    if item.result == ItemResult.DROPPED:
        lower = next(low for low in item.depends_on.all() if found[low.pk] != ItemResult.PASSED)
        item.reason = dropped_reason(lower)
    item.save(update_fields=["n_in_favour", "n_against", "n_invalid", "result", "reason"])


def dropped_reason(lower: AgendaItem) -> str:
    return _("Builds on “%(title)s”, which was not passed in this sitting.") % {
        "title": rulebook.honour(lower.candidate.honour).name_vi
    }
