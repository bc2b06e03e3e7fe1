"""Through which every call goes: whose token, what it may, how often; kept in the log; answered once where nothing changed."""

import hashlib
from collections.abc import Callable
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.models import Call, Token
from thidua.modules.exchange.rest.problems import Refusal, problem
from thidua.modules.exchange.tokens import reader, usable
from thidua.modules.organisations.api import Actor, Request

NOT_ALLOWED, OK, NOT_MODIFIED, TOO_MANY, FAILED = 405, 200, 304, 429, 500


class MachineRequest(Request):
    """A call with a token that works; `machine` reads in its unit and below."""

    token: Token
    machine: Actor


class AccessToken(HttpBearer):
    """Refuses what the scopes of the token do not name."""

    def __init__(self, scope: Scope | None = None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: Any, token: str) -> Token | None:
        found = usable(token, request.today)
        if found is None:
            count(request, "api_refused", None)
            return None
        request.token, request.machine = found, reader(found, request.today)
        count(request, "api", str(found.pk))
        if self.scope is not None and self.scope not in found.scopes:
            raise Refusal(403, _("It would need: %(scope)s.") % {"scope": self.scope.label})
        return found


def count(request: HttpRequest, action: str, key: str | None) -> None:
    if not ratelimit.consume(request, app="allauth.account", action=action, key=key, limit_get=True):
        raise Refusal(TOO_MANY)


def gated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No session and no form is asked for; a token is."""

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            found = view(request, *args, **kwargs)
        except Exception:
            _log(request, FAILED)
            raise
        if found.status_code == NOT_ALLOWED:
            found, allowed = problem(NOT_ALLOWED), found["Allow"]
            found["Allow"] = allowed
        if request.method == "GET" and found.status_code == OK and not found.streaming:
            found = _unless_known(request, found)
        patch_cache_control(found, private=True, no_cache=True)
        _log(request, found.status_code)
        return found

    answer.csrf_exempt = True  # type: ignore[attr-defined]
    answer.login_required = False  # type: ignore[attr-defined]
    return answer


def _unless_known(request: HttpRequest, found: HttpResponse) -> HttpResponse:
    """Nothing is sent again that the caller has."""
    mark = f'"{hashlib.sha256(found.content).hexdigest()[:32]}"'
    known = [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]
    if mark in known:
        found = HttpResponse(status=NOT_MODIFIED)
    found["ETag"] = mark
    return found


def _log(request: Any, status: int) -> None:
    token = getattr(request, "token", None)
    if token is None or status == TOO_MANY:  # a row for each would be the flood itself
        return
    Call.objects.create(
        token=token,
        at=request.now,
        method=request.method[:7],
        path=request.path[:200],
        question=request.META.get("QUERY_STRING", "")[:300],
        status=status,
        address=request.META.get("REMOTE_ADDR") or None,
    )
