"""Drafting a decision from the passed list."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.decisions import policy, wording
from thidua.modules.decisions.competence import may_confer
from thidua.modules.decisions.models import Decision, DecisionItem
from thidua.modules.decisions.prizes import reprice
from thidua.modules.decisions.queries import undecided
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import signers_of
from thidua.modules.rulebook import api as rulebook

# What the editor changes; the rest has actions of its own.
TEXTS = ("title", "authority", "proposer", "merit", "money", "executors", "symbol")
LISTS = ("grounds", "copies")


class CannotDraft(Cannot):
    """These candidates cannot stand in one decision of this body."""


@action
def draft(
    *,
    organisation: Organisation,
    candidates: Sequence[Candidate],
    title: str,
    actor: Actor,
    on: date,
    now: datetime,
) -> Decision:
    """A draft with its recipients, prizes, grounds and wording proposed; all of it can be changed."""
    require(policy.may_draft(actor, organisation))
    found = _free(organisation, candidates, on)
    decision = Decision(
        organisation=organisation,
        title=clean(title) or wording.title(found),
        signer=signers_of(organisation, on).first(),
        drafted_by_id=actor.user_id,
        made_at=now,
    )
    wording.propose(decision, found, on)
    decision.search = fold(decision.title)
    decision.full_clean(exclude=["search"], validate_constraints=False)
    decision.save()
    _add(decision, found, on)
    events.publish("decisions.drafted", decision.pk, actor=actor.user_id)
    return decision


def _free(organisation: Organisation, candidates: Sequence[Candidate], on: date) -> list[Candidate]:
    """The candidates, held and in order; refused when one is decided elsewhere or by another body."""
    wanted = {candidate.pk for candidate in candidates}
    held = undecided(organisation).filter(pk__in=wanted).order_by("id")
    found = list(held.select_for_update(of=("self",)))
    if not found or len(found) < len(wanted):
        raise CannotDraft(
            _("Choose candidates who have passed and stand in no other decision. Open the list anew.")
        )
    if beyond := {c.honour for c in found} - may_confer(organisation, on):
        names = ", ".join(rulebook.honour(code).name_vi for code in sorted(beyond))
        raise CannotDraft(
            _("%(honours)s: a higher level decides. Submit the dossier to it instead.") % {"honours": names}
        )
    if len({c.is_posthumous for c in found}) > 1:
        raise CannotDraft(_("Posthumous conferrals (truy tặng) need a decision of their own."))
    return sorted(found, key=lambda c: (rulebook.honour(c.honour).rank, c.dossier_id, c.place, c.pk))


def _add(decision: Decision, candidates: Sequence[Candidate], on: date) -> None:
    taken = decision.items.count()
    DecisionItem.objects.bulk_create(
        DecisionItem(decision=decision, candidate=candidate, place=place)
        for place, candidate in enumerate(candidates, taken + 1)
    )
    put_in_order(decision)
    reprice(list(decision.items.select_related("candidate__dossier__period", "decision__organisation")), on)


def put_in_order(decision: Decision) -> None:
    """Places without gaps: the highest honour first, then as in the dossiers."""
    items = list(decision.items.select_related("candidate", "refers_to"))
    items.sort(key=_key)
    for place, item in enumerate(items, 1):
        item.place = place
    DecisionItem.objects.bulk_update(items, ["place"])


def _key(item: DecisionItem) -> tuple[int, int, int, int]:
    if item.candidate is None:
        return (0, 0, item.place, item.pk)
    return (
        rulebook.honour(item.candidate.honour).rank,
        item.candidate.dossier_id,
        item.candidate.place,
        item.pk,
    )


def held(decision: Decision) -> Decision:
    """The row as it is now, held to the end of the transaction."""
    return Decision.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=decision.pk)


@action
def add_candidates(*, decision: Decision, candidates: Sequence[Candidate], actor: Actor, on: date) -> None:
    row = held(decision)
    require(policy.may_change(actor, row))
    found = _free(row.organisation, candidates, on)
    others = Candidate.objects.filter(decision_items__decision=row)
    if {c.is_posthumous for c in others} | {c.is_posthumous for c in found} == {True, False}:
        raise CannotDraft(_("Posthumous conferrals (truy tặng) need a decision of their own."))
    _add(row, found, on)


@action
def drop_item(*, item: DecisionItem, actor: Actor, on: date) -> None:
    """Take a recipient out of a draft; the candidate waits for another decision."""
    row = held(item.decision)
    require(policy.may_change(actor, row))
    item.delete()
    put_in_order(row)
    reprice(list(row.items.select_related("candidate__dossier__period", "decision__organisation")), on)


@action
def change(*, decision: Decision, version: int, fields: dict[str, Any], actor: Actor) -> Decision:
    """Save the draft's wording. Raises Conflict with both texts when somebody saved in between."""
    row = held(decision)
    require(policy.may_change(actor, row))
    if row.version != version:
        raise Conflict(theirs={name: getattr(row, name) for name in fields}, mine=fields)
    for name, value in fields.items():
        setattr(row, name, _tidy(name, value))
    row.version += 1
    row.search = fold(row.title)
    row.full_clean(exclude=["search"], validate_constraints=False)
    row.save()
    return row


def _tidy(name: str, value: Any) -> Any:
    if name in LISTS:
        return [line for text in value if (line := clean(text))]
    return clean(value) if name in TEXTS else value
