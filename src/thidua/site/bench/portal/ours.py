"""Our portal with a year's articles, served as `thidua web` serves it."""

from __future__ import annotations

import http.client
import re
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from thidua.foundation.audit import acting
from thidua.kernel.text import fold
from thidua.modules.newsroom.models import Article, ArticleConsent, ArticleState, ReaderCount
from thidua.modules.organisations.models import Kind, Organisation
from thidua.site.bench.load import Size, load
from thidua.site.bench.portal.load import Question
from thidua.site.bench.portal.texts import BODY, LEAD

READER = {"User-Agent": "Mozilla/5.0"}
FORM = "application/x-www-form-urlencoded"
COMMENT = {
    "name": "Nguyễn Thị Hạnh",
    "title": "Rất cảm động",
    "content": "Mong phường có thêm nhiều tấm gương như vậy.",
}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def fill(n: int) -> None:
    call_command("migrate", verbosity=0)
    now = timezone.now()
    load(Size(400, 200), now)
    unit = Organisation.objects.filter(kind=Kind.SCHOOL).order_by("pk")[0]
    with acting(None, action="bench.load"):
        Article.objects.bulk_create((_article(unit, place, now) for place in range(n)), batch_size=1000)
        ids = Article.objects.order_by("pk").values_list("pk", flat=True)
        ReaderCount.objects.bulk_create((ReaderCount(article_id=pk) for pk in ids), batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _article(unit: Organisation, place: int, now: datetime) -> Article:
    headline = f"Gương người tốt, việc tốt số {place}"
    return Article(
        organisation=unit,
        headline=headline,
        slug=fold(headline).replace(",", "").replace(" ", "-"),
        lead=LEAD,
        body=BODY,
        byline="Tổ thi đua",
        consent=ArticleConsent.NOT_NEEDED,
        state=ArticleState.PUBLISHED,
        posted_at=now - timedelta(minutes=50 * place),
        made_at=now - timedelta(minutes=50 * place),
        search=fold(f"{headline} {LEAD}"),
    )


def page(port: int) -> Question:
    """One in the middle of the year, so that it has an older and a newer one."""
    row = Article.objects.order_by("pk")[Article.objects.count() // 2]
    return Question(port, reverse("portal_article", args=[row.pk, row.slug]), row.headline, headers=READER)


def comment(port: int) -> Question:
    """Sent without the answer to its question: checked, refused, shown again with what was typed."""
    asked = page(port)
    there = http.client.HTTPConnection("127.0.0.1", port)
    there.request("GET", asked.path, headers=READER)
    answer = there.getresponse()
    cookies = "; ".join(
        value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"
    )
    found = TOKEN.search(answer.read().decode())
    assert found is not None  # the form is on the page
    body = urlencode({**COMMENT, "csrfmiddlewaretoken": found[1]})
    headers = {**READER, "Content-Type": FORM, "Cookie": cookies}
    return Question(port, asked.path, COMMENT["title"], "POST", body, headers)
