"""Accounts are opened by an administrator and activated with a printed slip."""

import secrets
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.audit import Author
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.accounts.models import ActivationSlip, User

# Letters and figures that are not taken for one another on paper.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
N_SIGNS = 10
USER_NAME_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-")


class CannotOpenAccount(Cannot):
    """The user name or the address is taken or badly written."""


class CannotActivate(Cannot):
    """User name and code do not belong together, or the slip is used or too old."""


@action
def open_account(*, actor: Author, now: datetime, username: str, full_name: str, email: str = "") -> User:
    """An account without a password: it is entered with an activation slip."""
    username, email = fold(username), email.strip().casefold()
    _refuse_username(username)
    _refuse_email(email)
    user = User(username=username, full_name=clean(full_name), email=email, joined_at=now)
    user.set_unusable_password()
    user.save()
    return user


def _refuse_username(username: str) -> None:
    if len(username) < 3 or not set(username) <= USER_NAME_SIGNS:
        raise CannotOpenAccount(
            _("A user name has at least three letters without marks, figures, dots or dashes."),
            field="username",
        )
    if User.objects.filter(username__iexact=username).exists():
        raise CannotOpenAccount(_("This user name is taken. Choose another."), field="username")


def _refuse_email(email: str, owner: User | None = None) -> None:
    if not email:
        return
    try:
        validate_email(email)
    except ValidationError as error:
        raise CannotOpenAccount(_("This is no e-mail address."), field="email") from error
    others = User.objects.exclude(pk=owner.pk) if owner else User.objects.all()
    if others.filter(email__iexact=email).exists():
        raise CannotOpenAccount(_("Another account has this e-mail address."), field="email")


@action
def change_account(
    *, actor: Author, user: User, full_name: str, email: str, must_use_second_factor: bool
) -> None:
    email = email.strip().casefold()
    _refuse_email(email, user)
    user.full_name, user.email = clean(full_name), email
    user.must_use_second_factor = must_use_second_factor
    user.save(update_fields=["full_name", "email", "must_use_second_factor", "search", "sort"])


@action
def change_own_email(*, actor: Author, user: User, email: str) -> None:
    email = email.strip().casefold()
    _refuse_email(email, user)
    user.email = email
    user.save(update_fields=["email", "search"])


@action
def set_language(*, actor: Author, user: User, language: str) -> None:
    user.language = language
    user.save(update_fields=["language"])


@action
def set_active(*, actor: Author, user: User, is_active: bool, reason: str = "") -> None:
    user.is_active = is_active
    user.save(update_fields=["is_active"])


@action
def issue_slip(*, actor: Author, now: datetime, user: User, expires_on: date) -> tuple[ActivationSlip, str]:
    """A new slip makes older ones void. Gives the slip and its code, kept only as a hash."""
    assert actor.user_id is not None  # a slip is issued by a person, not by the system
    user.slips.filter(used_at=None).update(used_at=now)
    code = "".join(secrets.choice(ALPHABET) for _n in range(N_SIGNS))
    slip = ActivationSlip.objects.create(
        user=user,
        code_hash=make_password(code),
        issued_by_id=actor.user_id,
        issued_at=now,
        expires_on=expires_on,
    )
    return slip, f"{code[:5]}-{code[5:]}"


@action
def activate(
    *, actor: Author | None, on: date, now: datetime, username: str, code: str, password: str
) -> User:
    """The slip's code once, for a password of one's own."""
    slip = (
        ActivationSlip.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(user__username__iexact=username.strip(), user__is_active=True, used_at=None)
        .order_by("-issued_at")
        .first()
    )
    # A hash is compared in any case: the time taken tells nobody whether the name exists.
    fits = check_password(_bare(code), slip.code_hash if slip else NO_SLIP)
    if slip is None or not fits:
        raise CannotActivate(
            _("User name and code do not belong together, or the slip was used. Ask your administrator."),
            field="code",
        )
    if slip.expires_on < on:
        raise CannotActivate(_("This slip is too old. Ask your administrator for a new one."), field="code")
    _set_password(slip.user, password)
    slip.used_at = now
    slip.save(update_fields=["used_at"])
    return slip.user


NO_SLIP = make_password(None)


def _bare(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise CannotActivate(" ".join(error.messages), field="password") from error
    user.set_password(password)
    user.save(update_fields=["password"])


@action
def reset_second_factor(*, actor: Author, user: User, reason: str = "") -> None:
    Authenticator.objects.filter(user=user).delete()
