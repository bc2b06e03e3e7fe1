from thidua.modules.newsroom.models.article import (
    Article,
    ArticleConsent,
    ArticleState,
    Correction,
    Picture,
    ReaderCount,
)
from thidua.modules.newsroom.models.comment import Comment, CommentFault, CommentState, Moderation
from thidua.modules.newsroom.models.decision import PublicDecision

__all__ = [
    "Article",
    "ArticleConsent",
    "ArticleState",
    "Comment",
    "CommentFault",
    "CommentState",
    "Correction",
    "Moderation",
    "Picture",
    "PublicDecision",
    "ReaderCount",
]
