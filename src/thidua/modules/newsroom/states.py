"""The lives of an article and of a comment. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.newsroom.models import Article, ArticleConsent, ArticleState, CommentState
from thidua.modules.organisations.api import Role

A = ArticleState
C = CommentState
WRITES = frozenset({Role.EDITOR, Role.SPECIALIST})
APPROVES = frozenset({Role.LEADER, Role.DEPUTY})
BOTH = WRITES | APPROVES


def consent_of(article: Article) -> str:
    """The exemplar's own answer where the article is about one."""
    return article.exemplar.consent if article.exemplar else article.consent


def written(article: Article) -> str | None:
    return None if article.body and article.byline else _("Write the body and the by-line first.")


def consent(article: Article) -> str | None:
    answer = consent_of(article)
    if answer in (ArticleConsent.GIVEN, ArticleConsent.NOT_NEEDED):
        return None
    if answer == ArticleConsent.REFUSED:
        return _("The person does not agree: the article is not published.")
    if article.exemplar:
        return _("Ask the person first, and note the answer on the page of the exemplar.")
    return _("Ask the person first, and note the answer.")


def time(article: Article) -> str | None:
    return None if article.publish_at else _("Enter the day and hour of publication.")


WORKFLOW = Workflow(
    labels=ArticleState,
    steps=(
        Step("submit", (A.DRAFT,), A.REVIEW, gettext_lazy("Send to be edited"), WRITES, needs=(written,)),
        Step("edited", (A.REVIEW,), A.CONSENT, gettext_lazy("Editing is done"), WRITES, needs=(written,)),
        Step(
            "hand_back",
            (A.REVIEW, A.CONSENT, A.APPROVED),
            A.DRAFT,
            gettext_lazy("Hand back"),
            BOTH,
            needs_reason=True,
        ),
        Step(
            "approve", (A.CONSENT,), A.APPROVED, gettext_lazy("Approve"), APPROVES, needs=(written, consent)
        ),
        Step("schedule", (A.APPROVED,), A.SCHEDULED, gettext_lazy("Schedule"), BOTH, needs=(consent, time)),
        Step("unschedule", (A.SCHEDULED,), A.APPROVED, gettext_lazy("Take off the schedule"), BOTH),
        Step(
            "publish",
            (A.APPROVED, A.SCHEDULED),
            A.PUBLISHED,
            gettext_lazy("Publish now"),
            BOTH,
            needs=(consent,),
        ),
        Step(
            "withdraw",
            (A.PUBLISHED, A.SCHEDULED),
            A.WITHDRAWN,
            gettext_lazy("Take off the portal"),
            BOTH,
            needs_reason=True,
        ),
        Step("reopen", (A.WITHDRAWN,), A.DRAFT, gettext_lazy("Write anew"), WRITES),
    ),
)

COMMENT_WORKFLOW = Workflow(
    labels=CommentState,
    steps=(
        Step(
            "publish",
            (C.NEW, C.REFUSED, C.TAKEN_DOWN),
            C.PUBLISHED,
            gettext_lazy("Publish"),
            WRITES,
            at="publisher_id",
        ),
        Step(
            "refuse",
            (C.NEW,),
            C.REFUSED,
            gettext_lazy("Do not publish"),
            WRITES,
            at="publisher_id",
            needs_reason=True,
        ),
        Step(
            "take_down",
            (C.PUBLISHED,),
            C.TAKEN_DOWN,
            gettext_lazy("Take down"),
            BOTH,
            at="publisher_id",
            needs_reason=True,
        ),
    ),
)
