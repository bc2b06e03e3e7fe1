from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.newsroom.models.article import Article


class CommentState(models.TextChoices):
    NEW = "new", _("waiting to be read")
    PUBLISHED = "published", _("published")
    REFUSED = "refused", _("not published")
    TAKEN_DOWN = "taken_down", _("taken down")


class CommentFault(models.TextChoices):
    """Why a comment is not shown."""

    OFF_TOPIC = "off_topic", _("not about the article")
    PERSONAL = "personal", _("tells personal data of somebody")
    INSULT = "insult", _("insults somebody")
    ADVERT = "advert", _("advertisement")
    COMPLAINT = "complaint", _("a complaint or denunciation: it goes to who receives them")
    UNPROVEN = "unproven", _("claims what cannot be verified")
    OTHER = "other", _("another reason")


@tracked(exclude=["phone_sealed"])
class Comment(models.Model):
    """What a reader wrote. The telephone number is sealed, shown to who moderates, deleted after twelve months."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="comments")
    name = models.CharField(_("full name"), max_length=120)
    phone_sealed = models.BinaryField(null=True, editable=False)
    title = models.CharField(_("title of the comment"), max_length=200)
    content = models.TextField(_("content"))
    state = models.CharField(max_length=10, choices=CommentState, default=CommentState.NEW, editable=False)
    fault = models.CharField(_("reason"), max_length=10, choices=CommentFault, blank=True)
    reply = models.TextField(_("reply"), blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField()
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("comment")
        constraints = [
            models.CheckConstraint(
                name="comment_not_shown_for_a_reason",
                condition=~Q(state__in=["refused", "taken_down"]) | ~Q(fault=""),
                violation_error_message=_("Choose why the comment is not shown."),
            ),
            models.CheckConstraint(
                name="comment_reply_is_dated",
                condition=Q(reply="") | Q(replied_at__isnull=False),
                violation_error_message=_("A reply bears its time."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="comment_search"),
            models.Index(fields=["article", "state", "-sent_at"], name="comment_of_article"),
            models.Index(fields=["-sent_at", "-id"], name="comment_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def publisher_id(self) -> int:
        return self.article.organisation_id


@append_only
class Moderation(models.Model):
    """What was done with a comment, by whom and why: also the log of what was taken down."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="moderations")
    step = models.CharField(max_length=10)
    fault = models.CharField(max_length=10, choices=CommentFault, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("moderation of a comment")
