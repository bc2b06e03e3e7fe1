"""Revoking and correcting: new decisions whose items name the entries concerned."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.decisions import grounds, policy, wording
from thidua.modules.decisions.models import (
    Decision,
    DecisionItem,
    DecisionKind,
    DecisionState,
    RevocationGround,
)
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import instruments, signers_of
from thidua.modules.register.models import Act, Entry

# What a correction may put right: slips in what is written about the recipient.
CORRECTED = ("name", "honorific", "post", "unit_name", "achievement")


class CannotAmend(Cannot):
    """These entries cannot be revoked or corrected by this body."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One entry concerned: the ground of its revocation, or what to write instead."""

    entry: Entry
    ground: str = ""
    reason: str = ""
    changes: dict[str, Any] = field(default_factory=dict)


@action
def draft_revocation(
    *, organisation: Organisation, amendments: Sequence[Amendment], actor: Actor, on: date, now: datetime
) -> Decision:
    """Hủy bỏ quyết định và thu hồi hiện vật, tiền thưởng, by whoever decided (Law 06/2022/QH15, Art 93.2, 93.8)."""
    if any(a.ground not in RevocationGround.values or not clean(a.reason) for a in amendments):
        raise CannotAmend(_("Choose the ground in law and say what was found."), field="reason")
    title = "Về việc hủy bỏ quyết định khen thưởng và thu hồi hiện vật, tiền thưởng"
    drafted = _draft(
        kind=DecisionKind.REVOKE,
        organisation=organisation,
        amendments=amendments,
        title=title,
        actor=actor,
        on=on,
        now=now,
    )
    points = sorted({a.ground for a in amendments})
    drafted.grounds += [f"Điểm {', điểm '.join(points)} khoản 2 Điều 93 Luật Thi đua, khen thưởng"]
    drafted.save(update_fields=["grounds"])
    return drafted


@action
def draft_correction(
    *, organisation: Organisation, amendments: Sequence[Amendment], actor: Actor, on: date, now: datetime
) -> Decision:
    """Đính chính: what was written wrongly about a recipient."""
    tidy = [_tidy(amendment) for amendment in amendments]
    if any(not amendment.changes for amendment in tidy):
        raise CannotAmend(_("Write at least one thing differently."))
    return _draft(
        kind=DecisionKind.CORRECT,
        organisation=organisation,
        amendments=tidy,
        title="Về việc đính chính quyết định khen thưởng",
        actor=actor,
        on=on,
        now=now,
    )


def _tidy(amendment: Amendment) -> Amendment:
    """Only what really differs."""
    differing = {
        name: text
        for name in CORRECTED
        if name in amendment.changes
        and (text := clean(amendment.changes[name])) != getattr(amendment.entry, name)
    }
    return Amendment(amendment.entry, reason=amendment.reason, changes=differing)


def _draft(
    *,
    kind: DecisionKind,
    organisation: Organisation,
    amendments: Sequence[Amendment],
    title: str,
    actor: Actor,
    on: date,
    now: datetime,
) -> Decision:
    require(policy.may_draft(actor, organisation))
    for amendment in amendments:
        _refuse(organisation, amendment.entry)
    decision = Decision(
        organisation=organisation,
        kind=kind,
        title=title,
        signer=signers_of(organisation, on).first(),
        grounds=instruments(organisation, on),
        proposer=grounds.units_of(organisation),
        drafted_by_id=actor.user_id,
        made_at=now,
        search=fold(title),
    )
    decision.authority = wording.heading(organisation, decision.signer, on)
    decision.executors = wording.executors(organisation)
    decision.copies = ["Như Điều 3"] if kind == DecisionKind.REVOKE else ["Như Điều 2"]
    decision.full_clean(exclude=["search"], validate_constraints=False)
    decision.save()
    DecisionItem.objects.bulk_create(
        DecisionItem(
            decision=decision,
            place=place,
            refers_to=a.entry,
            ground=a.ground,
            reason=clean(a.reason)[:300],
            correction=a.changes,
        )
        for place, a in enumerate(amendments, 1)
    )
    events.publish("decisions.drafted", decision.pk, actor=actor.user_id)
    return decision


def _refuse(organisation: Organisation, entry: Entry) -> None:
    if entry.chain.body_id != organisation.pk:
        raise CannotAmend(_("Only the body that decided revokes or corrects: %s.") % entry.decided_by)
    if entry.act != Act.GRANT:
        raise CannotAmend(_("Choose the entry of the conferral itself."))
    if entry.later.filter(act=Act.REVOKE).exists():
        raise CannotAmend(_("This award is already revoked."))
    if DecisionItem.objects.filter(refers_to=entry).exclude(
        decision__state__in=(DecisionState.CANCELLED, DecisionState.IN_FORCE)
    ).exists():  # fmt: skip
        raise CannotAmend(_("Another draft already concerns this entry."))
