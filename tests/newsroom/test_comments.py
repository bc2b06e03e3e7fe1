"""Comments: read before they are shown, with reasons and a log; numbers sealed, and gone after a year."""

from datetime import timedelta

import pytest

from conftest import NOW
from factories.dossiers import place
from factories.newsroom import COMMENT, article, comment, editor, published
from factories.organisations import actor
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.newsroom import phones
from thidua.modules.newsroom.actions import comments
from thidua.modules.newsroom.drafts import CommentDraft
from thidua.modules.newsroom.models import Comment
from thidua.modules.newsroom.queries import comments_of
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def step(at, row, name, **said):
    return comments.moderate(comment=row, step=name, actor=editor(at), now=NOW, **said)


def test_nothing_is_shown_before_it_was_read(at):
    row = comment(at)
    assert not comments_of(row.article_id).exists()
    step(at, row, "publish")
    assert list(comments_of(row.article_id)) == [row]


def test_a_draft_takes_no_comments(at):
    with pytest.raises(comments.CannotComment):
        comments.send(article=article(at), draft=COMMENT, actor=None, now=NOW)


def test_every_vietnamese_letter_survives(at):
    decomposed = CommentDraft(
        name="Nguye\u0302\u0303n", title="T", content="Vie\u0323\u0302t Nam\r\n<script>x</script>\x00"
    )
    row = comment(at, draft=decomposed)
    assert (row.name, row.content) == ("Nguy\u1ec5n", "Vi\u1ec7t Nam\n<script>x</script>")


def test_a_refusal_needs_its_reason_and_is_logged(at):
    row = comment(at)
    with pytest.raises(CannotMove, match="Choose why"):
        step(at, row, "refuse")
    with pytest.raises(CannotMove, match="other reason"):
        step(at, row, "refuse", fault="other")
    step(at, row, "refuse", fault="advert", reason="Quảng cáo")
    assert [(one.step, one.fault, one.note) for one in row.moderations.all()] == [
        ("refuse", "advert", "Quảng cáo")
    ]


def test_taken_down_it_is_gone_and_kept(at):
    row = comment(at)
    step(at, row, "publish")
    step(at, row, "take_down", fault="insult")
    assert not comments_of(row.article_id).exists()
    assert Comment.objects.get().fault == "insult"


def test_a_reply_stands_below_what_is_shown(at):
    row = comment(at)
    with pytest.raises(comments.CannotComment):
        comments.reply(comment=row, text="Cảm ơn.", actor=editor(at), now=NOW)
    step(at, row, "publish")
    assert comments.reply(comment=row, text="Cảm ơn.", actor=editor(at), now=NOW).reply == "Cảm ơn."


def test_who_does_not_write_does_not_moderate(at):
    with pytest.raises(Refused):
        comments.moderate(comment=comment(at), step="publish", actor=actor(at.ward, Role.CLERK), now=NOW)


def test_a_number_is_sealed_and_forgotten_after_a_year(at):
    row = comment(at)
    row.refresh_from_db()
    assert b"0912" not in bytes(row.phone_sealed)
    assert phones.phone_of(row) == COMMENT.phone
    assert comments.forget_due_phones(NOW + timedelta(days=364)) == 0
    assert comments.forget_due_phones(NOW + timedelta(days=365)) == 1
    row.refresh_from_db()
    assert phones.phone_of(row) == ""


def test_comments_of_one_article_only(at):
    comment(at)
    assert not comments_of(published(at).pk).exists()
