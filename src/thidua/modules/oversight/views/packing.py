"""One dossier with all its grounds as a ZIP: asked for with a reason, which is kept."""

import tempfile

from django import forms
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from thidua.foundation.forms import Form
from thidua.foundation.permissions import require
from thidua.foundation.tables import remember
from thidua.modules.dossiers.api import visible_to
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import policy
from thidua.modules.oversight.pack import write


class PackForm(Form):
    reason = forms.CharField(
        label=_("What it is taken out for"),
        max_length=300,
        help_text=_("It holds personal data: who took it out, when and what for is kept."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pack(request: Request, pk: int) -> HttpResponseBase:
    dossier = get_object_or_404(visible_to(request.actor).select_related("organisation"), pk=pk)
    require(policy.may_pack(request.actor, dossier))
    form = PackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _packed(request, dossier, form.cleaned_data["reason"])
    return render(request, "oversight/pack.html", {"form": form, "dossier": dossier})


def _packed(request: Request, dossier: Dossier, reason: str) -> HttpResponseBase:
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    try:
        n_files = write(dossier, file, request.now)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    remember(
        request, name="evidence_pack", title=f"Gói chứng cứ {dossier.code}: {reason}"[:200], n_rows=n_files
    )
    name = f"goi-chung-cu-{dossier.code}-{request.today:%Y-%m-%d}.zip".lower()
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
