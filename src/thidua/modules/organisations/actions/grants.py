"""Roles of persons in organisations, by period; and their hand-over for dated days."""

from datetime import date

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.accounts.models import User
from thidua.modules.organisations import policy
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import Grant, Organisation
from thidua.modules.organisations.roles import Role


class CannotGiveRole(Cannot):
    """The role cannot be given for these days."""


class CannotEndGrant(Cannot):
    """The role cannot end on that day."""


class CannotHandOver(Cannot):
    """The role cannot be handed over so."""


@action
def give_role(
    *,
    actor: Actor,
    user: User,
    organisation: Organisation,
    role: str,
    since: date,
    until: date | None = None,
    basis: str = "",
) -> Grant:
    require(policy.may_give_role(actor, organisation, user))
    _refuse_bad_days(organisation, role, since, until)
    held = user.grants.filter(days_between(since, until), organisation=organisation, role=role)
    if held.exists():
        sentence = _("%(person)s already has this role there on some of these days.")
        raise CannotGiveRole(sentence % {"person": user.full_name}, field="since")
    made = Grant.objects.create(
        user=user,
        organisation=organisation,
        role=role,
        since=since,
        until=until,
        basis=basis,
        granted_by_id=actor.user_id,
    )
    publish("organisations.role_given", made.pk)
    return made


def days_between(since: date, until: date | None) -> Q:
    """Periods that share a day with [since, until)."""
    not_over = Q(until__isnull=True) | Q(until__gt=since)
    return not_over & Q(since__lt=until) if until else not_over


def _refuse_bad_days(organisation: Organisation, role: str, since: date, until: date | None) -> None:
    if until is not None and until <= since:
        raise CannotGiveRole(_("The last day must come after the first."), field="until")
    if role == Role.VISITOR and until is None:
        raise CannotGiveRole(
            _("A visiting team reads for dated days only: enter the last day."), field="until"
        )
    if organisation.until is not None and organisation.until <= since:
        raise CannotGiveRole(_("%s has ended: give the role in its successor.") % organisation.name)


@action
def end_grant(*, actor: Actor, on: date, grant: Grant, until: date, reason: str = "") -> None:
    """The role is held up to the day before `until`; one that has not begun is taken back."""
    require(policy.may_end_grant(actor, grant))
    if grant.until is not None and grant.until <= until:
        day = date_format(grant.until, "SHORT_DATE_FORMAT")
        raise CannotEndGrant(_("This role ends already on %s. Choose an earlier day.") % day, field="until")
    if until < on:
        raise CannotEndGrant(
            _("What was done in this role stays: choose today or a later day."), field="until"
        )
    _cut(list(grant.handovers.all()), until)
    _cut([grant], until)


def _cut(grants: list[Grant], until: date) -> None:
    for grant in grants:
        if grant.since >= until:
            grant.delete()
        elif grant.until is None or grant.until > until:
            grant.until = until
            grant.save(update_fields=["until"])


@action
def hand_over(
    *, actor: Actor, on: date, grant: Grant, to: User, since: date, until: date, basis: str = ""
) -> Grant:
    """Somebody else acts in this role on [since, until); its holder does not in these days."""
    require(policy.may_hand_over(actor, grant))
    _refuse_hand_over(grant, to, on, since, until)
    made = Grant.objects.create(
        user=to,
        organisation_id=grant.organisation_id,
        role=grant.role,
        since=since,
        until=until,
        handed_over_from=grant,
        basis=basis,
        granted_by_id=actor.user_id,
    )
    publish("organisations.handed_over", made.pk)
    return made


def _refuse_hand_over(grant: Grant, to: User, on: date, since: date, until: date) -> None:
    if to.pk == grant.user_id or not to.is_active:
        raise CannotHandOver(_("Choose another person who may sign in."), field="to")
    if until <= since:
        raise CannotHandOver(_("The last day must come after the first."), field="until")
    if since < on:
        raise CannotHandOver(_("A role is handed over from today on, not for days gone by."), field="since")
    if since < grant.since or (grant.until is not None and until > grant.until):
        raise CannotHandOver(_("The role itself is not held on all of these days."), field="until")
    if grant.handovers.filter(days_between(since, until)).exists():
        raise CannotHandOver(_("On one of these days it is handed over already."), field="since")
    if to.grants.filter(
        days_between(since, until), organisation=grant.organisation_id, role=grant.role
    ).exists():
        raise CannotHandOver(_("%s has this role already.") % to.full_name, field="to")
