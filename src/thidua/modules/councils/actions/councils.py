"""A council and its members, from one day to another."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.accounts.models import User
from thidua.modules.councils.models import Council, Member, MemberRole
from thidua.modules.councils.policy import may_keep_councils
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotEnd(Cannot):
    """The last day does not come after the first."""


class CannotSeat(Cannot):
    """The person already sits in the council."""


@action
def create_council(
    *,
    organisation: Organisation,
    name: str,
    decision: str,
    since: date,
    until: date | None = None,
    actor: Actor,
) -> Council:
    require(may_keep_councils(actor, organisation.pk))
    council = Council(
        organisation=organisation, name=clean(name), decision=clean(decision), since=since, until=until
    )
    council.full_clean()
    council.save()
    return council


@action
def add_member(
    *,
    council: Council,
    name: str,
    post: str,
    role: str = MemberRole.MEMBER,
    user: User | None = None,
    unit: Organisation | None = None,
    since: date,
    until: date | None = None,
    actor: Actor,
) -> Member:
    """A seat; `user` signs in and may vote on screen, `unit` is asked about for the recusal rule."""
    require(may_keep_councils(actor, council.organisation_id))
    if user and council.members.filter(user=user, until__isnull=True).exists():
        raise CannotSeat(_("This account already has a seat in the council."), field="user")
    member = Member(
        council=council,
        name=clean(name),
        post=clean(post),
        role=role,
        user=user,
        unit=unit,
        since=since,
        until=until,
    )
    member.full_clean()
    member.save()
    return member


@action
def end_member(*, member: Member, until: date, actor: Actor) -> None:
    """The member no longer sits from this day on."""
    require(may_keep_councils(actor, member.council.organisation_id))
    member.until = _after(member.since, until)
    member.save(update_fields=["until"])


@action
def end_council(*, council: Council, until: date, actor: Actor) -> None:
    require(may_keep_councils(actor, council.organisation_id))
    council.until = _after(council.since, until)
    council.save(update_fields=["until"])


def _after(since: date, until: date) -> date:
    if until <= since:
        raise CannotEnd(_("The last day must come after the first."), field="until")
    return until
