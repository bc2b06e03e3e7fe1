from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.modules.files.content import path_of
from thidua.modules.files.models import StoredFile
from thidua.modules.files.policy import may_read
from thidua.modules.organisations.api import Request

SHOWN_IN_PLACE = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp"})


@require_safe
def download(request: Request, pk: int) -> FileResponse:
    """The file itself; what somebody may not read does not exist for him."""
    stored = get_object_or_404(StoredFile, pk=pk)
    if not may_read(request.actor, stored):
        raise Http404
    path = path_of(stored.sha256)
    if not path.exists():
        raise Http404(_("The content of this file is missing on the server. Tell the administrator."))
    response = FileResponse(
        path.open("rb"),
        as_attachment=stored.media_type not in SHOWN_IN_PLACE,
        filename=stored.name,
        content_type=stored.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
