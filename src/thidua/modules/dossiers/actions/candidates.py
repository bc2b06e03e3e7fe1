"""The list: who is proposed for what, in which order, and what is written about them."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers.actions.draft import touch
from thidua.modules.dossiers.actions.frozen import freeze
from thidua.modules.dossiers.actions.lock import locked, locked_candidate
from thidua.modules.dossiers.drafts import CandidateDraft, CandidateLine, Recipient
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.queries.recipients import recipients_of, usable_initiatives
from thidua.modules.dossiers.queries.records import KINDS
from thidua.modules.dossiers.states import CANDIDATE_WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook import api as rulebook


class CannotPropose(Cannot):
    """A recipient cannot be proposed for an honour in this dossier."""


@action
def add(
    *,
    dossier: Dossier,
    recipients: Sequence[Recipient],
    honours: Sequence[str],
    actor: Actor,
    now: datetime,
    achievement: str = "",
    by: str = "",
) -> list[Candidate]:
    """Propose each recipient for each honour; what is proposed already is left as it is."""
    lines = [
        CandidateLine(recipient=one, honours=tuple(honours), achievement=achievement, by=by)
        for one in recipients
    ]
    return add_lines(dossier=dossier, lines=lines, actor=actor, now=now)


@action
def add_lines(
    *, dossier: Dossier, lines: Sequence[CandidateLine], actor: Actor, now: datetime
) -> list[Candidate]:
    """The same for a list in which each line has its own honours; as many queries for one line as for a thousand."""
    held = locked(dossier)
    require(may_edit(actor, held))
    if not lines or not all(line.honours for line in lines):
        raise CannotPropose(_("Choose whom to propose, and for what."), field="honours")
    found = recipients_of(held, [line.recipient for line in lines])
    if len(found) < len({line.recipient for line in lines}):
        raise CannotPropose(_("One of those chosen does not belong to this unit."), field="recipients")
    place = held.candidates.aggregate(last=Max("place"))["last"] or 0
    known = _proposed(held)
    added: list[Candidate] = []
    for line in lines:
        for honour in _in_order(line.honours):
            refuse_wrong_kind(line.recipient.kind, honour)
            if (key := (line.recipient.kind, line.recipient.pk, honour)) not in known:
                known.add(key)
                candidate = freeze(held, line.recipient.kind, found[line.recipient])
                candidate.honour, candidate.place = honour, place + len(added) + 1
                candidate.achievement, candidate.by = line.achievement, line.by
                added.append(candidate)
    made = Candidate.objects.bulk_create(added)
    touch(held, now)
    return made


def _in_order(honours: Sequence[str]) -> list[str]:
    """The lowest honour first: the others build on it."""
    return sorted(set(honours), key=lambda code: -rulebook.honour(code).rank)


def _proposed(dossier: Dossier) -> set[tuple[str, int, str]]:
    rows = dossier.candidates.exclude(state=CandidateState.DROPPED)
    return {
        (kind, getattr(row, f"{kind}_id"), row.honour)
        for row in rows
        for kind in ("person", "collective", "household")
        if getattr(row, f"{kind}_id")
    }


def refuse_wrong_kind(kind: str, code: str) -> None:
    """Raises CannotPropose for an honour that such recipients are not given."""
    asked = rulebook.honour(code)
    if KINDS[kind] not in asked.recipient:
        raise CannotPropose(
            _("“%(honour)s” is not given to this kind of recipient.") % {"honour": asked.name_vi},
            field="honours",
        )


@action
def change_candidate(
    *, candidate: Candidate, draft: CandidateDraft, actor: Actor, now: datetime
) -> Candidate:
    """What stands on papers about a candidate, and which initiatives are counted for this honour."""
    held = locked_candidate(candidate)
    require(may_edit(actor, held.dossier))
    usable = {row.pk for row in usable_initiatives(held)}
    if not draft.initiative_ids <= usable:
        raise CannotPropose(_("One of the initiatives is not the candidate's own."), field="initiatives")
    held.honorific = clean(draft.honorific)
    held.achievement = clean(draft.achievement)
    held.by = draft.by
    held.is_posthumous = draft.is_posthumous
    held.save()
    held.initiatives.set(sorted(draft.initiative_ids))
    touch(held.dossier, now)
    return held


@action
def drop(*, candidate: Candidate, actor: Actor, now: datetime, reason: str = "") -> None:
    """Take a candidate out of the list: deleted while nothing rests on it, else kept as dropped."""
    held = locked_candidate(candidate)
    require(may_edit(actor, held.dossier))
    if held.verdicts.exists() or held.flags.exists():
        CANDIDATE_WORKFLOW.move(held, "drop")
        held.outcome_reason = reason.strip()[:300]
        held.save(update_fields=["outcome_reason"])
    else:
        held.delete()
    touch(held.dossier, now)


@action
def reorder(*, dossier: Dossier, ids: Sequence[int], actor: Actor, now: datetime) -> None:
    """Bring the list into this order; those not named keep their order behind."""
    held = locked(dossier)
    require(may_edit(actor, held))
    rows = {row.pk: row for row in held.candidates.select_for_update().order_by("place", "id")}
    order = [pk for pk in ids if pk in rows] + [pk for pk in rows if pk not in set(ids)]
    for place, pk in enumerate(order, 1):
        rows[pk].place = place
        rows[pk].save(update_fields=["place"])
    touch(held, now)
