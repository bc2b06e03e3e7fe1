from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.clusters.models.cluster import ClusterMember
from thidua.modules.clusters.models.sheet import Criterion, points
from thidua.modules.clusters.models.year import ClusterYear
from thidua.modules.files.models import StoredFile


class CardState(models.TextChoices):
    OPEN = "open", _("scores itself")
    SENT = "sent", _("sent, to be cross-checked")
    CHECKED = "checked", _("cross-checked")
    EXCUSED = "excused", _("does not take part")


@tracked()
class Scorecard(models.Model):
    """One member's sheet of a year. `total` and `place` are kept when the result is announced."""

    year = models.ForeignKey(ClusterYear, models.PROTECT, related_name="cards")
    member = models.ForeignKey(ClusterMember, models.PROTECT, related_name="cards")
    checker = models.ForeignKey(
        ClusterMember, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    state = models.CharField(max_length=7, choices=CardState, default=CardState.OPEN, editable=False)
    sent_on = models.DateField(null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    is_sent_for_them = models.BooleanField(default=False)
    checked_on = models.DateField(null=True)
    excuse = models.CharField(_("why it does not take part"), max_length=300, blank=True)
    total = points(_("total"), null=True)
    place = models.PositiveSmallIntegerField(_("rank"), null=True)
    vote_points = models.PositiveIntegerField(_("points of the vote"), null=True)
    n_first = models.PositiveSmallIntegerField(_("ballots that rank it first"), null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("scorecard")
        constraints = [
            models.UniqueConstraint(fields=["year", "member"], name="scorecard_once"),
            models.CheckConstraint(
                name="scorecard_not_checked_by_itself",
                condition=Q(checker__isnull=True) | ~Q(checker=F("member")),
                violation_error_message=_("A member never cross-checks itself."),
            ),
            models.CheckConstraint(
                name="scorecard_sent_is_dated",
                condition=~Q(state__in=["sent", "checked"]) | Q(sent_on__isnull=False),
            ),
            models.CheckConstraint(
                name="scorecard_excused_says_why",
                condition=~Q(state="excused") | ~Q(excuse=""),
                violation_error_message=_("Say why the member does not take part."),
            ),
        ]

    def __str__(self) -> str:
        return self.member.name


@tracked()
class Score(models.Model):
    """One criterion of one member: what it entered and its own points, the checker's, the head's."""

    card = models.ForeignKey(Scorecard, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    figure = models.DecimalField(_("entered"), max_digits=14, decimal_places=2, null=True, blank=True)
    own = points(_("own points"), null=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    checked = points(_("points of the cross-check"), null=True)
    check_reason = models.CharField(_("reason of the cross-check"), max_length=500, blank=True)
    settled = points(_("points of the summary"), null=True)
    settle_reason = models.CharField(_("reason of the summary"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("score")
        constraints = [
            models.UniqueConstraint(fields=["card", "criterion"], name="score_once"),
            models.CheckConstraint(
                name="score_other_points_have_reason",
                condition=Q(checked__isnull=True)
                | Q(own__isnull=False, checked=F("own"))
                | ~Q(check_reason=""),
                violation_error_message=_("Other points than the member's own need a reason."),
            ),
            models.CheckConstraint(
                name="score_settled_has_reason",
                condition=Q(settled__isnull=True) | ~Q(settle_reason=""),
                violation_error_message=_("Say why these points are settled."),
            ),
        ]


@tracked()
class ScoreEvidence(models.Model):
    """A file or a link that proves a score."""

    score = models.ForeignKey(Score, models.CASCADE, related_name="evidence")
    label = models.CharField(_("what it is"), max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(_("link"), blank=True)

    class Meta:
        verbose_name = _("evidence of a score")
        constraints = [
            models.CheckConstraint(
                name="score_evidence_file_or_link",
                condition=(Q(file__isnull=False) & Q(link="")) | (Q(file__isnull=True) & ~Q(link="")),
                violation_error_message=_("Attach a file or give a link, not both."),
            )
        ]
