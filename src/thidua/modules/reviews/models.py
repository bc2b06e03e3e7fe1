from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.models import Campaign
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.models import Organisation, ends_after_it_begins


class ReviewKind(models.TextChoices):
    INTERIM = "interim", _("interim review (sơ kết)")
    FINAL = "final", _("final review (tổng kết)")


class ReviewState(models.TextChoices):
    DRAFT = "draft", _("review being written")
    ISSUED = "issued", _("review issued")


@tracked()
class Review(models.Model):
    """Sơ kết or tổng kết of a campaign over a period; `until` is the day after the last.

    `parts` holds the text under each heading by its code: drawn up from what is known, then edited.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="reviews", verbose_name=_("campaign"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    kind = models.CharField(_("kind of review"), max_length=8, choices=ReviewKind)
    since = models.DateField(_("reviewed from"))
    until = models.DateField(_("reviewed to"))
    parts = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=ReviewState, default=ReviewState.DRAFT, editable=False)
    number = models.CharField(_("number of the report"), max_length=60, blank=True)
    issued_on = models.DateField(_("day of the report"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("review of a campaign")
        constraints = [
            ends_after_it_begins("review_ends_later"),
            models.CheckConstraint(
                name="review_issued_has_number_and_day",
                condition=Q(state="draft") | (~Q(number="") & Q(issued_on__isnull=False)),
                violation_error_message=_("A report that was issued has its number and day."),
            ),
        ]
        indexes = [models.Index(fields=["-until", "-id"], name="review_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.campaign}"


@tracked()
class ReviewProposal(models.Model):
    """A dossier of commendation that came of a review."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="proposals")
    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("proposal from a review")


@append_only
class ReviewText(models.Model):
    """The text of a review as it stood before it was drawn up again: nothing that was written is lost."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="texts")
    parts = models.JSONField()
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name = _("earlier text of a review")
