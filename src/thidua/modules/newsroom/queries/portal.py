"""What everybody reads: published, agreed to, not withdrawn; each list in a constant number of queries."""

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.modules.newsroom.models import (
    Article,
    ArticleState,
    Comment,
    CommentState,
    Picture,
    PublicDecision,
    ReaderCount,
)

NEWEST = ("-posted_at", "-id")
AGREED = Q(exemplar__isnull=True) | Q(exemplar__consent="given")


def shown() -> QuerySet[Article]:
    """An exemplar who no longer agrees is gone at once, before the job withdraws the article."""
    rows = Article.objects.filter(AGREED, state=ArticleState.PUBLISHED)
    return rows.select_related("organisation", "exemplar")


def is_shown(article: Article) -> bool:
    return shown().filter(pk=article.pk).exists()


def with_readers(rows: QuerySet[Article]) -> QuerySet[Article]:
    """For a list: how often each was read, and its first picture."""
    counts = ReaderCount.objects.filter(article=OuterRef("pk")).values("n")
    first = Picture.objects.filter(article=OuterRef("pk")).order_by("place", "id").values("pk")[:1]
    return rows.annotate(n_readers=Coalesce(Subquery(counts), 0), first_picture=Subquery(first))


def comments_of(article_id: int) -> QuerySet[Comment]:
    rows = Comment.objects.filter(article=article_id, state=CommentState.PUBLISHED)
    return rows.order_by("-sent_at", "-id")


def posted_decisions() -> QuerySet[PublicDecision]:
    rows = PublicDecision.objects.filter(withdrawn_at__isnull=True, decision__state="in_force")
    return rows.select_related("decision__organisation")
