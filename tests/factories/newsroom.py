"""Articles of a ward: on an exemplar who agreed, or free."""

from conftest import NOW, TODAY
from factories.dossiers import Place
from factories.exemplars import verified
from factories.organisations import actor
from thidua.modules.exemplars.actions import exemplars
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.newsroom.actions.articles import write
from thidua.modules.newsroom.actions.comments import send
from thidua.modules.newsroom.actions.steps import move
from thidua.modules.newsroom.drafts import ArticleDraft, CommentDraft
from thidua.modules.newsroom.models import Article, Comment
from thidua.modules.organisations.api import Actor, Role

BODY = "<p>Chị tìm đến tận nhà trả lại ví.</p>"
DRAFT = ArticleDraft(headline="Trả lại ví cho người mất", body=BODY, byline="Cao Minh Tú", names_nobody=True)
COMMENT = CommentDraft(name="Lê Thị Na", title="Cảm ơn", content="Việc làm đáng quý.", phone="0912 345 678")


def editor(at: Place) -> Actor:
    return actor(at.ward, Role.EDITOR)


def leader(at: Place) -> Actor:
    return actor(at.ward, Role.LEADER)


def article(at: Place, *, exemplar: Exemplar | None = None, draft: ArticleDraft = DRAFT) -> Article:
    return write(organisation=at.ward, draft=draft, exemplar=exemplar, actor=editor(at), now=NOW)


def agreeing(at: Place) -> Exemplar:
    row = verified(at)
    return exemplars.answer_consent(
        exemplar=row, consent="given", consent_on=TODAY, note="", actor=at.head, on=TODAY
    )


def led(at: Place, row: Article, *steps: str) -> Article:
    """Along the steps, each by who may take it."""
    for step in steps:
        by = leader(at) if step == "approve" else editor(at)
        row = move(article=row, step=step, actor=by, now=NOW)
    return row


def published(at: Place, **given: object) -> Article:
    return led(at, article(at, **given), "submit", "edited", "approve", "publish")


def comment(at: Place, row: Article | None = None, draft: CommentDraft = COMMENT) -> Comment:
    return send(article=row or published(at), draft=draft, actor=None, now=NOW)
