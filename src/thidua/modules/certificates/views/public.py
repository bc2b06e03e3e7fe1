"""Is this certificate real? Open to everybody; it says no more than the paper that is held in the hand."""

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.foundation.screens import Request
from thidua.modules.certificates.codes import shown, typed
from thidua.modules.certificates.forms import CodeForm
from thidua.modules.certificates.models import Certificate, CertificateState
from thidua.modules.certificates.standing import standing_of

NOT_FOUND, TOO_OFTEN = 404, 429


@login_not_required
@never_cache
@require_safe
def ask(request: Request) -> HttpResponse:
    form = CodeForm(request.GET or None)
    if request.GET and form.is_valid():
        if code := typed(form.cleaned_data["ma"]):
            return HttpResponseRedirect(reverse("certificates_verify", args=[code]))
        form.add_error("ma", _("A code has sixteen letters and figures. Compare it with the certificate."))
    return render(request, "certificates/public/ask.html", {"form": form})


@login_not_required
@never_cache
@require_safe
def verify(request: Request, code: str) -> HttpResponse:
    """A code that is unknown and one that is not released yet are answered alike."""
    # The public door of this library does not count pages that are only read.
    if not ratelimit.consume(request, app="allauth.account", action="verify", limit_get=True):
        words = _("Too many codes were tried from your network. Wait a minute, and try again.")
        context = {"form": CodeForm(), "words": words}
        return render(request, "certificates/public/ask.html", context, status=TOO_OFTEN)
    found = _released(typed(code))
    if found is None:
        context = {"form": CodeForm(initial={"ma": code}), "is_unknown": True}
        return render(request, "certificates/public/ask.html", context, status=NOT_FOUND)
    stands = standing_of(found.entry)
    context = {
        "certificate": found,
        "entry": stands.entry,
        "by": stands.by,
        "standing": stands.standing,
        "is_replaced": found.state == CertificateState.REPLACED,
        "has_other_words": stands.standing == "corrected" and stands.entry.name != found.name,
        "code": shown(found.code),
    }
    return render(request, "certificates/public/verified.html", context)


def _released(code: str) -> Certificate | None:
    rows = Certificate.objects.exclude(batch__released_at__isnull=True).select_related("entry")
    return rows.filter(code=code).first() if code else None
