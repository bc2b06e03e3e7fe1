"""What editors and readers see, and what lists cost."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from conftest import NOW
from factories.decisions import in_force, voted
from factories.dossiers import place
from factories.newsroom import COMMENT, agreeing, article, comment, editor, led, published
from factories.signing_in import client_of
from thidua.foundation import captcha
from thidua.modules.newsroom.actions import comments, pictures
from thidua.modules.newsroom.actions.decisions import post_decision, withdraw_decision
from thidua.modules.newsroom.drafts import PictureDraft
from thidua.modules.newsroom.models import Article, Comment

pytestmark = pytest.mark.django_db
READER = {"HTTP_USER_AGENT": "Mozilla/5.0"}


@pytest.fixture
def at():
    cache.clear()
    return place()


def page_of(row):
    return reverse("portal_article", args=[row.pk, row.slug])


def jpeg(width=1200, height=800):
    drawn = BytesIO()
    Image.new("RGB", (width, height), "white").save(drawn, "jpeg")
    return drawn.getvalue()


def queries_of(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_an_article_from_an_exemplar_with_one_click(at):
    client, exemplar = client_of(editor(at)), agreeing(at)
    exemplar.organisation = at.school
    done = client.post(reverse("newsroom_from_exemplar", args=[exemplar.pk]))
    row = Article.objects.get()
    assert done["Location"] == reverse("newsroom_change", args=[row.pk])
    assert exemplar.name in row.headline
    assert exemplar.deed in row.body


def test_no_article_of_who_does_not_agree_to_publication(at):
    client, exemplar = client_of(editor(at)), agreeing(at)
    type(exemplar).objects.filter(pk=exemplar.pk).update(consent="refused", consent_note="Muốn giữ riêng")
    page = client.get(reverse("exemplars_show", args=[exemplar.pk])).content.decode()
    assert "Viết bài" not in page
    assert client.post(reverse("newsroom_from_exemplar", args=[exemplar.pk])).status_code == 403
    assert not Article.objects.exists()


def test_a_reader_finds_reads_and_is_counted_once_a_visit(at, client):
    row = published(at)
    listed = client.get(reverse("portal_list"), {"q": "tra lai vi"}, **READER).content.decode()
    assert row.headline in listed
    page = client.get(page_of(row), **READER).content.decode()
    for part in (row.headline, row.byline, "Chị tìm đến tận nhà", "og:title", "lượt đọc"):
        assert part in page
    client.get(page_of(row), HTTP_USER_AGENT="Googlebot")
    row.readers.refresh_from_db()
    assert row.readers.n == 1


def test_a_wrong_slug_leads_to_the_right_address(at, client):
    row = published(at)
    answer = client.get(reverse("portal_article", args=[row.pk, "khac"]))
    assert (answer.status_code, answer["Location"]) == (301, page_of(row))


def test_what_is_not_published_is_not_there(at, client):
    assert client.get(page_of(article(at))).status_code == 404


def typed(client, row, **more):
    page = client.get(page_of(row)).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    said = {
        "name": COMMENT.name,
        "phone": "",
        "title": COMMENT.title,
        "content": COMMENT.content,
        "token": token,
    }
    return said | more


def answered(monkeypatch):
    monkeypatch.setattr(captcha, "is_answered", lambda token, answer: answer == "7")


def test_a_comment_is_sent_and_waits(at, client, monkeypatch):
    row = published(at)
    answered(monkeypatch)
    done = client.post(page_of(row), typed(client, row, answer="7"))
    assert done["Location"] == reverse("portal_thanks", args=[row.pk, row.slug])
    assert Comment.objects.get().state == "new"
    assert COMMENT.content not in client.get(page_of(row)).content.decode()


def test_a_machine_is_kept_out_and_nothing_typed_is_lost(at, client, monkeypatch):
    row = published(at)
    answered(monkeypatch)
    page = client.post(page_of(row), typed(client, row, answer="8")).content.decode()
    assert COMMENT.content in page
    assert not Comment.objects.exists()


def test_another_question_keeps_what_was_typed(at, client):
    row = published(at)
    page = client.post(page_of(row), typed(client, row, **{"ma-khac": "1"})).content.decode()
    assert COMMENT.content in page
    assert 'class="wrong"' not in page


def test_a_flood_is_stopped(at, client, monkeypatch):
    row = published(at)
    answered(monkeypatch)
    for _ in range(12):
        last = client.post(page_of(row), typed(client, row, answer="7"))
    assert last.status_code == 200
    assert Comment.objects.count() == 10


def test_a_script_in_a_comment_is_words(at, client):
    row = comment(at, draft=COMMENT.__class__(name="A", title="B", content="<script>alert(1)</script>"))
    comments.moderate(comment=row, step="publish", actor=editor(at), now=NOW)
    assert "<script>alert" not in client.get(page_of(row.article)).content.decode()


def test_a_telephone_number_is_never_public(at, client):
    row = comment(at)
    comments.moderate(comment=row, step="publish", actor=editor(at), now=NOW)
    assert "0912" not in client.get(page_of(row.article)).content.decode()
    assert "0912" in client_of(editor(at)).get(reverse("comments_show", args=[row.pk])).content.decode()


def test_rss_map_and_robots(at, client):
    row = published(at)
    for name in ("portal_rss", "portal_sitemap"):
        assert page_of(row) in client.get(reverse(name)).content.decode()
    assert "Disallow: /" in client.get(reverse("robots")).content.decode()


def test_a_page_is_light_and_asks_nobody_else(at, client):
    page = client.get(page_of(published(at)))
    assert len(page.content) < 30_000
    assert not re.findall(r'(?:src|href)="https?://(?!localhost|testserver)[^"]*"', page.content.decode())
    assert "unsafe-inline" not in page["Content-Security-Policy"]


def test_pictures_lose_what_the_camera_wrote_and_are_seen_with_their_article(at, client):
    row = article(at)
    draft = PictureDraft(name="a.jpg", content=jpeg(), alt="Chị Hà trao ví", credit="UBND phường")
    picture = pictures.add_picture(article=row, draft=draft, actor=editor(at), now=NOW)
    url = reverse("portal_picture", args=[picture.pk, "lon"])
    assert (picture.width, picture.height) == (960, 640)
    assert client.get(url).status_code == 404
    led(at, row, "submit", "edited", "approve", "publish")
    answer = client.get(url)
    assert Image.open(BytesIO(b"".join(answer.streaming_content))).size == (960, 640)


def test_a_text_that_is_no_picture_is_refused(at):
    draft = PictureDraft(name="a.jpg", content=b"<svg/>", alt="A", credit="B")
    with pytest.raises(pictures.CannotShow, match="JPEG"):
        pictures.add_picture(article=article(at), draft=draft, actor=editor(at), now=NOW)


def test_the_parcel_for_the_official_site(at):
    row = published(at)
    answer = client_of(editor(at)).get(reverse("newsroom_parcel", args=[row.pk]))
    with ZipFile(BytesIO(answer.content)) as parcel:
        assert row.headline in parcel.read("bai.html").decode()


def test_a_decision_is_laid_open_and_withdrawn(at, client):
    decision = in_force(at, voted(at, "LDTT"))
    url = reverse("portal_decision", args=[decision.pk])
    assert client.get(url).status_code == 404
    posted = post_decision(decision=decision, names_shown=True, actor=editor(at), now=NOW)
    name = decision.items.get().entry.name
    assert name in client.get(url).content.decode()
    post_decision(decision=decision, names_shown=False, actor=editor(at), now=NOW)
    assert name not in client.get(url).content.decode()
    withdraw_decision(posted=posted, reason="Nhầm", actor=editor(at), now=NOW)
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("name", ["newsroom_list", "comments_list", "newsroom_decisions", "portal_list"])
def test_lists_cost_the_same_at_one_and_three_rows(at, name):
    client, url = client_of(editor(at)), reverse(name)
    comment(at)
    client.get(url)
    one = queries_of(client, url)
    comment(at)
    comment(at)
    assert queries_of(client, url) == one


def test_an_article_costs_the_same_whatever_is_below_it(at):
    row, reader = published(at), Client()
    reader.get(page_of(row))
    one = queries_of(reader, page_of(row))
    for _ in range(3):
        comments.moderate(comment=comment(at, row), step="publish", actor=editor(at), now=NOW)
    assert queries_of(reader, page_of(row)) == one
