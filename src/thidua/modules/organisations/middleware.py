from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.organisations.actor import Actor, actor_for

SESSION_KEY = "acts_for"


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
