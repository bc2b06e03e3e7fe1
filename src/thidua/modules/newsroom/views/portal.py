"""What everybody reads without signing in: the news, one article with its comments, decisions."""

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import Page, keyset
from thidua.foundation.screens import refusals_on
from thidua.modules.decisions.api import items_of
from thidua.modules.newsroom import queries
from thidua.modules.newsroom.actions.comments import send
from thidua.modules.newsroom.forms import CommentForm, PortalFilter
from thidua.modules.newsroom.models import Article, Comment
from thidua.modules.newsroom.readers import count_reader
from thidua.modules.newsroom.sharing import card_of
from thidua.modules.organisations.api import Request

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
    found = get_object_or_404(queries.shown().select_related("readers"), pk=pk)
    if slug != found.slug:
        return redirect(address(found), permanent=True)
    form = CommentForm(request.POST if request.method == "POST" else None, now=request.now)
    if request.method == "POST" and _sent(request, form, found):
        return redirect(reverse("portal_thanks", args=[found.pk, found.slug]))
    if request.method != "POST":
        count_reader(request, found)
    form.ask_anew()
    return render(request, "newsroom/portal/article.html", _context(request, found, form))


def _sent(request: Request, form: CommentForm, found: Article) -> bool:
    """Another question was asked for: what was typed stays, and nothing is wrong yet."""
    if "ma-khac" in request.POST:
        form.errors.clear()
        return False
    if not ratelimit.consume(request, action="comment", key=str(found.pk)):
        form.add_error(None, _("Too many were sent from here. Please wait an hour and try again."))
        return False
    if form.is_valid():
        with refusals_on(form):
            send(article=found, draft=form.draft(), actor=request.actor, now=request.now)
    return form.is_valid()


def _context(request: Request, found: Article, form: CommentForm) -> dict[str, object]:
    older, newer = queries.neighbours(found)
    comments: Page[Comment] = keyset(
        queries.comments_of(found), order=("-sent_at", "-id"), token=request.GET.get("y-kien", ""), size=SIZE
    )
    pictures = list(found.pictures.order_by("place", "id"))
    return {
        "article": found,
        "card": card_of(found, pictures),
        "pictures": pictures,
        "corrections": found.corrections.order_by("pk"),
        "older": older,
        "newer": newer,
        "related": queries.related(found),
        "comments": comments,
        "form": form,
        "challenge": form.challenge,
    }


def address(found: Article) -> str:
    return reverse("portal_article", args=[found.pk, found.slug])


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
