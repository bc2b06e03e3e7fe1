"""Being inspected: everything of a period in one file."""

import tempfile
from datetime import timedelta

from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from thidua.foundation.models import Export
from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import policy
from thidua.modules.oversight.forms import GatherForm
from thidua.modules.oversight.gathering import OUTLINE, Asked
from thidua.modules.oversight.gathering import gather as gather_into


@require_http_methods(["GET", "HEAD", "POST"])
def gather(request: Request) -> HttpResponseBase:
    actor = request.actor
    require(policy.may_gather(actor, actor.organisation_id))
    first = request.today.replace(month=1, day=1)
    form = GatherForm(
        request.POST if request.method == "POST" else None,
        initial={"since": first, "last_on": request.today},
    )
    if request.method == "POST" and form.is_valid():
        return _gathered(request, form)
    return render(request, "oversight/gather.html", {"form": form, "outline": OUTLINE.values()})


def _gathered(request: Request, form: GatherForm) -> HttpResponseBase:
    organisation = request.actor.organisation
    assert organisation is not None  # else the policy has refused
    since, last_on = form.cleaned_data["since"], form.cleaned_data["last_on"]
    asked = Asked(organisation, since, last_on + timedelta(days=1), request.today)
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    try:
        n_files = gather_into(asked, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    _remember(request, n_files, f"{since:%Y-%m-%d}/{last_on:%Y-%m-%d}")
    name = f"ho-so-kiem-tra-{since:%Y-%m-%d}-{last_on:%Y-%m-%d}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


def _remember(request: Request, n_files: int, question: str) -> None:
    """Who took what out, and how much."""
    user_id = request.user.pk
    assert user_id is not None  # the policy asks for a role
    Export.objects.create(
        user_id=user_id,
        organisation_id=request.actor.organisation_id,
        table="inspection_records",
        title="Hồ sơ phục vụ kiểm tra",
        question=question,
        n_rows=n_files,
        made_at=request.now,
    )
