"""How an article looks where somebody passes its address on."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from thidua.modules.newsroom.models import Article
from thidua.modules.newsroom.queries import Reading
from thidua.modules.newsroom.richtext import plain

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Card:
    url: str
    title: str
    description: str
    image: str = ""
    alt: str = ""


def card_of(article: Reading) -> Card:
    first = article.pictures[0] if article.pictures else None
    return Card(
        url=absolute(article),
        title=article.headline,
        description=(article.lead or plain(article.body))[:LONGEST],
        image=settings.BASE_URL + reverse("portal_picture", args=[first.pk, "lon"]) if first else "",
        alt=first.alt if first else "",
    )


def absolute(article: Article | Reading) -> str:
    return settings.BASE_URL + reverse("portal_article", args=[article.pk, article.slug])
