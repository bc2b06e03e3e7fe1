"""The authority's own catalogue of fields."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions import fields as actions
from thidua.modules.campaigns.forms import FieldForm
from thidua.modules.campaigns.models import Field
from thidua.modules.campaigns.views.shared import own_unit, posted
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: Request) -> HttpResponse:
    require(policy.may_keep_fields(request.actor, request.actor.organisation_id))
    form = FieldForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, form))
    return _page(request, form)


def _added(request: Request, form: FieldForm) -> str:
    actions.add_field(organisation=own_unit(request), name=form.cleaned_data["name"], actor=request.actor)
    return reverse("campaign_fields")


def _page(request: Request, form: FieldForm, renamed: Field | None = None) -> HttpResponse:
    rows = queries.catalogue(own_unit(request).pk)
    return render(request, "campaigns/fields.html", {"rows": rows, "form": form, "renamed": renamed})


@require_POST
def begin(request: Request) -> HttpResponse:
    require(policy.may_keep_fields(request.actor, request.actor.organisation_id))
    actions.begin_catalogue(organisation=own_unit(request), actor=request.actor)
    return redirect("campaign_fields")


def _own(request: Request, pk: int) -> Field:
    return get_object_or_404(Field, pk=pk, organisation=request.actor.organisation_id)


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: Request, pk: int) -> HttpResponse:
    require(policy.may_keep_fields(request.actor, request.actor.organisation_id))
    field = _own(request, pk)
    form = FieldForm(posted(request), initial={"name": field.name})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.rename_field(field=field, name=form.cleaned_data["name"], actor=request.actor)
            return redirect("campaign_fields")
    return _page(request, form, renamed=field)


@require_POST
def retire(request: Request, pk: int) -> HttpResponse:
    require(policy.may_keep_fields(request.actor, request.actor.organisation_id))
    with told(request):
        actions.retire_field(field=_own(request, pk), actor=request.actor, on=request.today)
    return redirect("campaign_fields")
