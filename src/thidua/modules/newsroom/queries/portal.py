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
MOST_RELATED = 5


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


def neighbours(article: Article) -> tuple[Article | None, Article | None]:
    """The one posted before and the one posted after."""
    rows = shown().filter(organisation=article.organisation_id).only("pk", "slug", "headline", "posted_at")
    rows = rows.select_related(None)
    at, pk = article.posted_at, article.pk
    older = rows.filter(Q(posted_at__lt=at) | Q(posted_at=at, pk__lt=pk), posted_at__lte=at)
    newer = rows.filter(Q(posted_at__gt=at) | Q(posted_at=at, pk__gt=pk), posted_at__gte=at)
    return older.order_by("-posted_at", "-pk").first(), newer.order_by("posted_at", "pk").first()


def related(article: Article) -> QuerySet[Article]:
    """On the same exemplar, unit of the exemplar, award or campaign; the newest first."""
    same = Q(pk__in=[])
    if article.exemplar:
        same |= Q(exemplar=article.exemplar_id) | Q(exemplar__organisation=article.exemplar.organisation_id)
        if article.exemplar.status_group:
            same |= Q(exemplar__status_group=article.exemplar.status_group)
    if article.campaign_id:
        same |= Q(campaign=article.campaign_id)
    if article.entry_id:
        same |= Q(entry__isnull=False)
    rows = shown().filter(same, organisation=article.organisation_id).exclude(pk=article.pk)
    return rows.order_by(*NEWEST)[:MOST_RELATED]


def comments_of(article: Article) -> QuerySet[Comment]:
    return article.comments.filter(state=CommentState.PUBLISHED).order_by("-sent_at", "-id")


def posted_decisions() -> QuerySet[PublicDecision]:
    rows = PublicDecision.objects.filter(withdrawn_at__isnull=True, decision__state="in_force")
    return rows.select_related("decision__organisation")
