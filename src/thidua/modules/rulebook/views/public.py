"""What the public forms share: nothing is kept, nothing is logged, the rate and the size are bounded."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thidua.foundation.screens import Request

LARGEST = 20_000
View = Callable[..., HttpResponse]


def calculates(view: View) -> View:
    """A page that answers what is sent to it and forgets it."""
    for wrap in (
        _measured,
        sensitive_post_parameters(),
        never_cache,
        require_http_methods(["GET", "HEAD", "POST"]),
    ):
        view = wrap(view)
    return login_not_required(view)


def _measured(view: View) -> View:
    """The token is looked for in the body: one that is too large is refused (by the view) before it is read."""
    protected = csrf_protect(view)

    @wraps(view)
    def measured(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        return (view if _is_too_large(request) else protected)(request, *args, **kwargs)

    return csrf_exempt(measured)


def _is_too_large(request: Request) -> bool:
    return int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST


def refusal(request: Request) -> str:
    """Why a calculation is not made: too much was sent, or too often."""
    if request.method != "POST":
        return ""
    if _is_too_large(request):
        return _("This is more than a record needs. Remove years, and try again.")
    if request.actor is None and not ratelimit.consume(request, action="look_up"):
        return _("Too many calculations from your network. Wait a minute, and try again.")
    return ""
