"""For machines that read for people: RSS, the map of the site, what robots may read."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.modules.newsroom import queries
from thidua.modules.newsroom.sharing import absolute
from thidua.modules.organisations.api import Request

IN_FEED = 30
# One map holds so many addresses at most.
IN_MAP = 50_000


@login_not_required
@require_safe
def rss(request: Request) -> HttpResponse:  # noqa: ARG001
    feed = Rss201rev2Feed(
        title=_("News of emulation and commendation"),
        link=settings.BASE_URL + reverse("portal_list"),
        description=_("Exemplars, campaigns and awards"),
        language="vi",
        feed_url=settings.BASE_URL + reverse("portal_rss"),
    )
    for row in queries.shown().order_by(*queries.NEWEST)[:IN_FEED]:
        feed.add_item(
            title=row.headline,
            link=absolute(row),
            description=row.lead,
            author_name=row.byline,
            pubdate=row.posted_at,
            unique_id=absolute(row),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@login_not_required
@require_safe
def sitemap(request: Request) -> HttpResponse:
    rows = queries.shown().order_by(*queries.NEWEST).only("pk", "slug", "posted_at").select_related(None)
    lines = [(absolute(row), row.posted_at) for row in rows[:IN_MAP]]
    context = {"lines": lines, "front": settings.BASE_URL + reverse("portal_list")}
    return render(request, "newsroom/portal/sitemap.xml", context, content_type="application/xml")


@login_not_required
@require_safe
def robots(request: Request) -> HttpResponse:  # noqa: ARG001
    """The news and the law are for everybody; the rest asks for a sign-in anyway."""
    words = ["User-agent: *", "Allow: /tin/", "Allow: /tra-cuu/", "Allow: /static/", "Disallow: /"]
    map_at = settings.BASE_URL + reverse("portal_sitemap")
    return HttpResponse("\n".join([*words, f"Sitemap: {map_at}", ""]), content_type="text/plain")
