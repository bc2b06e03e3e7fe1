"""One click: a draft from an exemplar, an award or a campaign."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once
from thidua.modules.campaigns.api import visible_to as campaigns_visible_to
from thidua.modules.exemplars.api import visible_to as exemplars_visible_to
from thidua.modules.newsroom import beginnings, policy
from thidua.modules.newsroom.actions.articles import write
from thidua.modules.newsroom.models import Article
from thidua.modules.organisations.api import Request
from thidua.modules.register.api import visible_to as entries_visible_to


def _may_begin(request: Request) -> None:
    require(policy.may_write(request.actor, request.actor.organisation_id))


def _told(request: Request, article: Article) -> str:
    messages.success(request, _("A draft was written from what is known. Read it, complete it."))
    return reverse("newsroom_change", args=[article.pk])


@require_POST
def from_exemplar(request: Request, pk: int) -> HttpResponse:
    exemplar = get_object_or_404(exemplars_visible_to(request.actor), pk=pk)
    require(policy.may_write_of(request.actor, exemplar))

    def made() -> str:
        assert request.actor.organisation is not None  # the policy has asked
        article = write(
            organisation=request.actor.organisation,
            draft=beginnings.of_exemplar(exemplar),
            exemplar=exemplar,
            actor=request.actor,
            now=request.now,
        )
        return _told(request, article)

    return create_once(request, made)


@require_POST
def from_entry(request: Request, pk: int) -> HttpResponse:
    entry = get_object_or_404(entries_visible_to(request.actor), pk=pk)
    _may_begin(request)

    def made() -> str:
        assert request.actor.organisation is not None  # the policy has asked
        article = write(
            organisation=request.actor.organisation,
            draft=beginnings.of_entry(entry),
            entry=entry,
            actor=request.actor,
            now=request.now,
        )
        return _told(request, article)

    return create_once(request, made)


@require_POST
def from_campaign(request: Request, pk: int) -> HttpResponse:
    campaign = get_object_or_404(campaigns_visible_to(request.actor), pk=pk)
    _may_begin(request)

    def made() -> str:
        assert request.actor.organisation is not None  # the policy has asked
        article = write(
            organisation=request.actor.organisation,
            draft=beginnings.of_campaign(campaign),
            campaign=campaign,
            actor=request.actor,
            now=request.now,
        )
        return _told(request, article)

    return create_once(request, made)
