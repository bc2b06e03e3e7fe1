"""A sitting (or a circulated vote) planned, changed, its members called."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.councils import policy
from thidua.modules.councils.ballots.box import BOX
from thidua.modules.councils.models import (
    Attendance,
    Council,
    Member,
    Sitting,
    SittingForm,
    SittingSubject,
    TellerCount,
    VotingWay,
)
from thidua.modules.councils.queries import members_on
from thidua.modules.councils.shares import Share
from thidua.modules.councils.states import WORKFLOW
from thidua.modules.councils.thresholds import quorum_by_rule
from thidua.modules.organisations.api import Actor

CHANGEABLE = frozenset(
    {
        "title",
        "subject",
        "held_on",
        "begins_at",
        "ends_at",
        "place",
        "quorum_basis",
        "tellers",
    }
)


class CannotPlan(Cannot):
    """The sitting lacks something, or the council has nobody on that day."""


@action
def plan(
    *,
    council: Council,
    title: str,
    held_on: date,
    form: str = SittingForm.SITTING,
    subject: str = SittingSubject.BOTH,
    place: str = "",
    actor: Actor,
) -> Sitting:
    """A sitting with all members of the day called; without a local rule the quorum is typed before voting."""
    require(policy.may_plan(actor, council.organisation_id))
    members = members_on(council, held_on)
    if not members:
        raise CannotPlan(
            _("The council has no members on that day: enter its members first."), field="held_on"
        )
    sitting = Sitting(
        council=council,
        organisation_id=council.organisation_id,
        title=clean(title),
        held_on=held_on,
        form=form,
        subject=subject,
        place=clean(place),
    )
    rule = quorum_by_rule(held_on, council.organisation)
    if rule:
        _set_quorum(sitting, rule.share)
        sitting.quorum_basis = rule.basis
    sitting.full_clean()
    sitting.save()
    _call(sitting, members)
    return sitting


@action
def change(*, sitting: Sitting, actor: Actor, **values: Any) -> None:
    """Day, place, quorum, tellers. A new day calls the members of that day."""
    require(policy.may_arrange(actor, sitting))
    moved = values.get("held_on", sitting.held_on) != sitting.held_on
    for name in CHANGEABLE & values.keys():
        setattr(sitting, name, values[name])
    if "quorum" in values:
        _set_quorum(sitting, values["quorum"])
    sitting.full_clean()
    sitting.save()
    if moved:
        _call_anew(sitting)


def _set_quorum(sitting: Sitting, share: Share | None) -> None:
    if share is None:
        sitting.quorum_numerator = None
        return
    sitting.quorum_numerator, sitting.quorum_denominator = share.numerator, share.denominator
    sitting.quorum_is_over = share.is_over


@action
def set_attendance(
    *, sitting: Sitting, present: Mapping[int, bool], ways: Mapping[int, str], actor: Actor
) -> None:
    """Who is there and how each votes, by the attendance's id; whoever is absent votes in writing or not at all."""
    require(policy.may_arrange(actor, sitting))
    for row in sitting.attendance.select_related("member"):
        row.is_present = present.get(row.pk, row.is_present)
        row.way = VotingWay(ways.get(row.pk, row.way))
        if row.way == VotingWay.SCREEN and row.member.user_id is None:
            raise CannotPlan(
                _("%(member)s has no account and cannot vote on screen.") % {"member": row.member.name},
                field=f"way_{row.pk}",
            )
        row.save(update_fields=["is_present", "way"])


@action
def record_discussion(
    *,
    sitting: Sitting,
    discussion: str,
    begins_at: time | None,
    ends_at: time | None,
    place: str,
    actor: Actor,
) -> None:
    """What the minutes name and is known only afterwards: where, from when to when, what was said."""
    require(policy.may_record(actor, sitting))
    if begins_at and ends_at and ends_at <= begins_at:
        raise CannotPlan(_("A sitting ends after it begins."), field="ends_at")
    sitting.discussion, sitting.place = discussion.strip(), clean(place)
    sitting.begins_at, sitting.ends_at = begins_at, ends_at
    sitting.save(update_fields=["discussion", "place", "begins_at", "ends_at"])


@action
def cancel(*, sitting: Sitting, reason: str, actor: Actor) -> None:
    """Nothing has been decided; its candidates may come before another sitting."""
    require(policy.may_step(actor, sitting, "cancel"))
    _needs(reason)
    BOX.forget(sitting.pk)
    WORKFLOW.move(sitting, "cancel")
    sitting.items.all().delete()


@action
def restart(*, sitting: Sitting, reason: str, actor: Actor) -> None:
    """Throw away every ballot unread; the agenda, the ways of voting and who is present may be changed again."""
    require(policy.may_step(actor, sitting, "restart"))
    _needs(reason)
    BOX.forget(sitting.pk)
    TellerCount.objects.filter(item__sitting=sitting).delete()
    WORKFLOW.move(sitting, "restart")


def _needs(reason: str) -> None:
    if not reason.strip():
        raise CannotPlan(_("Give the reason: it is kept in the history."), field="reason")


def _call_anew(sitting: Sitting) -> None:
    sitting.attendance.all().delete()
    _call(sitting, members_on(sitting.council, sitting.held_on))


def _call(sitting: Sitting, members: QuerySet[Member]) -> None:
    way = VotingWay.WRITTEN if sitting.form == SittingForm.CIRCULATED else VotingWay.PAPER
    Attendance.objects.bulk_create(
        Attendance(sitting=sitting, member=member, way=way, is_present=sitting.form == SittingForm.SITTING)
        for member in members
    )
