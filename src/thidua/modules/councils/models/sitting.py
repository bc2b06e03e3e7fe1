from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.councils.models.council import Council, Member
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.models import Organisation


class SittingState(models.TextChoices):
    PLANNED = "planned", _("planned")
    VOTING = "voting", _("voting is open")
    CLOSED = "closed", _("votes counted")
    CANCELLED = "cancelled", _("cancelled")


class SittingForm(models.TextChoices):
    SITTING = "sitting", _("sitting")
    CIRCULATED = "circulated", _("written opinions without a sitting")


class SittingSubject(models.TextChoices):
    """Two different minutes: titles are bình xét thi đua, forms are xét khen thưởng."""

    TITLES = "titles", _("emulation titles (bình xét thi đua)")
    FORMS = "forms", _("forms of commendation (xét khen thưởng)")
    BOTH = "both", _("titles and forms")


@tracked()
class Sitting(models.Model):
    council = models.ForeignKey(Council, models.PROTECT, related_name="sittings")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    title = models.CharField(_("title of the sitting"), max_length=200)
    subject = models.CharField(
        _("considers"), max_length=8, choices=SittingSubject, default=SittingSubject.BOTH
    )
    form = models.CharField(_("form"), max_length=12, choices=SittingForm, default=SittingForm.SITTING)
    state = models.CharField(
        max_length=10, choices=SittingState, default=SittingState.PLANNED, editable=False
    )
    held_on = models.DateField(_("day"))
    begins_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("to"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    quorum_numerator = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_denominator = models.PositiveSmallIntegerField(default=100)
    quorum_is_over = models.BooleanField(default=False)
    quorum_basis = models.CharField(_("by which rule"), max_length=200, blank=True)
    recusal_basis = models.CharField(
        _("by which rule members do not vote on an item"), max_length=200, blank=True
    )
    recusals_confirmed = models.BooleanField(_("who does not vote is confirmed"), default=False)
    tellers = models.TextField(_("tellers, one a line: name, post"), blank=True)
    discussion = models.TextField(_("what was said"), blank=True)

    class Meta:
        verbose_name = _("sitting of a council")
        constraints = [
            models.CheckConstraint(
                name="sitting_quorum_has_basis",
                condition=Q(quorum_numerator__isnull=True) | ~Q(quorum_basis=""),
                violation_error_message=_("Name the rule that sets the quorum."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class VotingWay(models.TextChoices):
    PAPER = "paper", _("paper ballot")
    WRITTEN = "written", _("written opinion")
    SCREEN = "screen", _("on screen")


@tracked()
class Attendance(models.Model):
    """A member at a sitting: frozen when voting opens, so that the denominator stays."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="attendance")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    is_present = models.BooleanField(_("present"), default=True)
    way = models.CharField(_("votes by"), max_length=8, choices=VotingWay, default=VotingWay.PAPER)

    class Meta:
        verbose_name = _("attendance")
        constraints = [models.UniqueConstraint(fields=["sitting", "member"], name="attendance_once")]


class ItemResult(models.TextChoices):
    OPEN = "open", _("not yet voted")
    PASSED = "passed", _("enough votes")
    FAILED = "failed", _("not enough votes")
    DROPPED = "dropped", _("dropped: depends on what was not passed")


@tracked()
class AgendaItem(models.Model):
    """One candidate's honour before a sitting, its threshold with its article, and the result.

    The share is numerator/denominator of all members, or more than it. `depends_on` is the lower title in the same sitting.
    """

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="items")
    candidate = models.OneToOneField(Candidate, models.PROTECT, related_name="agenda_item")
    place = models.PositiveIntegerField(_("order"))
    depends_on = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="dependants")
    share_numerator = models.PositiveSmallIntegerField(null=True, blank=True)
    share_denominator = models.PositiveSmallIntegerField(null=True, blank=True)
    share_is_over = models.BooleanField(default=False)
    share_basis = models.CharField(_("by which rule"), max_length=200, blank=True)
    recused = models.ManyToManyField(Member, blank=True, related_name="+")
    n_in_favour = models.PositiveSmallIntegerField(null=True)
    n_against = models.PositiveSmallIntegerField(null=True)
    n_invalid = models.PositiveSmallIntegerField(null=True)
    result = models.CharField(max_length=8, choices=ItemResult, default=ItemResult.OPEN, editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("item of the agenda")
        constraints = [
            models.CheckConstraint(
                name="agenda_threshold_has_basis",
                condition=Q(share_numerator__isnull=True) | ~Q(share_basis=""),
                violation_error_message=_("Name the rule that sets the share of votes."),
            ),
            models.CheckConstraint(
                name="agenda_counted_has_votes",
                condition=Q(result__in=["open", "dropped"]) | Q(n_in_favour__isnull=False),
            ),
        ]
