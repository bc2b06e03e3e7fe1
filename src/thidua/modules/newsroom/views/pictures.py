"""The pictures of an article: sent, described, taken out; and shown to those who may see them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.files.api import path_of
from thidua.modules.newsroom import policy, queries
from thidua.modules.newsroom.actions import pictures as actions
from thidua.modules.newsroom.forms import PictureForm, PictureWordsForm
from thidua.modules.newsroom.models import Article, Picture
from thidua.modules.newsroom.views.articles import visible
from thidua.modules.organisations.api import Request

SIZES = {"lon": "large", "nho": "small"}


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, pk: int) -> HttpResponse:
    article = visible(request, pk)
    require(policy.may_change(request.actor, article))
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PictureForm(*given)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.add_picture(article=article, draft=form.draft(), actor=request.actor, now=request.now)
            messages.success(request, _("Saved."))
            return redirect("newsroom_show", pk=pk)
    return render(request, "newsroom/picture.html", {"article": article, "form": form})


def _of(request: Request, pk: int) -> Picture:
    rows = Picture.objects.filter(article__in=queries.visible_to(request.actor))
    return get_object_or_404(rows.select_related("article", "original", "large", "small"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    picture = _of(request, pk)
    require(policy.may_change(request.actor, picture.article))
    words = {name: getattr(picture, name) for name in ("alt", "credit", "caption")}
    form = PictureWordsForm(request.POST if request.method == "POST" else None, initial=words)
    if request.method == "POST" and form.is_valid():
        actions.describe_picture(picture=picture, actor=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("newsroom_show", pk=picture.article_id)
    context = {"article": picture.article, "form": form, "picture": picture}
    return render(request, "newsroom/picture.html", context)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    picture = _of(request, pk)
    require(policy.may_change(request.actor, picture.article))
    article_pk = picture.article_id
    actions.remove_picture(picture=picture, actor=request.actor)
    return redirect("newsroom_show", pk=article_pk)


@login_not_required
@require_safe
def image(request: Request, pk: int, size: str) -> FileResponse:
    """Of a published article for everybody, before that for those who work on it."""
    if size not in SIZES:
        raise Http404
    picture = get_object_or_404(Picture.objects.select_related(SIZES[size]), pk=pk)
    is_public = queries.shown().filter(pk=picture.article_id).exists()
    if not is_public and not _works_on(request, picture):
        raise Http404
    path = path_of(getattr(picture, SIZES[size]).sha256)
    if not path.exists():
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/jpeg")
    response["Cache-Control"] = f"{'public' if is_public else 'private'}, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _works_on(request: Request, picture: Picture) -> bool:
    if request.actor is None:
        return False
    seen: bool = queries.visible_to(request.actor).filter(pk=picture.article_id).exists()
    return seen


def with_pictures(article: Article) -> list[Picture]:
    return list(article.pictures.order_by("place", "id"))
