from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.models import Campaign
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Entry


class ArticleState(models.TextChoices):
    DRAFT = "draft", _("being written")
    REVIEW = "review", _("being edited")
    CONSENT = "consent", _("awaiting consent")
    APPROVED = "approved", _("approved")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("off the portal")


class ArticleConsent(models.TextChoices):
    NOT_NEEDED = "not_needed", _("names no person")
    NOT_ASKED = "not_asked", _("not asked yet")
    GIVEN = "given", _("agrees to publication")
    REFUSED = "refused", _("does not agree to publication")


@tracked()
class Article(models.Model):
    """What is told to everybody of an exemplar, an award or a campaign; `body` holds clean HTML only.

    Of an article on an exemplar the consent is the exemplar's; `posted_at` is when readers first saw it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="articles")
    exemplar = models.ForeignKey(
        Exemplar, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("exemplar")
    )
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("award")
    )
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("campaign")
    )
    headline = models.CharField(_("headline"), max_length=200)
    slug = models.SlugField(max_length=120)
    lead = models.TextField(_("opening lines"), blank=True)
    body = models.TextField(_("text of the article"), blank=True)
    byline = models.CharField(_("by-line"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    consent = models.CharField(
        _("consent"), max_length=10, choices=ArticleConsent, default=ArticleConsent.NOT_ASKED
    )
    consent_on = models.DateField(_("answered on"), null=True, blank=True)
    consent_note = models.CharField(_("how it was answered"), max_length=200, blank=True)
    open_to_comments = models.BooleanField(_("readers may comment"), default=True)
    publish_at = models.DateTimeField(_("to be published at"), null=True, blank=True)
    withdraw_on = models.DateField(_("to be withdrawn on"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=ArticleState, default=ArticleState.DRAFT, editable=False)
    posted_at = models.DateTimeField(_("posted at"), null=True, blank=True, editable=False)
    last_remark = models.CharField(_("why it went back or was withdrawn"), max_length=300, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("news article")
        constraints = [
            models.CheckConstraint(
                name="article_of_one_subject",
                condition=Q(exemplar__isnull=True) | Q(entry__isnull=True),
                violation_error_message=_("An article begins with an exemplar or with an award, not both."),
            ),
            models.CheckConstraint(
                name="article_published_with_consent",
                condition=~Q(state__in=["approved", "scheduled", "published"])
                | Q(exemplar__isnull=False)
                | Q(consent__in=["given", "not_needed"]),
                violation_error_message=_("Nobody is written about in public without having agreed."),
            ),
            models.CheckConstraint(
                name="article_published_is_dated",
                condition=~Q(state=ArticleState.PUBLISHED) | Q(posted_at__isnull=False),
                violation_error_message=_("A published article bears the time it was posted."),
            ),
            models.CheckConstraint(
                name="article_scheduled_has_time",
                condition=~Q(state=ArticleState.SCHEDULED) | Q(publish_at__isnull=False),
                violation_error_message=_("Enter the day and hour of publication."),
            ),
            models.CheckConstraint(
                name="article_answer_is_dated",
                condition=~Q(consent__in=["given", "refused"]) | Q(consent_on__isnull=False),
                violation_error_message=_("Enter the day on which the person answered."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="article_search"),
            models.Index(fields=["organisation", "state"], name="article_of_unit"),
            models.Index(fields=["-posted_at", "-id"], condition=Q(state="published"), name="article_newest"),
            models.Index(fields=["-made_at", "-id"], name="article_last_made"),
        ]

    def __str__(self) -> str:
        return self.headline


@tracked()
class Picture(models.Model):
    """A picture of an article in three sizes, with what it shows in words and whose it is."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="pictures")
    place = models.PositiveSmallIntegerField(default=0)
    alt = models.CharField(_("what the picture shows"), max_length=200)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=120)
    original = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    large = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    small = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("picture of an article")
        constraints = [
            models.CheckConstraint(
                name="picture_told_in_words",
                condition=~Q(alt="") & ~Q(credit=""),
                violation_error_message=_("Say what the picture shows, and whose it is."),
            )
        ]


@append_only
class Correction(models.Model):
    """What was put right after publication: shown below the article, with its day."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="corrections")
    on = models.DateField()
    text = models.CharField(_("what was corrected"), max_length=500)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("correction of an article")


class ReaderCount(models.Model):
    """How often an article was opened by visitors; nothing is kept of who they are."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="readers")
    n = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("number of readers")
