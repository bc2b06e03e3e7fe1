"""What forms hand to the actions: plain values."""

from dataclasses import dataclass

from thidua.modules.newsroom.models import ArticleConsent


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDraft:
    """`body` as it was typed: it is cleaned before it is kept."""

    headline: str
    lead: str = ""
    body: str = ""
    byline: str = ""
    source: str = ""
    open_to_comments: bool = True
    names_nobody: bool = False

    @property
    def consent(self) -> ArticleConsent:
        return ArticleConsent.NOT_NEEDED if self.names_nobody else ArticleConsent.NOT_ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureDraft:
    name: str
    content: bytes
    alt: str
    credit: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentDraft:
    name: str
    title: str
    content: str
    phone: str = ""
