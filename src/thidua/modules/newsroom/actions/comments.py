"""A reader comments; it is read before anybody else reads it."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, composed, fold
from thidua.modules.newsroom import phones, policy
from thidua.modules.newsroom.drafts import CommentDraft
from thidua.modules.newsroom.models import Article, Comment, CommentFault, CommentState, Moderation
from thidua.modules.newsroom.queries import is_shown
from thidua.modules.newsroom.states import COMMENT_WORKFLOW
from thidua.modules.organisations.api import Actor, system

PHONES_KEPT = timedelta(days=365)


class CannotComment(Cannot):
    """The article takes no comments, or the comment lacks something."""


@action
def send(*, article: Article, draft: CommentDraft, actor: Actor | None, now: datetime) -> Comment:
    """By a visitor; every Vietnamese letter is kept as one sign."""
    if not (article.open_to_comments and is_shown(article)):
        raise CannotComment(_("This article takes no comments."))
    comment = Comment(
        article=article,
        name=clean(draft.name),
        title=clean(draft.title),
        content=composed(draft.content),
        sent_at=now,
    )
    comment.search = fold(f"{comment.name} {comment.title} {comment.content}")
    comment.save()
    if draft.phone:
        phones.seal(comment, clean(draft.phone))
        comment.save(update_fields=["phone_sealed"])
    events.publish("newsroom.commented", comment.pk)
    return comment


@action
def moderate(
    *, comment: Comment, step: str, actor: Actor, now: datetime, fault: str = "", reason: str = ""
) -> Comment:
    """Show it, do not show it, take it down: each with its log."""
    held = _held(comment)
    require(policy.may_step_comment(actor, held, step))
    asks = COMMENT_WORKFLOW.by_name[step].needs_reason
    if asks and fault not in CommentFault.values:
        raise CannotMove(_("Choose why the comment is not shown."), field="fault")
    if fault == CommentFault.OTHER and not clean(reason):
        raise CannotMove(_("Write the other reason down."), field="reason")
    held.fault = fault if asks else ""
    held.save(update_fields=["fault"])
    COMMENT_WORKFLOW.move(held, step)
    _noted(held, step, actor, now, reason)
    return held


@action
def reply(*, comment: Comment, text: str, actor: Actor, now: datetime) -> Comment:
    """The authority answers below the comment; an empty text takes the answer away."""
    held = _held(comment)
    require(policy.may_moderate(actor, held.publisher_id))
    if held.state != CommentState.PUBLISHED:
        raise CannotComment(_("Publish the comment first: the reply stands below it."), field="reply")
    held.reply = composed(text)
    held.replied_at = now if held.reply else None
    held.save(update_fields=["reply", "replied_at"])
    _noted(held, "reply", actor, now, held.reply[:500])
    return held


@action
def forget_phones(*, actor: Actor, now: datetime) -> int:
    """Twelve months after the comment was sent; gives how many were deleted."""
    return due_phones(now).update(phone_sealed=None)


def due_phones(now: datetime) -> QuerySet[Comment]:
    return Comment.objects.filter(sent_at__lte=now - PHONES_KEPT, phone_sealed__isnull=False)


def forget_due_phones(now: datetime) -> int:
    return forget_phones(actor=system(civil_day(now)), now=now)


def _noted(comment: Comment, step: str, actor: Actor, now: datetime, note: str) -> None:
    Moderation.objects.create(
        comment=comment,
        step=step,
        fault=comment.fault,
        note=clean(note)[:500],
        made_by_id=actor.user_id,
        made_at=now,
    )


def _held(comment: Comment) -> Comment:
    return Comment.objects.select_for_update(of=("self",)).select_related("article").get(pk=comment.pk)
