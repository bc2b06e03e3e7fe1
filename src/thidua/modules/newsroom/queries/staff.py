"""What those who write, approve and moderate see, and what waits for them."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Count, Model, Q, QuerySet

from thidua.kernel.text import search_words
from thidua.modules.decisions.api import visible_to as decisions_visible_to
from thidua.modules.decisions.models import Decision, DecisionKind, DecisionState
from thidua.modules.newsroom.models import Article, ArticleState, Comment, CommentState
from thidua.modules.newsroom.policy import READS
from thidua.modules.newsroom.states import APPROVES, WRITES
from thidua.modules.organisations.api import Actor, scope_ids

M = TypeVar("M", bound=Model)


def visible_to(actor: Actor) -> QuerySet[Article]:
    rows = Article.objects.select_related("organisation", "exemplar")
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def comments_visible_to(actor: Actor) -> QuerySet[Comment]:
    rows = Comment.objects.select_related("article__organisation")
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    return rows.filter(article__organisation__in=scope_ids(actor))


def found(rows: QuerySet[M], words: str) -> QuerySet[M]:
    """All words, in any order, without diacritics."""
    for word in search_words(words):
        rows = rows.filter(search__contains=word)
    return rows


def state_counts(rows: QuerySet[Any]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def waiting_for(actor: Actor) -> QuerySet[Article]:
    """For who writes what is to be edited or asked, or was approved; for who approves what the person agreed to."""
    rows = visible_to(actor).filter(organisation=actor.organisation_id)
    mine = Q(pk__in=[])
    if actor.has(*WRITES):
        mine |= Q(state__in=[ArticleState.REVIEW, ArticleState.APPROVED])
        mine |= Q(state=ArticleState.CONSENT) & ~_AGREED
    if actor.has(*APPROVES):
        mine |= Q(state=ArticleState.CONSENT) & _AGREED
    return rows.none() if actor.is_system else rows.filter(mine)


_AGREED = Q(exemplar__consent="given") | Q(exemplar__isnull=True, consent__in=["given", "not_needed"])


def waiting_comments(actor: Actor) -> QuerySet[Comment]:
    rows = comments_visible_to(actor).filter(
        state=CommentState.NEW, article__organisation=actor.organisation_id
    )
    return rows if actor.has(*WRITES) and not actor.is_system else rows.none()


def open_decisions(actor: Actor) -> QuerySet[Decision]:
    """Commendations in force of the scope, with what stands in public of them."""
    rows = decisions_visible_to(actor).filter(
        state=DecisionState.IN_FORCE, kind=DecisionKind.GRANT, organisation__in=scope_ids(actor)
    )
    return rows.select_related("organisation", "publication")
