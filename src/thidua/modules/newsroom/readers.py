"""How many read: one number for each article, and nothing about who it was."""

from django.db.models import F

from thidua.modules.newsroom.models import Article, ReaderCount
from thidua.modules.organisations.api import Request

MACHINES = ("bot", "crawl", "spider", "curl", "wget", "python", "monitor", "preview")


def is_reader(request: Request) -> bool:
    """Neither a machine that says so, nor somebody who works here."""
    agent = request.headers.get("User-Agent", "").lower()
    return request.method == "GET" and request.actor is None and not any(name in agent for name in MACHINES)


def count_reader(request: Request, article: Article) -> None:
    if is_reader(request):
        ReaderCount.objects.filter(article=article).update(n=F("n") + 1)
