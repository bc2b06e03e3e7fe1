"""The screen on which an administrator says whose digital signatures are taken for verified."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.forms import Form
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.files import policy
from thidua.modules.files.models import TrustedRoot
from thidua.modules.files.trusting import trust, trust_no_more
from thidua.modules.organisations.api import Request

MOST_BYTES = 100_000


class RootForm(Form):
    file = forms.FileField(
        label=gettext_lazy("Root certificate (.crt, .cer, .pem)"),
        help_text=gettext_lazy("From the issuer's own page; compare its fingerprint before you trust it."),
    )

    def clean_file(self) -> bytes:
        given = self.cleaned_data["file"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError(_("This is not a certificate. Give the issuer's .crt, .cer or .pem."))
        content: bytes = given.read()
        return content


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: Request) -> HttpResponse:
    require(policy.may_trust(request.actor))
    form = RootForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            row = trust(content=form.cleaned_data["file"], actor=request.actor, now=request.now)
            messages.success(request, _("Trusted from now on: %(name)s.") % {"name": row.name})
            return redirect("roots_list")
    rows = TrustedRoot.objects.select_related("added_by").order_by("name", "pk")
    return render(request, "files/roots.html", {"rows": rows, "form": form})


@require_POST
def removed(request: Request, pk: int) -> HttpResponse:
    require(policy.may_trust(request.actor))
    trust_no_more(root=get_object_or_404(TrustedRoot, pk=pk), actor=request.actor)
    messages.success(request, _("No longer trusted. Signatures are being read again."))
    return redirect("roots_list")
