"""One certificate: how it will look, its wording, to whom it was handed over."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.documents import draw_picture
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, refusals_on, told
from thidua.kernel.errors import Cannot
from thidua.modules.certificates import actions, letters, policy
from thidua.modules.certificates.codes import shown
from thidua.modules.certificates.forms import HandOverForm, ReplaceForm, WordingForm, initial_of
from thidua.modules.certificates.models import Certificate, CertificateState
from thidua.modules.certificates.preflight import differences
from thidua.modules.certificates.standing import standing_of
from thidua.modules.certificates.views.shared import visible
from thidua.modules.decisions.api import number_of
from thidua.modules.organisations.api import Request


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    initial = {"on": request.today, "receiver": "self"}
    return _shown(request, certificate, HandOverForm(initial=initial), ReplaceForm())


def _shown(request: Request, certificate: Certificate, form: HandOverForm, anew: ReplaceForm) -> HttpResponse:
    actor, stands = request.actor, standing_of(certificate.entry)
    context = {
        "certificate": certificate,
        "number": number_of(certificate.item.decision),
        "stands": stands,
        "is_released": certificate.state != CertificateState.PREPARED,
        "code": shown(certificate.code),
        "may_word": policy.may_word(actor, certificate),
        "may_hand_over": policy.may_hand_over(actor, certificate)
        and certificate.state == CertificateState.RELEASED
        and not stands.is_revoked,
        "may_take_back": policy.may_hand_over(actor, certificate)
        and certificate.state == CertificateState.HANDED_OVER,
        "may_replace": policy.may_replace(actor, certificate) and not stands.is_revoked,
        "later": Certificate.objects.filter(replaces=certificate).first(),
        "form": form,
        "anew": anew,
    }
    return render(request, "certificates/show.html", context)


@require_safe
def picture(request: Request, pk: int) -> HttpResponse:
    """The page as it will be printed; with words in the address, as it would be with those."""
    certificate = visible(request, pk)
    form = WordingForm(request.GET)
    if request.GET and policy.may_word(request.actor, certificate) and form.is_valid():
        for name, text in form.wording().as_fields().items():
            setattr(certificate, name, text)
    try:
        drawn = draw_picture(letters.letter(certificate))
    except Cannot as refusal:
        return render(
            request, "certificates/_unfit.svg", {"words": str(refusal)}, content_type="image/svg+xml"
        )
    response = HttpResponse(drawn, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def word(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    require(policy.may_word(request.actor, certificate))
    form = WordingForm(request.POST or None, initial=initial_of(certificate))
    context: dict[str, object] = {"certificate": certificate, "number": number_of(certificate.item.decision)}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                actions.word(
                    certificate=certificate,
                    words=form.wording(),
                    kept_reason=form.cleaned_data["kept_reason"],
                    version=form.cleaned_data["version"],
                    actor=request.actor,
                )
        except Conflict as conflict:
            certificate.refresh_from_db()
            context |= {"conflict": conflict, "latest": certificate.version}
        else:
            if form.is_valid():
                return redirect("certificates_batch", pk=certificate.batch_id)
    context |= {"form": form, "differences": differences([certificate])}
    return render(request, "certificates/word.html", context)


@require_POST
def as_registered(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    require(policy.may_word(request.actor, certificate))
    actions.word_as_registered(certificate=certificate, actor=request.actor)
    return redirect("certificates_batch", pk=certificate.batch_id)


@require_POST
def take_out(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    require(policy.may_word(request.actor, certificate))
    with told(request):
        actions.take_out(certificate=certificate, actor=request.actor)
    return redirect("certificates_batch", pk=certificate.batch_id)


@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    require(policy.may_hand_over(request.actor, certificate))
    form = HandOverForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.hand_over(certificate=certificate, actor=request.actor, **form.cleaned_data)
        if form.is_valid():
            return redirect("certificates_show", pk=pk)
    return _shown(request, certificate, form, ReplaceForm())


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    require(policy.may_hand_over(request.actor, certificate))
    with told(request):
        actions.take_back(certificate=certificate, reason=request.POST.get("reason", ""), actor=request.actor)
    return redirect("certificates_show", pk=pk)


@require_POST
def replace(request: Request, pk: int) -> HttpResponse:
    certificate = visible(request, pk)
    require(policy.may_replace(request.actor, certificate))
    form = ReplaceForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            batch = actions.replace(
                certificate=certificate, actor=request.actor, now=request.now, **form.cleaned_data
            )
            return redirect("certificates_batch", pk=batch.pk)
    return _shown(request, certificate, HandOverForm(initial={"on": request.today, "receiver": "self"}), form)
