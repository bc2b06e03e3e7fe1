"""The list of households comes into the dossier as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.draft import touch
from thidua.modules.dossiers.actions.frozen import freeze
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.models import Candidate, Dossier, HouseholdReview
from thidua.modules.dossiers.pasted import MOST, Row
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.posting import HONOUR
from thidua.modules.dossiers.queries.households import matched
from thidua.modules.organisations.api import Actor
from thidua.modules.people import api as people
from thidua.modules.people.models import Household


class CannotEnterHouseholds(Cannot):
    """The list is empty, too long, or a line of it is wrong."""


@dataclass(frozen=True, slots=True)
class Entered:
    n_proposed: int
    n_left_out: int
    n_new: int


@action
def enter_households(*, dossier: Dossier, rows: Sequence[Row], actor: Actor, now: datetime) -> Entered:
    """All lines or none. A household that stands on the list already is overwritten by its line."""
    held = locked(dossier)
    require(may_edit(actor, held))
    _refuse(rows)
    households, n_new = _households(held, rows, actor)
    known = {
        row.household_id: row for row in held.household_reviews.select_for_update().order_by("household_id")
    }
    written = [_written(held, row, home, known) for row, home in zip(rows, households, strict=True)]
    _propose(held, [row for row in written if not row.reason and row.candidate_id is None])
    _leave_out([row for row in written if row.reason and row.candidate_id])
    HouseholdReview.objects.bulk_create([row for row in written if row.pk is None])
    HouseholdReview.objects.bulk_update(
        [row for row in written if row.household_id in known],
        ["candidate", "n_members", "agreement", "note", "reason"],
    )
    touch(held, now)
    n_left_out = sum(1 for row in written if row.reason)
    return Entered(len(written) - n_left_out, n_left_out, n_new)


def _refuse(rows: Sequence[Row]) -> None:
    if not rows:
        raise CannotEnterHouseholds(_("Paste the list first: one household a line."), field="text")
    if len(rows) > MOST:
        raise CannotEnterHouseholds(
            _("More than 5,000 households: enter them in several parts."), field="text"
        )
    if wrong := next((row for row in rows if row.errors), None):
        words = {"n": wrong.n, "error": wrong.errors[0]}
        raise CannotEnterHouseholds(_("Line %(n)s: %(error)s") % words, field="text")


def _households(dossier: Dossier, rows: Sequence[Row], actor: Actor) -> tuple[list[Household], int]:
    """The household of each line; those that the records lack are made."""
    matches = matched(dossier, rows)
    twice = _twice(matches_known := [match.known for match in matches])
    if twice:
        raise CannotEnterHouseholds(
            _("Two lines are the same household of the records: %(name)s.") % {"name": twice}, field="text"
        )
    lacking = [(match.row.head, match.row.address) for match in matches if match.known is None]
    made = iter(people.add_households(organisation=dossier.organisation, heads=lacking, actor=actor))
    return [known or next(made) for known in matches_known], len(lacking)


def _twice(known: Sequence[Household | None]) -> Household | None:
    seen: set[int] = set()
    for one in known:
        if one is not None:
            if one.pk in seen:
                return one
            seen.add(one.pk)
    return None


def _written(
    dossier: Dossier, row: Row, household: Household, known: dict[int, HouseholdReview]
) -> HouseholdReview:
    review = known.get(household.pk) or HouseholdReview(dossier=dossier, household=household)
    review.household = household
    review.n_members, review.agreement = row.n_members, row.agreement
    review.note, review.reason = row.note, row.reason
    return review


def _propose(dossier: Dossier, reviews: Sequence[HouseholdReview]) -> None:
    """A candidate for each; one that the officer had added by himself is taken."""
    place = dossier.candidates.aggregate(last=Max("place"))["last"] or 0
    there = {
        row.household_id: row for row in dossier.candidates.filter(honour=HONOUR, household_id__isnull=False)
    }
    made: list[Candidate] = []
    for n, review in enumerate(reviews, 1):
        candidate = there.get(review.household_id)
        if candidate is None:
            candidate = freeze(dossier, "household", review.household)
            candidate.honour, candidate.place = HONOUR, place + n
            made.append(candidate)
        review.candidate = candidate
    Candidate.objects.bulk_create(made)
    for review in reviews:
        review.candidate = review.candidate  # takes over the id that it has now


def _leave_out(reviews: Sequence[HouseholdReview]) -> None:
    ids = [review.candidate_id for review in reviews if review.candidate_id]
    if Candidate.objects.filter(pk__in=ids, verdicts__isnull=False).exists():
        raise CannotEnterHouseholds(
            _("A household that was sent before is taken out of the list by itself, with its reason."),
            field="text",
        )
    for review in reviews:
        review.candidate = None
    HouseholdReview.objects.filter(candidate__in=ids).update(candidate=None)
    Candidate.objects.filter(pk__in=ids).delete()
