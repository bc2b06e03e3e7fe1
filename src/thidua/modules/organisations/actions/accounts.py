"""Administrators open accounts with a first role, print slips, and help who lost the second factor."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.accounts import api as accounts
from thidua.modules.accounts.models import User
from thidua.modules.organisations import policy
from thidua.modules.organisations.actions.grants import give_role
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import Grant, Organisation

SLIP_VALID = timedelta(days=14)


class CannotCreateAccount(Cannot):
    """The account cannot be opened."""


@action
def create_account(
    *,
    actor: Actor,
    on: date,
    now: datetime,
    username: str,
    full_name: str,
    email: str,
    organisation: Organisation,
    role: str,
    until: date | None = None,
    basis: str = "",
) -> User:
    """A person with a first role: an account without one would be in nobody's scope."""
    require(policy.may_administer(actor, [organisation.pk]))
    user = accounts.open_account(actor=actor, now=now, username=username, full_name=full_name, email=email)
    give_role(
        actor=actor, user=user, organisation=organisation, role=role, since=on, until=until, basis=basis
    )
    return user


@action
def change_account(
    *,
    actor: Actor,
    user: User,
    full_name: str,
    email: str,
    must_use_second_factor: bool,
) -> None:
    require(policy.may_administer_account(actor, user))
    accounts.change_account(
        actor=actor,
        user=user,
        full_name=full_name,
        email=email,
        must_use_second_factor=must_use_second_factor,
    )


@action
def set_active(*, actor: Actor, user: User, is_active: bool, reason: str = "") -> None:
    require(policy.may_administer_account(actor, user))
    accounts.set_active(actor=actor, user=user, is_active=is_active, reason=reason)


@action
def print_slip(*, actor: Actor, on: date, now: datetime, user: User) -> tuple[accounts.ActivationSlip, str]:
    """The slip and its code, which is kept nowhere else."""
    require(policy.may_administer_account(actor, user))
    if not Grant.objects.filter(user=user).exists():
        raise CannotCreateAccount(_("Give this person a role first."))
    return accounts.issue_slip(actor=actor, now=now, user=user, expires_on=on + SLIP_VALID)


@action
def reset_second_factor(*, actor: Actor, user: User, reason: str = "") -> None:
    """For somebody who lost his telephone: the next sign-in asks him to set it up anew."""
    require(policy.may_administer_account(actor, user))
    accounts.reset_second_factor(actor=actor, user=user, reason=reason)
