"""Telling of a good deed: signed in, or on the unit's public form."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.exemplars import policy
from thidua.modules.exemplars.actions import telling
from thidua.modules.exemplars.forms import PublicTipForm, TipForm
from thidua.modules.exemplars.models import TipDoor
from thidua.modules.exemplars.queries import tellable_units
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_tell(actor))
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = TipForm(*given, units=tellable_units(actor), own=actor.organisation_id, today=request.today)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _told(request, form))
    return render(request, "exemplars/tell.html", {"form": form})


def _told(request: Request, form: TipForm) -> str:
    telling.tell(
        organisation=form.cleaned_data["organisation"],
        draft=form.draft(),
        photo=form.picture(),
        actor=request.actor,
        now=request.now,
    )
    messages.success(request, _("Thank you. Those who are in charge have been told."))
    return reverse("tips_list")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def tell_publicly(request: Request, code: str) -> HttpResponse:
    door = get_object_or_404(TipDoor.objects.select_related("organisation"), code=code)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PublicTipForm(*given, now=request.now)
    if request.method == "POST" and _may_send(request, form, door) and form.is_valid():
        with refusals_on(form):
            telling.tell_publicly(
                door=door, draft=form.draft(), photo=form.picture(), actor=request.actor, now=request.now
            )
            return redirect("tips_thanks", code=code)
    form.ask_anew()
    context = {"form": form, "unit": door.organisation, "challenge": form.challenge}
    return render(request, "exemplars/public.html", context)


def _may_send(request: Request, form: PublicTipForm, door: TipDoor) -> bool:
    """Ten an hour from one address, sixty for one unit."""
    if ratelimit.consume(request, action="tip", key=door.code):
        return True
    form.add_error(None, _("Too many were sent from here. Please wait an hour and try again."))
    return False


@login_not_required
@require_safe
def thanks(request: Request, code: str) -> HttpResponse:
    door = get_object_or_404(TipDoor.objects.select_related("organisation"), code=code)
    return render(request, "exemplars/thanks.html", {"unit": door.organisation, "code": code})
