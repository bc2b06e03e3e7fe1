"""Makes the tables of the site and so many published articles below its first page. Usage: fill.py N"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

import django

django.setup()

from articles.models import ArticlePage  # noqa: E402 -- after setup
from django.core.management import call_command  # noqa: E402 -- after setup
from django.db import connection  # noqa: E402 -- after setup
from wagtail.models import Page, Site  # noqa: E402 -- after setup

INTO = """
INSERT INTO articles_articlepage (page_ptr_id, date, intro, body)
SELECT id, current_date, %s, %s FROM wagtailcore_page WHERE content_type_id = %s
"""


def main(n: int, intro: str, body: str) -> None:
    call_command("migrate", verbosity=0)
    home = Site.objects.get(is_default_site=True).root_page
    first = ArticlePage(title="Bài 0", slug="bai-0", date="2026-11-01", intro=intro, body=body)
    home.add_child(instance=first)
    pages = [_beside(first, place) for place in range(1, n)]
    Page.objects.bulk_create(pages, batch_size=1000)
    kind = first.content_type_id
    with connection.cursor() as cursor:
        cursor.execute(INTO + " AND id <> %s", [intro, body, kind, first.pk])
        cursor.execute("UPDATE wagtailcore_page SET numchild = %s WHERE id = %s", [n, home.pk])
        cursor.execute("VACUUM ANALYZE")


def _beside(first: ArticlePage, place: int) -> Page:
    return Page(
        title=f"Bài {place}",
        draft_title=f"Bài {place}",
        slug=f"bai-{place}",
        path=Page._get_path(first.path[: -Page.steplen], first.depth, place + 1),  # noqa: SLF001 -- no public name for it
        depth=first.depth,
        content_type_id=first.content_type_id,
        url_path=first.url_path.replace("bai-0", f"bai-{place}"),
        live=True,
        locale_id=first.locale_id,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
