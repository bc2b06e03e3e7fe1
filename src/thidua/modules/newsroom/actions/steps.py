"""From desk to desk, to the readers, and away again."""

from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.days import civil_day
from thidua.modules.exemplars.api import publicised_by_article
from thidua.modules.exemplars.models import Consent
from thidua.modules.newsroom import policy
from thidua.modules.newsroom.models import Article, ArticleState
from thidua.modules.newsroom.states import WORKFLOW
from thidua.modules.organisations.api import Actor, system


@action
def move(
    *,
    article: Article,
    step: str,
    actor: Actor,
    now: datetime,
    reason: str = "",
    publish_at: datetime | None = None,
    withdraw_on: date | None = None,
) -> Article:
    """Take one step; scheduled, it comes and goes by itself."""
    held = Article.objects.select_for_update(of=("self",)).select_related("exemplar").get(pk=article.pk)
    require(policy.may_step(actor, held, step))
    if WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Say why: whoever wrote it reads this."), field="reason")
    _plan(held, step, now, publish_at, withdraw_on)
    if reason.strip():
        held.last_remark = reason.strip()[:300]
    held.save()
    WORKFLOW.move(held, step)
    if step == "publish":
        _published(held, actor, now)
    events.publish(f"newsroom.{step}", held.pk)
    return held


def _plan(
    article: Article, step: str, now: datetime, publish_at: datetime | None, withdraw_on: date | None
) -> None:
    if step in {"schedule", "publish"}:
        article.withdraw_on = withdraw_on or article.withdraw_on
    if step == "schedule":
        if publish_at and publish_at <= now:
            raise CannotMove(_("The hour lies in the past: publish it now instead."), field="publish_at")
        article.publish_at = publish_at
    if step == "publish":
        article.posted_at = now
    if article.withdraw_on and article.withdraw_on <= civil_day(article.publish_at or now):
        raise CannotMove(_("It would be withdrawn before anybody read it."), field="withdraw_on")
    if step == "reopen":
        article.publish_at = article.withdraw_on = None


def _published(article: Article, actor: Actor, now: datetime) -> None:
    if article.exemplar:
        publicised_by_article(
            exemplar=article.exemplar,
            reason=_("Article on the portal: %(headline)s") % {"headline": article.headline},
            actor=actor,
            on=civil_day(now),
            now=now,
        )


def keep_schedule(now: datetime) -> int:
    """Publish what is due, withdraw what is over or has lost its consent; gives how many moved."""
    actor, on = system(civil_day(now)), civil_day(now)
    rows = Article.objects.order_by("pk")
    n_moved = 0
    for article in rows.filter(state=ArticleState.SCHEDULED, publish_at__lte=now):
        n_moved += _tried(article, "publish", actor, now, "")
    shown = rows.filter(state=ArticleState.PUBLISHED)
    for article in shown.filter(withdraw_on__lte=on):
        n_moved += _tried(article, "withdraw", actor, now, _("The time of publication is over."))
    lost = shown.filter(~Q(exemplar__consent=Consent.GIVEN), exemplar__isnull=False)
    for article in lost:
        n_moved += _tried(article, "withdraw", actor, now, _("The person no longer agrees to publication."))
    return n_moved


def _tried(article: Article, step: str, actor: Actor, now: datetime, reason: str) -> int:
    """One that lacks something meanwhile does not keep the others waiting."""
    try:
        move(article=article, step=step, actor=actor, now=now, reason=reason)
    except CannotMove:
        return 0
    return 1
