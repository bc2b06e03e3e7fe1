"""The list of articles, and the page of one with its way to the readers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter, Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.newsroom import policy, queries
from thidua.modules.newsroom.actions import articles as actions
from thidua.modules.newsroom.actions import steps
from thidua.modules.newsroom.forms import (
    ArticleFilter,
    ArticleForm,
    ConsentForm,
    CorrectionForm,
    StepForm,
)
from thidua.modules.newsroom.models import Article, ArticleState
from thidua.modules.newsroom.states import WORKFLOW, consent_of
from thidua.modules.newsroom.tables import ARTICLES
from thidua.modules.organisations.api import Request

ORDER = ("-made_at", "-id")
TONES = {
    ArticleState.DRAFT: "plain",
    ArticleState.REVIEW: "wait",
    ArticleState.CONSENT: "wait",
    ArticleState.APPROVED: "gold",
    ArticleState.SCHEDULED: "gold",
    ArticleState.PUBLISHED: "good",
    ArticleState.WITHDRAWN: "plain",
}
LIFE: list[ArticleState] = [one for one in ArticleState if one != ArticleState.WITHDRAWN]


def visible(request: Request, pk: int) -> Article:
    rows = queries.visible_to(request.actor).select_related("entry", "campaign")
    return get_object_or_404(rows, pk=pk)


def counters(request: Request, states: list[tuple[str, str, int]]) -> list[Counter]:
    """One chip for each state that has rows; a second click takes the filter off."""
    chosen = request.GET.get("trang-thai", "")
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "trang-thai"}}

    def url(value: str) -> str:
        return f"?{urlencode(kept | ({'trang-thai': value} if value else {}))}"

    return [
        Counter(label, n, url("" if value == chosen else value), is_on=value == chosen)
        for value, label, n in states
        if n or value == chosen
    ]


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = ArticleFilter(request.GET)
    chosen = form.chosen()
    rows = queries.visible_to(request.actor)
    rows = queries.found(rows, chosen["q"]) if "q" in chosen else rows
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in ArticleState.values else rows
    listed = queries.with_readers(shown)
    if is_export(request):
        return export(request, ARTICLES, listed, order=ORDER)
    page = keyset(listed, order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.state_counts(rows)
    context = {
        "form": form,
        "page": page,
        "lines": [(row, TONES[ArticleState(row.state)]) for row in page.rows],
        "table": ARTICLES.on(request),
        "count": counts.get(state, 0) if state in ArticleState.values else sum(counts.values()),
        "counters": counters(
            request, [(one.value, str(one.label), counts.get(one.value, 0)) for one in ArticleState]
        ),
        "may_write": policy.may_write(request.actor, request.actor.organisation_id),
    }
    return render(request, "newsroom/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request) -> HttpResponse:
    """A free article; from an exemplar, an award or a campaign one begins on its page."""
    actor = request.actor
    require(policy.may_write(actor, actor.organisation_id))
    form = ArticleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _begun(request, form))
    return render(request, "newsroom/begin.html", {"form": form})


def _begun(request: Request, form: ArticleForm) -> str:
    assert request.actor.organisation is not None  # the policy has asked
    article = actions.write(
        organisation=request.actor.organisation, draft=form.draft(), actor=request.actor, now=request.now
    )
    return reverse("newsroom_show", args=[article.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return page_of(request, visible(request, pk))


def page_of(request: Request, article: Article, **forms: Any) -> HttpResponse:
    actor = request.actor
    context = {
        "article": article,
        "tone": TONES[ArticleState(article.state)],
        "marks": _marks(article),
        "answer": article.get_consent_display()
        if not article.exemplar
        else article.exemplar.get_consent_display(),
        "consent_value": consent_of(article),
        "pictures": article.pictures.select_related("small").order_by("place", "id"),
        "corrections": article.corrections.select_related("made_by").order_by("-pk"),
        "n_readers": article.readers.n if hasattr(article, "readers") else 0,
        "n_comments_all": article.comments.count(),
        "may_change": policy.may_change(actor, article),
        "may_correct": policy.may_correct(actor, article),
        "may_note_consent": policy.may_note_consent(actor, article),
        "may_take_out": policy.may_take_out(actor, article),
        "steps": [(step, step.missing(article)) for step in WORKFLOW.open_to(article, actor)],
        "consent": ConsentForm(initial={"consent_on": request.today}),
    }
    return render(request, "newsroom/show.html", context | forms)


def _marks(article: Article) -> list[StepMark]:
    """Withdrawn, it has passed them all."""
    here = LIFE.index(ArticleState(article.state)) if article.state in LIFE else len(LIFE)
    return [
        StepMark(str(one.label), Mark.DONE if n < here else Mark.NOW if n == here else Mark.NEXT)
        for n, one in enumerate(LIFE)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    article = visible(request, pk)
    require(policy.may_change(request.actor, article))
    form = ArticleForm(request.POST if request.method == "POST" else None, article=article)
    context: dict[str, Any] = {"article": article, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                actions.change(
                    article=article,
                    draft=form.draft(),
                    version=form.cleaned_data["version"] or 0,
                    actor=request.actor,
                )
                messages.success(request, _("Saved."))
                return redirect("newsroom_show", pk=pk)
        except Conflict as conflict:
            article.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": article.version}
    return render(request, "newsroom/change.html", context)


def _both(form: ArticleForm, conflict: Conflict) -> list[tuple[str, object, object]]:
    """Field by field, where the two texts differ."""
    return [
        (str(form.fields[name].label), theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    article = visible(request, pk)
    require(policy.may_correct(request.actor, article))
    form = CorrectionForm(request.POST if request.method == "POST" else None, article=article)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.correct(
                article=article,
                draft=form.draft(),
                text=form.cleaned_data["text"],
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
            messages.success(request, _("Corrected. Readers see below the article what was changed."))
            return redirect("newsroom_show", pk=pk)
    return render(request, "newsroom/change.html", {"article": article, "form": form, "is_correction": True})


@require_POST
def answered(request: Request, pk: int) -> HttpResponse:
    article = visible(request, pk)
    require(policy.may_note_consent(request.actor, article))
    form = ConsentForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.answer_consent(
                article=article, actor=request.actor, on=request.today, **form.cleaned_data
            )
            messages.success(request, _("Saved."))
            return redirect("newsroom_show", pk=pk)
    return page_of(request, article, consent=form)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what the step means, ask what it needs, then take it."""
    article = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    taken = WORKFLOW.by_name[name]
    require(policy.may_step(request.actor, article, name))
    posted = request.POST if request.method == "POST" else None
    form = StepForm(posted, step=name, needs_reason=taken.needs_reason)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            steps.move(
                article=article,
                step=name,
                actor=request.actor,
                now=request.now,
                reason=form.cleaned_data.get("reason", ""),
                publish_at=form.publish_at(),
                withdraw_on=form.cleaned_data.get("withdraw_on"),
            )
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("newsroom_show", pk=pk)
    lacks = [] if name == "schedule" else taken.missing(article)
    context = {"article": article, "step": taken, "form": form, "lacks": lacks}
    return render(request, "newsroom/step.html", context)
