from allauth.account.views import password_change
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from thidua.foundation.screens import Request, refusals_on
from thidua.kernel.text import fold
from thidua.modules.accounts import actions
from thidua.modules.accounts.forms import ActivationForm, LanguageForm, MyAccountForm
from thidua.modules.accounts.second_factor import has_second_factor

YEAR = 365 * 24 * 3600


@login_not_required
@sensitive_post_parameters()
def activate(request: Request) -> HttpResponse:
    """The first sign-in, with the printed slip."""
    form = ActivationForm(request.POST or None, initial={"username": request.GET.get("ten", "")})
    if request.method == "POST" and form.is_valid() and _may_try(request, form):
        facts = {name: form.cleaned_data[name] for name in ("username", "code", "password")}
        with refusals_on(form):
            actions.activate(actor=None, on=request.today, now=request.now, **facts)
        if form.is_valid():
            messages.success(request, _("Your password is set. Sign in with it."))
            return redirect("account_login")
    return render(request, "accounts/activate.html", {"form": form})


def _may_try(request: Request, form: ActivationForm) -> bool:
    """Five tries for a user name in a quarter of an hour: a code cannot be guessed."""
    if ratelimit.consume(request, action="activate", key=fold(form.cleaned_data["username"])):
        return True
    form.add_error(None, _("Too many tries. Wait 15 minutes and try again."))
    return False


def me(request: Request) -> HttpResponse:
    assert request.user.is_authenticated
    form = MyAccountForm(request.POST or None, initial={"email": request.user.email})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_own_email(actor=request.actor, user=request.user, email=form.cleaned_data["email"])
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("accounts_me")
    return render(
        request,
        "accounts/me.html",
        {
            "form": form,
            "languages": settings.LANGUAGES,
            "has_second_factor": has_second_factor(request.user.pk),
        },
    )


def change_password(request: Request) -> HttpResponse:
    """Who signs in with a key alone has no password that could be typed as the present one."""
    assert request.user.is_authenticated
    if not request.user.has_usable_password():
        messages.info(
            request,
            _(
                "This account has no password: you sign in with a key. "
                "For a password, ask your administrator for an activation slip."
            ),
        )
        return redirect("accounts_me")
    response: HttpResponse = password_change(request)
    return response


@login_not_required
@require_POST
def choose_language(request: Request) -> HttpResponse:
    form = LanguageForm(request.POST)
    response = HttpResponseRedirect(_safe_address(request))
    if form.is_valid():
        language = form.cleaned_data["language"]
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEAR,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
        if request.user.is_authenticated:
            actions.set_language(actor=request.actor, user=request.user, language=language)
    return response


def _safe_address(request: Request) -> str:
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return address
    return "/"
