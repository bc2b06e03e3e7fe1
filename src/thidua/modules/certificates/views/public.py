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
from thidua.modules.certificates import badges
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
    found = _found(request, code)
    if isinstance(found, HttpResponse):
        return found
    stands = standing_of(found.entry)
    context = {
        "certificate": found,
        "entry": stands.entry,
        "by": stands.by,
        "standing": stands.standing,
        "is_replaced": found.state == CertificateState.REPLACED,
        "has_other_words": stands.standing == "corrected" and stands.entry.name != found.name,
        "code": shown(found.code),
        "is_good": not stands.is_revoked and found.state != CertificateState.REPLACED and badges.issuers(),
    }
    return render(request, "certificates/public/verified.html", context)


def _released(code: str) -> Certificate | None:
    rows = Certificate.objects.exclude(batch__released_at__isnull=True).select_related("entry")
    return rows.filter(code=code).first() if code else None


def _found(request: Request, code: str) -> Certificate | HttpResponse:
    """The certificate, or why it is not shown."""
    # The public door of this library does not count pages that are only read.
    if not ratelimit.consume(request, app="allauth.account", action="verify", limit_get=True):
        words = _("Too many codes were tried from your network. Wait a minute, and try again.")
        context: dict[str, object] = {"form": CodeForm(), "words": words}
        return render(request, "certificates/public/ask.html", context, status=TOO_OFTEN)
    found = _released(typed(code))
    if found is None:
        context = {"form": CodeForm(initial={"ma": code}), "is_unknown": True}
        return render(request, "certificates/public/ask.html", context, status=NOT_FOUND)
    return found


@login_not_required
@never_cache
@require_safe
def electronic(request: Request, code: str) -> HttpResponse:
    """The file that verifies without this server; none of what was revoked or replaced."""
    found = _found(request, code)
    if isinstance(found, HttpResponse):
        return found
    is_gone = standing_of(found.entry).is_revoked or found.state == CertificateState.REPLACED
    if is_gone or not badges.issuers():  # no key yet: ./thidua keys rotate badge
        return HttpResponseRedirect(reverse("certificates_verify", args=[found.code]))
    response = HttpResponse(badges.electronic(found, request.now), content_type="application/ld+json")
    response["Content-Disposition"] = f'attachment; filename="giay-khen-{shown(found.code)}.json"'
    return response


@login_not_required
@never_cache
@require_safe
def issuers(request: Request) -> HttpResponse:
    """The public keys of this installation, to compare an electronic certificate with."""
    return render(request, "certificates/public/keys.html", {"issuers": badges.issuers()})
