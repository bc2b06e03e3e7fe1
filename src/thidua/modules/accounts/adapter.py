"""What allauth asks of us: nobody signs up, words for the screen, sealed second factors."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from thidua.modules.accounts.second_factor import seal, unseal

# Coming and going is seen without being told.
UNSAID = frozenset({"account/messages/logged_in.txt", "account/messages/logged_out.txt"})


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is shut. Ask your administrator."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This password is not right."),
        "incorrect_code": _("This code is not right. Wait for the next one and type it without spaces."),
        "email_password_mismatch": _("User name or password is not right."),
        "username_password_mismatch": _("User name or password is not right."),
        "invalid_login": _("User name or password is not right."),
        "too_many_login_attempts": _(
            "Too many wrong passwords. Try again in 15 minutes, or ask your administrator for a new activation slip."
        ),
        "rate_limited": _("Too many tries. Wait 15 minutes and try again."),
        "password_min_length": _("A password has at least %d signs."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- allauth's signature
        """Accounts are made by an administrator, never by the visitor."""
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **rest: Any,
    ) -> None:
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **rest)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Wait for the next one and type it without spaces."),
        "cannot_delete_authenticator": _(
            "Your role asks for a second factor: add another one before you remove this."
        ),
        "cannot_generate_recovery_codes": _("Set up a second factor first; recovery codes stand in for it."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:  # noqa: A002 -- allauth's name
        n = Authenticator.objects.filter(user=user.pk, type=type).count() + 1
        return str(_("Key %s") % n)
