"""What the public forms share: nothing is kept, nothing is logged, the rate and the size are bounded."""

from collections.abc import Callable

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thidua.foundation.screens import Request

LARGEST = 20_000
View = Callable[..., HttpResponse]


def calculates(view: View) -> View:
    """A page that answers what is sent to it and forgets it."""
    for wrap in (sensitive_post_parameters(), never_cache, require_http_methods(["GET", "HEAD", "POST"])):
        view = wrap(view)
    return login_not_required(view)


def refusal(request: Request) -> str:
    """Why a calculation is not made: too much was sent, or too often."""
    if request.method != "POST":
        return ""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _("This is more than a record needs. Remove years, and try again.")
    if request.actor is None and not ratelimit.consume(request, action="look_up"):
        return _("Too many calculations from your network. Wait a minute, and try again.")
    return ""
