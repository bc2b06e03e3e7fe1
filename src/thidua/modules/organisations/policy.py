"""Who may change the tree, the roles in it, the calendar and the periods."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor, grants_of, scope_ids
from thidua.modules.organisations.models import Grant, Kind, Organisation
from thidua.modules.organisations.roles import DESK, Role

# Working days and evaluation periods hold for everybody: a unit's administrator does not set them.
AUTHORITIES = frozenset({Kind.PROVINCE, Kind.DEPARTMENT, Kind.COMMUNE})
NOT_ADMINISTRATOR = _("Only an administrator of this organisation, or of one above it, may do this.")


def may_administer(actor: Actor, organisation_ids: Iterable[int | None]) -> Answer:
    if actor.has(Role.ADMINISTRATOR) and all(actor.covers(pk) for pk in organisation_ids):
        return ALLOWED
    return refused(NOT_ADMINISTRATOR)


def may_see_roles(actor: Actor, organisation: Organisation) -> Answer:
    if actor.has(Role.ADMINISTRATOR, Role.INSPECTOR, *DESK) and actor.covers(organisation.pk):
        return ALLOWED
    return refused(_("The list of roles is for administrators, the desk and inspectors."))


def may_give_role(actor: Actor, organisation: Organisation, user: User) -> Answer:
    if actor.user_id == user.pk:
        return refused(_("Nobody gives himself a role: ask another administrator."))
    return may_administer(actor, [organisation.pk])


def may_end_grant(actor: Actor, grant: Grant) -> Answer:
    """An administrator; and who handed a role over takes it back himself."""
    if actor.user_id == grant.user_id and grant.role == Role.ADMINISTRATOR:
        return refused(_("Nobody ends his own administration: ask another administrator."))
    if grant.handed_over_from and grant.handed_over_from.user_id == actor.user_id:
        return ALLOWED
    return may_administer(actor, [grant.organisation_id])


def may_hand_over(actor: Actor, grant: Grant) -> Answer:
    """Whoever holds the role, or an administrator for him (he may be ill)."""
    if grant.handed_over_from_id is not None:
        return refused(_("A role that was handed over is not handed on: its holder chooses the person."))
    if actor.user_id == grant.user_id:
        return ALLOWED
    return may_administer(actor, [grant.organisation_id])


def may_set_common_things(actor: Actor) -> Answer:
    """What holds for everybody: the working calendar, the evaluation periods, outgoing mail, trusted roots."""
    kind = actor.organisation.kind if actor.organisation else None
    if actor.is_system or (actor.has(Role.ADMINISTRATOR) and kind in AUTHORITIES):
        return ALLOWED
    return refused(_("Only an administrator of a commune, a department or a province may do this."))


def may_open_accounts(actor: Actor) -> Answer:
    if actor.has(Role.ADMINISTRATOR):
        return ALLOWED
    return refused(_("Accounts are kept by administrators."))


def may_see_exports(actor: Actor) -> Answer:
    if actor.has(Role.ADMINISTRATOR, Role.INSPECTOR):
        return ALLOWED
    return refused(_("Which lists were exported is seen by administrators and inspectors."))


def may_administer_account(actor: Actor, user: User) -> Answer:
    """Whoever resets a password can take the account over: so all its roles must stand in the scope."""
    if actor.is_system:
        return ALLOWED
    if actor.user_id == user.pk:
        return refused(_("This is your own account: use “My account”."))
    outside = grants_of(user.pk, actor.on).exclude(organisation__in=scope_ids(actor))
    if actor.has(Role.ADMINISTRATOR) and not outside.exists():
        return ALLOWED
    return refused(_("This person has a role outside your scope: the administrator there keeps the account."))
