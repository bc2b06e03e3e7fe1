"""An article is written, changed, put right; the person whom it is about agrees or not."""

from datetime import date, datetime

from django.utils.text import slugify
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.campaigns.models import Campaign
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.newsroom import policy
from thidua.modules.newsroom.drafts import ArticleDraft
from thidua.modules.newsroom.models import (
    Article,
    ArticleConsent,
    ArticleState,
    Correction,
    ReaderCount,
)
from thidua.modules.newsroom.richtext import cleaned, plain
from thidua.modules.newsroom.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Entry

LONGEST_SLUG = 110


class CannotWrite(Cannot):
    """The article lacks something or contradicts itself."""


@action
def write(
    *,
    organisation: Organisation,
    draft: ArticleDraft,
    actor: Actor,
    now: datetime,
    exemplar: Exemplar | None = None,
    entry: Entry | None = None,
    campaign: Campaign | None = None,
) -> Article:
    """Begin an article of this publisher: on an exemplar, an award, a campaign, or free."""
    require(policy.may_write(actor, organisation.pk))
    article = Article(
        organisation=organisation,
        exemplar=exemplar,
        entry=entry,
        campaign=campaign,
        consent=ArticleConsent.NOT_ASKED if exemplar or entry else draft.consent,
        made_by_id=actor.user_id,
        made_at=now,
    )
    _describe(article, draft)
    article.save()
    ReaderCount.objects.create(article=article)
    return article


@action
def change(*, article: Article, draft: ArticleDraft, version: int, actor: Actor) -> Article:
    """Raises Conflict with both texts when somebody saved in between."""
    held = _held(article)
    require(policy.may_change(actor, held))
    if version != held.version:
        theirs = {name: getattr(held, name) for name in TEXTS}
        raise Conflict(theirs=theirs, mine={name: getattr(draft, name) for name in TEXTS})
    _describe(held, draft)
    if not (held.exemplar_id or held.entry_id) and draft.names_nobody != (
        held.consent == ArticleConsent.NOT_NEEDED
    ):
        held.consent, held.consent_on, held.consent_note = draft.consent, None, ""
    held.version += 1
    held.save()
    return held


TEXTS = ("headline", "lead", "body", "byline", "source")


def _describe(article: Article, draft: ArticleDraft) -> None:
    article.headline, article.lead = clean(draft.headline), clean(draft.lead)
    article.byline, article.source = clean(draft.byline), clean(draft.source)
    article.body = cleaned(draft.body)
    article.open_to_comments = draft.open_to_comments
    article.slug = slugify(fold(article.headline))[:LONGEST_SLUG].strip("-") or "bai"
    article.search = fold(f"{article.headline} {article.lead} {plain(article.body)} {article.byline}")


@action
def answer_consent(
    *, article: Article, consent: str, consent_on: date, note: str, actor: Actor, on: date
) -> Article:
    """Whom it is about (of a child: the guardian) agrees or not; a published article goes at once."""
    held = _held(article)
    require(policy.may_note_consent(actor, held))
    if consent not in (ArticleConsent.GIVEN, ArticleConsent.REFUSED):
        raise CannotWrite(_("Say what was answered."), field="consent")
    if consent_on > on:
        raise CannotWrite(_("The answer cannot lie in the future."), field="consent_on")
    if consent == ArticleConsent.REFUSED and held.state in SHOWN_OR_ABOUT_TO_BE:
        held.last_remark = _("The person no longer agrees to publication.")
        _step_back(held)
    held.consent, held.consent_on, held.consent_note = consent, consent_on, clean(note)
    held.save(update_fields=["consent", "consent_on", "consent_note", "last_remark"])
    return held


SHOWN_OR_ABOUT_TO_BE = (ArticleState.PUBLISHED, ArticleState.SCHEDULED, ArticleState.APPROVED)


def _step_back(article: Article) -> None:
    WORKFLOW.move(article, "hand_back" if article.state == ArticleState.APPROVED else "withdraw")


@action
def correct(
    *, article: Article, draft: ArticleDraft, text: str, actor: Actor, on: date, now: datetime
) -> Correction:
    """Put a published article right: what was changed stands below it with its day, the old text in the history."""
    held = _held(article)
    require(policy.may_correct(actor, held))
    if not clean(text):
        raise CannotWrite(_("Say what was corrected: readers see it below the article."), field="text")
    slug = held.slug
    _describe(held, draft)
    if not held.body:
        raise CannotWrite(_("A published article has a text."), field="body")
    held.slug = slug  # its address has been passed on
    held.version += 1
    held.save()
    made = Correction.objects.create(
        article=held, on=on, text=clean(text), made_by_id=actor.user_id, made_at=now
    )
    events.publish("newsroom.corrected", held.pk)
    return made


def _held(article: Article) -> Article:
    rows = Article.objects.select_for_update(of=("self",))
    return rows.select_related("organisation", "exemplar").get(pk=article.pk)
