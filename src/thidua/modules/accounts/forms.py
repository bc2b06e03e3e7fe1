"""Forms of signing in, in the look and the words of the house."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Dressed, Form

PASSWORD_RULE = _("At least eight signs, not only figures, no common word. A sentence you remember is best.")
CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}


class Named(Dressed):
    """Our labels instead of placeholders, which vanish when one types."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            if name in self.fields:  # type: ignore[attr-defined]
                self._name(self.fields[name], label)  # type: ignore[attr-defined]

    def _name(self, field: forms.Field, label: Any) -> None:
        field.label = label
        field.widget.attrs.pop("placeholder", None)


class LoginForm(Named, account.LoginForm):  # type: ignore[misc]
    labels = {"login": _("User name or e-mail"), "password": _("Password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autofocus": True,
            "spellcheck": "false",
        }


class ReauthenticateForm(Named, account.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Password")}


class ChangePasswordForm(Named, account.ChangePasswordForm):  # type: ignore[misc]
    labels = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = PASSWORD_RULE

    def clean(self) -> dict[str, Any]:
        cleaned = super(account.PasswordVerificationMixin, self).clean() or {}
        if cleaned.get("password1") and cleaned["password1"] != cleaned.get("password2"):
            self.add_error("password2", _("The two new passwords differ."))
        return cleaned


class CodeForm(Named, base.AuthenticateForm):  # type: ignore[misc]
    labels = {"code": _("Code of six figures, or a recovery code")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= CODE | {"inputmode": "text"}


class CodeAgainForm(Named, base.ReauthenticateForm):  # type: ignore[misc]
    labels = {"code": _("Code of six figures, or a recovery code")}


class ActivateForm(Named, totp.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("Code of six figures that the app shows")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= CODE


class AddKeyForm(Named, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    labels = {
        "name": _("Name of the key"),
        "passwordless": _("Sign in with this key alone, without a password"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].help_text = _(
            "The key then asks for a fingerprint, a face or its own PIN."
        )


class EditKeyForm(Named, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Name of the key")}


class ActivationForm(Form):
    username = forms.CharField(label=_("User name"), max_length=60)
    code = forms.CharField(label=_("Code on the slip"), max_length=20)
    password = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=PASSWORD_RULE,
    )
    again = forms.CharField(
        label=_("New password once more"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs |= {"autocomplete": "username", "spellcheck": "false"}
        self.fields["code"].widget.attrs |= {"autocomplete": "off", "autocapitalize": "characters"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned["password"] != cleaned.get("again"):
            self.add_error("again", _("The two new passwords differ."))
        return cleaned


class MyAccountForm(Form):
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Not needed. With an address you may sign in by it and get news by mail."),
    )


class LanguageForm(Form):
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    next = forms.CharField(required=False, max_length=500)
