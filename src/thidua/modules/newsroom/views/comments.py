"""Comments are read here before anybody else reads them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.newsroom import phones, policy, queries
from thidua.modules.newsroom.actions import comments as actions
from thidua.modules.newsroom.forms import CommentFilter, ModerationForm, ReplyForm
from thidua.modules.newsroom.models import Comment, CommentState, Moderation
from thidua.modules.newsroom.states import COMMENT_WORKFLOW
from thidua.modules.newsroom.tables import COMMENTS
from thidua.modules.newsroom.views.articles import counters
from thidua.modules.organisations.api import Request

ORDER = ("-sent_at", "-id")
TONES = {
    CommentState.NEW: "wait",
    CommentState.PUBLISHED: "good",
    CommentState.REFUSED: "plain",
    CommentState.TAKEN_DOWN: "bad",
}


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = CommentFilter(request.GET)
    chosen = form.chosen()
    rows = queries.comments_visible_to(request.actor)
    if (of := request.GET.get("bai", "")).isdecimal():
        rows = rows.filter(article=int(of))
    rows = queries.found(rows, chosen["q"]) if "q" in chosen else rows
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in CommentState.values else rows
    if is_export(request):
        return export(request, COMMENTS, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.state_counts(rows)
    context = {
        "form": form,
        "page": page,
        "lines": [(row, TONES[CommentState(row.state)]) for row in page.rows],
        "table": COMMENTS.on(request),
        "count": counts.get(state, 0) if state in CommentState.values else sum(counts.values()),
        "counters": counters(
            request, [(one.value, str(one.label), counts.get(one.value, 0)) for one in CommentState]
        ),
    }
    return render(request, "newsroom/comments.html", context)


def _visible(request: Request, pk: int) -> Comment:
    return get_object_or_404(queries.comments_visible_to(request.actor), pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, _visible(request, pk))


def _page(request: Request, comment: Comment, **forms: object) -> HttpResponse:
    actor = request.actor
    may_moderate = policy.may_moderate(actor, comment.publisher_id)
    context = {
        "comment": comment,
        "tone": TONES[CommentState(comment.state)],
        "log": _log(comment),
        "phone": phones.phone_of(comment) if may_moderate else "",
        "may_moderate": may_moderate,
        "open": {step.name for step in COMMENT_WORKFLOW.open_to(comment, actor)},
        "moderation": ModerationForm(),
        "reply": ReplyForm(initial={"reply": comment.reply}),
    }
    return render(request, "newsroom/comment.html", context | forms)


def _log(comment: Comment) -> list[tuple[str, Moderation]]:
    labels = {step.name: str(step.label) for step in COMMENT_WORKFLOW.steps} | {"reply": _("Reply")}
    return [(labels[row.step], row) for row in comment.moderations.select_related("made_by").order_by("pk")]


@require_POST
def step(request: Request, pk: int, name: str) -> HttpResponse:
    comment = _visible(request, pk)
    if name not in COMMENT_WORKFLOW.by_name:
        raise Http404
    require(policy.may_step_comment(request.actor, comment, name))
    if not COMMENT_WORKFLOW.by_name[name].needs_reason:
        with told(request):
            actions.moderate(comment=comment, step=name, actor=request.actor, now=request.now)
        return redirect("comments_show", pk=pk)
    form = ModerationForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.moderate(
                comment=comment, step=name, actor=request.actor, now=request.now, **form.cleaned_data
            )
            return redirect("comments_show", pk=pk)
    return _page(request, comment, moderation=form)


@require_POST
def replied(request: Request, pk: int) -> HttpResponse:
    comment = _visible(request, pk)
    require(policy.may_moderate(request.actor, comment.publisher_id))
    form = ReplyForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.reply(
                comment=comment, text=form.cleaned_data["reply"], actor=request.actor, now=request.now
            )
            messages.success(request, _("Saved."))
            return redirect("comments_show", pk=pk)
    return _page(request, comment, reply=form)
