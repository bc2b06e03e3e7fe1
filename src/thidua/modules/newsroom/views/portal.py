"""What everybody reads without signing in: the news, one article with its comments, decisions."""

import json
from typing import Any

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation import captcha
from thidua.foundation.paging import Page, keyset
from thidua.foundation.screens import refusals_on
from thidua.modules.decisions.api import items_of
from thidua.modules.newsroom import queries
from thidua.modules.newsroom.actions.comments import send
from thidua.modules.newsroom.forms import CommentForm, PortalFilter, blank_form
from thidua.modules.newsroom.readers import is_reader
from thidua.modules.newsroom.sharing import card_of
from thidua.modules.organisations.api import Request

ARTICLE = "newsroom/portal/article.html"
SIZE = 20
AT_THE_FORM = "#binh-luan"


@login_not_required
@require_safe
def index(request: Request) -> HttpResponse:
    form = PortalFilter(request.GET)
    words = form.chosen().get("q", "")
    rows = queries.with_readers(queries.shown())
    rows = queries.found(rows, words) if words else rows
    page = keyset(rows, order=queries.NEWEST, token=request.GET.get("trang", ""), size=SIZE)
    return render(request, "newsroom/portal/list.html", {"form": form, "page": page, "words": words})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def article(request: Request, pk: int, slug: str) -> HttpResponse:
    found = queries.read(pk, counts=is_reader(request))
    if found is None:
        raise Http404
    if slug != found.slug:
        return redirect(reverse("portal_article", args=[pk, found.slug]), permanent=True)
    if request.method != "POST":
        return render(request, ARTICLE, _context(request, found) | _blank(request))
    form = CommentForm(request.POST, now=request.now)
    if _sent(request, form, pk):
        return redirect(reverse("portal_thanks", args=[pk, found.slug]))
    form.ask_anew()
    asked = {"form": form, "challenge": form.challenge}
    return render(request, ARTICLE, _context(request, found) | asked)


def _blank(request: Request) -> dict[str, object]:
    """Nothing is typed yet: the form needs no form."""
    words, token = captcha.question()
    blank = blank_form(get_language() or "", words, token)
    return {"blank": blank, "challenge": json.dumps(captcha.challenge(request.now))}


def _sent(request: Request, form: CommentForm, pk: int) -> bool:
    """Another question was asked for: what was typed stays, and nothing is wrong yet."""
    if "ma-khac" in request.POST:
        form.errors.clear()
        return False
    if not ratelimit.consume(request, action="comment", key=str(pk)):
        form.add_error(None, _("Too many were sent from here. Please wait an hour and try again."))
        return False
    if form.is_valid():
        with refusals_on(form):
            on = get_object_or_404(queries.shown(), pk=pk)
            send(article=on, draft=form.draft(), actor=request.actor, now=request.now)
    return form.is_valid()


def _context(request: Request, found: queries.Reading) -> dict[str, object]:
    return {"article": found, "card": card_of(found), "comments": _comments(request, found)}


def _comments(request: Request, found: queries.Reading) -> Page[Any]:
    """The newest are at hand; older ones are asked for page by page."""
    token = request.GET.get("y-kien", "")
    if not token and len(found.comments) <= queries.MOST_COMMENTS:
        return Page(found.comments)
    return keyset(
        queries.comments_of(found.pk), order=("-sent_at", "-id"), token=token, size=queries.MOST_COMMENTS
    )


@login_not_required
@require_safe
def thanks(request: Request, pk: int, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.shown(), pk=pk, slug=slug)
    return render(request, "newsroom/portal/thanks.html", {"article": found})


@login_not_required
@require_safe
def decisions(request: Request) -> HttpResponse:
    rows = queries.posted_decisions()
    page = keyset(rows, order=("-posted_at", "-id"), token=request.GET.get("trang", ""), size=SIZE)
    return render(request, "newsroom/portal/decisions.html", {"page": page})


@login_not_required
@require_safe
def decision(request: Request, pk: int) -> HttpResponse:
    """Number, day, subject and, where they are shown, names, units and honours: nothing else of the file."""
    posted = get_object_or_404(queries.posted_decisions(), decision=pk)
    items = items_of(posted.decision) if posted.names_shown else []
    context = {"posted": posted, "decision": posted.decision, "items": items}
    return render(request, "newsroom/portal/decision.html", context)
