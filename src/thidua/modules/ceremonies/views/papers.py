"""The papers of a ceremony, drawn as they are asked for."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from thidua.documents import draw_hall
from thidua.foundation.permissions import ALLOWED, Answer, require
from thidua.modules.ceremonies import hall, letters, outcome, policy
from thidua.modules.ceremonies.models import Ceremony
from thidua.modules.ceremonies.views.plans import visible
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import drawn_as


@require_safe
def drawn(request: Request, pk: int, name: str, form: str) -> HttpResponse:
    ceremony = visible(request, pk)
    require(_may(request, ceremony, name))
    try:
        content, media_type = _content(request, ceremony, name, form)
    except KeyError:
        raise Http404 from None
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}-{ceremony.pk}.{form}"'
    return response


def _may(request: Request, ceremony: Ceremony, name: str) -> Answer:
    """What goes to the invited waits for safety; what tells of the day waits for the day."""
    if name in {"giay-moi", "the-ten"}:
        return policy.may_take_invitations(request.actor, ceremony)
    return policy.may_report(request.actor, ceremony) if name == "bao-cao" else ALLOWED


def _content(request: Request, ceremony: Ceremony, name: str, form: str) -> tuple[bytes, str]:
    """Raises KeyError for a name that no paper has, and for a form in which it isn't drawn."""
    if name in hall.PAPERS:
        return {"pdf": draw_hall}[form](hall.PAPERS[name](ceremony)), "application/pdf"
    if name == "bao-cao":
        return drawn_as(outcome.report(ceremony, request.today), form)
    return drawn_as(letters.paper(ceremony, name, request.today), form)
