"""The addresses of the units' public forms, and the poster that leads there."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.documents import draw_poster
from thidua.documents.letters import TipPoster
from thidua.foundation.paging import keyset
from thidua.foundation.permissions import require
from thidua.modules.exemplars import policy
from thidua.modules.exemplars.actions.telling import open_door
from thidua.modules.exemplars.models import TipDoor
from thidua.modules.organisations.api import Request, organisation_choices


@require_safe
def index(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_triage(actor, actor.organisation_id))
    page = keyset(organisation_choices(actor), order=("sort", "id"), token=request.GET.get("trang", ""))
    doors = {
        door.organisation_id: door
        for door in TipDoor.objects.filter(organisation__in=[u.pk for u in page.rows])
    }
    lines = [(unit, doors.get(unit.pk), _address(doors.get(unit.pk))) for unit in page.rows]
    return render(request, "exemplars/posters.html", {"page": page, "lines": lines})


def _address(door: TipDoor | None) -> str:
    return f"{settings.BASE_URL}{reverse('tips_public', args=[door.code])}" if door else ""


@require_POST
def opened(request: Request, pk: int) -> HttpResponse:
    unit = get_object_or_404(organisation_choices(request.actor), pk=pk)
    require(policy.may_triage(request.actor, unit.pk))
    open_door(organisation=unit, actor=request.actor, now=request.now)
    messages.success(request, _("%(unit)s has an address now: print its poster.") % {"unit": unit.name})
    return redirect("tips_posters")


@require_safe
def poster(request: Request, pk: int) -> HttpResponse:
    unit = get_object_or_404(organisation_choices(request.actor), pk=pk)
    require(policy.may_triage(request.actor, unit.pk))
    door = get_object_or_404(TipDoor, organisation=unit)
    pdf = draw_poster(TipPoster(unit=unit.name, url=_address(door), day=request.today))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="ap-phich-{unit.code}.pdf"'
    return response
