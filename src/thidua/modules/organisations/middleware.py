from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.accounts.api import has_second_factor
from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor, actor_for
from thidua.modules.organisations.roles import SECOND_FACTOR

SESSION_KEY = "acts_for"
# Where a person without the second factor he must have may still go: to set it up, or away.
OPEN_WITHOUT = ("account_", "accounts_", "mfa_")


class ActorMiddleware:
    """Puts `request.actor` (None for visitors), `request.today` and `request.now`: the clock is read here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        request.today = civil_day(request.now)  # type: ignore[attr-defined]
        request.actor = self._actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def _actor(self, request: HttpRequest) -> Actor | None:
        if not request.user.is_authenticated:
            return None
        return actor_for(
            user_id=request.user.pk,
            name=request.user.full_name,
            on=request.today,  # type: ignore[attr-defined]
            organisation_id=request.session.get(SESSION_KEY),
        )


class SecondFactorMiddleware:
    """Leaders, deputies and administrators set up a second factor before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        name = (request.resolver_match and request.resolver_match.url_name) or ""
        if settings.DEMONSTRATION or name.startswith(OPEN_WITHOUT) or not request.user.is_authenticated:
            return None
        if not self._must(request, request.user) or has_second_factor(request.user.pk):
            return None
        return redirect("mfa_index")

    def _must(self, request: HttpRequest, user: User) -> bool:
        actor: Actor = request.actor  # type: ignore[attr-defined]
        return bool(actor.roles & SECOND_FACTOR) or user.must_use_second_factor
