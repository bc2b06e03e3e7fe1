"""Who writes, approves, moderates and reads in the newsroom. What a step asks for stands in `states`."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.exemplars.models import Consent, Exemplar
from thidua.modules.newsroom.models import Article, ArticleState, Comment
from thidua.modules.newsroom.states import APPROVES, COMMENT_WORKFLOW, WORKFLOW, WRITES
from thidua.modules.organisations.api import Actor, Role

READS = WRITES | APPROVES | {Role.INSPECTOR, Role.VISITOR}
OPEN = frozenset({ArticleState.DRAFT, ArticleState.REVIEW})
APPROVED = frozenset({ArticleState.APPROVED, ArticleState.SCHEDULED, ArticleState.PUBLISHED})


def _for(actor: Actor, roles: frozenset[Role], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def may_write(actor: Actor, organisation_id: int | None) -> Answer:
    return _for(actor, WRITES, organisation_id)


def may_write_of(actor: Actor, exemplar: Exemplar) -> Answer:
    if exemplar.consent == Consent.REFUSED:
        return refused(_("This exemplar does not agree to publication: no article is written."))
    return may_write(actor, actor.organisation_id)


def may_change(actor: Actor, article: Article) -> Answer:
    if article.state not in OPEN:
        state = article.get_state_display()
        return refused(
            _("The article is “%(state)s”: its text is no longer changed here.") % {"state": state}
        )
    return may_write(actor, article.organisation_id)


def may_correct(actor: Actor, article: Article) -> Answer:
    if article.state != ArticleState.PUBLISHED:
        return refused(_("Only what is published is corrected; before that it is changed."))
    return _for(actor, WRITES, article.organisation_id)


def may_note_consent(actor: Actor, article: Article) -> Answer:
    if article.exemplar_id:
        return refused(_("The answer is noted on the page of the exemplar."))
    return may_write(actor, article.organisation_id)


def may_step(actor: Actor, article: Article, step: str) -> Answer:
    return WORKFLOW.may(article, step, actor)


def may_moderate(actor: Actor, organisation_id: int | None) -> Answer:
    return _for(actor, WRITES, organisation_id)


def may_step_comment(actor: Actor, comment: Comment, step: str) -> Answer:
    return COMMENT_WORKFLOW.may(comment, step, actor)


def may_post_decisions(actor: Actor, organisation_id: int | None) -> Answer:
    return _for(actor, WRITES | APPROVES, organisation_id)


def may_take_out(actor: Actor, article: Article) -> Answer:
    """For the official site: only what was approved leaves the house."""
    if article.state not in APPROVED:
        return refused(_("Only an approved article is taken out for the official site."))
    return _for(actor, WRITES | APPROVES, article.organisation_id)
