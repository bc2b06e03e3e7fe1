"""From a draft to the readers: consent first, the schedule, corrections that readers see."""

from datetime import timedelta

import pytest

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.exemplars import verified
from factories.newsroom import DRAFT, agreeing, article, editor, leader, led, published
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.exemplars.models import Consent, Exemplar
from thidua.modules.newsroom.actions import articles, steps
from thidua.modules.newsroom.drafts import ArticleDraft
from thidua.modules.newsroom.models import Article, ArticleState, Correction
from thidua.modules.newsroom.queries import is_shown, read, shown
from thidua.modules.newsroom.states import WORKFLOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def test_the_whole_way(at):
    row = published(at)
    assert (row.state, row.posted_at, is_shown(row)) == ("published", NOW, True)


def test_nobody_approves_without_the_persons_consent(at):
    row = led(at, article(at, exemplar=verified(at)), "submit", "edited")
    with pytest.raises(CannotMove, match="Ask the person first"):
        led(at, row, "approve")
    assert not shown().exists()


def test_an_exemplar_who_agreed_is_told_of(at):
    assert is_shown(published(at, exemplar=agreeing(at)))


def test_consent_taken_back_hides_it_at_once_and_withdraws_it(at):
    row = published(at, exemplar=agreeing(at))
    Exemplar.objects.filter(pk=row.exemplar_id).update(consent=Consent.REFUSED)
    assert not is_shown(row)
    assert steps.keep_schedule(NOW) == 1
    row.refresh_from_db()
    assert (row.state, row.last_remark) == ("withdrawn", "The person no longer agrees to publication.")


def test_an_article_on_a_person_asks_that_person(at):
    row = article(at, draft=ArticleDraft(headline="Bài", body="<p>Nội dung</p>", byline="Tú"))
    row = led(at, row, "submit", "edited")
    with pytest.raises(CannotMove):
        led(at, row, "approve")
    articles.answer_consent(
        article=row, consent="given", consent_on=TODAY, note="", actor=editor(at), on=TODAY
    )
    assert led(at, row, "approve").state == "approved"


def test_a_refusal_after_publication_withdraws(at):
    row = article(at, draft=ArticleDraft(headline="Bài", body="<p>Nội dung</p>", byline="Tú"))
    row = led(at, row, "submit", "edited")
    articles.answer_consent(
        article=row, consent="given", consent_on=TODAY, note="", actor=editor(at), on=TODAY
    )
    row = led(at, row, "approve", "publish")
    articles.answer_consent(
        article=row, consent="refused", consent_on=TODAY, note="", actor=editor(at), on=TODAY
    )
    assert Article.objects.get().state == "withdrawn"


def test_only_a_leader_approves(at):
    row = led(at, article(at), "submit", "edited")
    with pytest.raises(Refused):
        steps.move(article=row, step="approve", actor=editor(at), now=NOW)


def test_published_and_withdrawn_by_itself(at):
    row = led(at, article(at), "submit", "edited", "approve")
    later = NOW + timedelta(hours=2)
    steps.move(
        article=row, step="schedule", actor=editor(at), now=NOW, publish_at=later,
        withdraw_on=TODAY + timedelta(days=3),
    )  # fmt: skip
    assert steps.keep_schedule(NOW) == 0
    assert steps.keep_schedule(later) == 1
    assert is_shown(row)
    assert steps.keep_schedule(later + timedelta(days=3)) == 1
    assert not is_shown(row)


def test_the_past_is_no_schedule(at):
    row = led(at, article(at), "submit", "edited", "approve")
    with pytest.raises(CannotMove, match="past"):
        steps.move(article=row, step="schedule", actor=editor(at), now=NOW, publish_at=NOW)


def test_both_texts_stay_when_two_write(at):
    row = article(at)
    articles.change(article=row, draft=DRAFT, version=0, actor=editor(at))
    other = ArticleDraft(headline="Tên khác", body=DRAFT.body)
    with pytest.raises(Conflict) as clash:
        articles.change(article=row, draft=other, version=0, actor=editor(at))
    assert (clash.value.theirs["headline"], clash.value.mine["headline"]) == (DRAFT.headline, "Tên khác")


def test_a_correction_is_told_to_readers_and_keeps_the_address(at):
    row = published(at)
    better = ArticleDraft(headline="Trả lại ví cho cụ Lan", body=DRAFT.body, byline="Tú")
    articles.correct(article=row, draft=better, text="Tên người mất", actor=editor(at), on=TODAY, now=NOW)
    slug = row.slug
    row.refresh_from_db()
    assert (row.headline, row.slug) == (better.headline, slug)
    assert row.corrections.get().text == "Tên người mất"


def test_a_correction_without_words_is_refused(at):
    with pytest.raises(articles.CannotWrite, match="Say what was corrected"):
        articles.correct(article=published(at), draft=DRAFT, text=" ", actor=editor(at), on=TODAY, now=NOW)


def test_what_is_published_is_not_changed_in_secret(at):
    with pytest.raises(Refused):
        articles.change(article=published(at), draft=DRAFT, version=0, actor=editor(at))


def test_what_is_pasted_is_cleaned_and_composed(at):
    pasted = ArticleDraft(
        headline="Ngu\u031bo\u031b\u0300i to\u0302\u0301t",
        body="<p onclick=x>A</p><script>1</script><b>B</b>",
    )
    row = article(at, draft=pasted)
    assert row.headline == "Ng\u01b0\u1eddi t\u1ed1t"
    assert row.body == "<p>A</p><strong>B</strong>"
    assert row.search.startswith("nguoi tot")


def test_neighbours_and_related(at):
    who = agreeing(at)
    first, second = published(at, exemplar=who), published(at, exemplar=who)
    found, later = read(first.pk, counts=False), read(second.pk, counts=False)
    assert (found.older, found.newer.pk, later.older.slug, later.newer) == (None, second.pk, first.slug, None)
    assert [(row.pk, row.headline, row.posted_at) for row in later.related] == [
        (first.pk, first.headline, first.posted_at)
    ]


def test_what_a_page_shows_and_a_reader_counted(at):
    row = published(at)
    Correction.objects.create(article=row, on=TODAY, text="Sửa năm sinh", made_at=NOW)
    first = read(row.pk, counts=True)
    assert (first.headline, first.body, first.posted_at) == (row.headline, row.body, row.posted_at)
    assert [(one.on, one.text) for one in first.corrections] == [(TODAY, "Sửa năm sinh")]
    assert (first.related, first.pictures, first.comments) == ([], [], [])
    assert [read(row.pk, counts=False).n_readers for _turn in range(2)] == [first.n_readers + 1] * 2


def test_who_no_longer_agrees_is_read_by_nobody(at):
    who = agreeing(at)
    row = published(at, exemplar=who)
    assert read(row.pk, counts=True) is not None
    Exemplar.objects.filter(pk=who.pk).update(consent="refused")
    assert read(row.pk, counts=True) is None


@pytest.mark.parametrize("state", list(ArticleState))
@pytest.mark.parametrize("step", list(WORKFLOW.by_name))
def test_each_step_from_each_state(at, state, step):
    row = article(at)
    Article.objects.filter(pk=row.pk).update(state=state, posted_at=NOW, publish_at=NOW)
    row.refresh_from_db()
    by = leader(at) if step == "approve" else editor(at)
    may = state in WORKFLOW.by_name[step].source
    assert WORKFLOW.may(row, step, by).allowed == may
