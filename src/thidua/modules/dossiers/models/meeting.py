from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.dossiers.models.candidate import Candidate
from thidua.modules.dossiers.models.dossier import Dossier


@tracked()
class UnitMeeting(models.Model):
    """The unit's own meeting (bình xét): who was there, who led and who wrote."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="meeting")
    held_on = models.DateField(_("held on"))
    begins_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("to"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200)
    chair = models.CharField(_("chair"), max_length=120)
    secretary = models.CharField(_("secretary"), max_length=120)
    n_called = models.PositiveIntegerField(_("called"))
    n_present = models.PositiveIntegerField(_("present"))
    by_ballot = models.BooleanField(_("by secret ballot"), default=True)
    discussion = models.TextField(_("what was said"), blank=True)

    class Meta:
        verbose_name = _("meeting of the unit")
        constraints = [
            models.CheckConstraint(
                name="meeting_present_were_called",
                condition=Q(n_present__lte=F("n_called")),
                violation_error_message=_("More are present than were called."),
            )
        ]


@tracked()
class MeetingVote(models.Model):
    """The result of the unit's ballot for one candidate."""

    meeting = models.ForeignKey(UnitMeeting, models.CASCADE, related_name="votes")
    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="meeting_vote")
    n_in_favour = models.PositiveIntegerField(_("in favour"))
    n_against = models.PositiveIntegerField(_("not in favour"), default=0)
    n_invalid = models.PositiveIntegerField(_("invalid"), default=0)

    class Meta:
        verbose_name = _("ballot of the unit")
