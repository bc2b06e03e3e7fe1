"""The papers of a ceremony, drawn as they are asked for; and cards with codes for the door."""

import re

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from thidua.documents import draw_docx, draw_pdf
from thidua.documents.compose.certificate import qr_code
from thidua.foundation.permissions import require
from thidua.modules.ceremonies import letters, policy, queries
from thidua.modules.ceremonies.views.plans import visible
from thidua.modules.organisations.api import Request

# As large as the card lets it be.
SIZE = re.compile(r'width="(\d+)" height="\1"')
FORMS = {
    "pdf": (draw_pdf, "application/pdf"),
    "docx": (draw_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@require_safe
def drawn(request: Request, pk: int, name: str, form: str) -> HttpResponse:
    ceremony = visible(request, pk)
    if name == "giay-moi":
        require(policy.may_take_invitations(request.actor, ceremony))
    if form not in FORMS:
        raise Http404
    try:
        letter = letters.paper(ceremony, name, request.today)
    except KeyError:
        raise Http404 from None
    draw, media_type = FORMS[form]
    response = HttpResponse(draw(letter), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}-{ceremony.pk}.{form}"'
    return response


@require_safe
def cards(request: Request, pk: int) -> HttpResponse:
    """A card for each, to print and cut: name, place, and the code that the door reads."""
    ceremony = visible(request, pk)
    require(policy.may_take_invitations(request.actor, ceremony))
    at = f"{settings.BASE_URL}{reverse('ceremonies_door', args=[pk])}#"
    rows = [(row, _drawn(at + row.code)) for row in queries.attendees_of(ceremony)]
    return render(request, "ceremonies/cards.html", {"ceremony": ceremony, "rows": rows})


def _drawn(url: str) -> str:
    text = SIZE.sub(r'viewBox="0 0 \1 \1"', qr_code(url, "svg").decode(), count=1)
    return mark_safe(text[text.index("<svg") :])  # noqa: S308 -- drawn here, of our own address
