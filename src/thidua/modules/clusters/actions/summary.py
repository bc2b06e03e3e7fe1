"""The head's summary: differences are settled, the result is announced, or recorded from paper."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.clusters import policy
from thidua.modules.clusters.actions.criteria import locked
from thidua.modules.clusters.actions.scoring import at_criterion, criteria_of, held_card
from thidua.modules.clusters.drafts import Entry, Received
from thidua.modules.clusters.keeping import keep
from thidua.modules.clusters.models import ClusterYear, Score, Scorecard
from thidua.modules.clusters.points import refuse_outside, rounded
from thidua.modules.clusters.queries import tallies
from thidua.modules.clusters.states import YEAR
from thidua.modules.clusters.tally import CardTally, places
from thidua.modules.organisations.api import Actor


class CannotSettle(Cannot):
    """Settled points need a reason."""


class CannotAnnounce(Cannot):
    """The announcement needs its paper and its day."""


@action
def settle(*, card: Scorecard, entries: Mapping[int, Entry], actor: Actor) -> Scorecard:
    """Criterion → the points that count, with the reason; an empty entry takes a settlement back."""
    held = held_card(card)
    require(policy.may_settle(actor, held))
    known = {row.criterion_id: row for row in held.scores.all()}
    for criterion in criteria_of(held):
        if criterion.pk in entries:
            with at_criterion(criterion):
                entry, row = entries[criterion.pk], known[criterion.pk]
                if entry.value is not None:
                    refuse_outside(criterion, entry.value)
                _settle_one(row, entry, held.year.decimals)
    return held


def _settle_one(row: Score, entry: Entry, decimals: int) -> None:
    row.settled = None if entry.value is None else rounded(entry.value, decimals)
    row.settle_reason = clean(entry.words) if entry.value is not None else ""
    if row.settled is not None and not row.settle_reason:
        raise CannotSettle(_("Say why these points are settled."))
    row.save(update_fields=["settled", "settle_reason"])


@action
def move_year(*, year: ClusterYear, step: str, actor: Actor, reason: str = "") -> ClusterYear:
    """The steps that only lead on: to the summary, back to the criteria, a result taken back."""
    held = locked(year)
    require(policy.may_step_year(actor, held, step))
    if YEAR.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Give the reason: it is kept in the history."), field="reason")
    YEAR.move(held, step)
    if step == "rewrite":
        held.cards.all().delete()
    if step == "reopen":
        held.result_basis, held.result_on = "", None
        held.save(update_fields=["result_basis", "result_on"])
        held.cards.update(total=None, place=None)
    events.publish(f"clusters.year_{step}", held.pk)
    return held


@action
def announce(*, year: ClusterYear, basis: str, result_on: date, actor: Actor, on: date) -> ClusterYear:
    """From here on totals and places are kept as announced."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "announce"))
    _say(held, basis, result_on, on)
    YEAR.move(held, "announce")
    found = tallies(held, held.cards.select_related("member").order_by("pk"))
    _keep_result(found, places(held, found))
    events.publish("clusters.announced", held.pk)
    return held


def _keep_result(found: list[CardTally], place_of: Mapping[int, int]) -> None:
    for one in found:
        takes_part = one.card.pk in place_of
        one.card.total = one.total if takes_part else None
        one.card.place = place_of.get(one.card.pk)
    Scorecard.objects.bulk_update([one.card for one in found], ["total", "place"])


def _say(year: ClusterYear, basis: str, result_on: date, on: date) -> None:
    if not clean(basis):
        raise CannotAnnounce(_("Enter the paper that announced the result."), field="basis")
    if result_on > on:
        raise CannotAnnounce(_("The day cannot lie in the future."), field="result_on")
    year.result_basis, year.result_on = clean(basis), result_on
    keep(year)


@action
def record(
    *,
    year: ClusterYear,
    received: Mapping[int, Received],
    basis: str,
    result_on: date,
    actor: Actor,
    on: date,
) -> ClusterYear:
    """Card → what the block gave it, by its announcement on paper."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "record"))
    _say(held, basis, result_on, on)
    for card in held.cards.filter(pk__in=received):
        card.total, card.place = received[card.pk].total, received[card.pk].place
        card.save(update_fields=["total", "place"])
    YEAR.move(held, "record")
    events.publish("clusters.announced", held.pk)
    return held
