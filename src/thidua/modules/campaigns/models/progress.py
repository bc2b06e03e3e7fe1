from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.models.campaign import Campaign
from thidua.modules.campaigns.models.indicator import Indicator
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation


@tracked()
class ProgressReport(models.Model):
    """A unit's figures at the end of a month or quarter (kept as its first day), with what shows them.

    `moved`: some figure differs from the unit's earlier ones; `entered_for`: those above wrote them down for it.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="reports")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    period = models.DateField(_("month or quarter"))
    note = models.TextField(_("what was done"), blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(_("link to the evidence"), max_length=500, blank=True)
    moved = models.BooleanField(default=True)
    entered_for = models.BooleanField(_("entered for the unit"), default=False)
    reported_on = models.DateField(_("reported on"))
    reported_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = _("progress report")
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation", "period"], name="progress_report_once"
            ),
            models.CheckConstraint(
                name="progress_report_is_its_first_day",
                condition=Q(period__day=1),
                violation_error_message=_("A month is kept as its first day."),
            ),
        ]
        indexes = [models.Index(fields=["campaign", "-reported_on"], name="progress_report_newest")]


@tracked()
class Reading(models.Model):
    """One figure of a report: where the indicator stands, cumulated."""

    report = models.ForeignKey(ProgressReport, models.CASCADE, related_name="readings")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="readings")
    value = models.DecimalField(_("figure"), max_digits=18, decimal_places=2)

    class Meta:
        verbose_name = _("figure of an indicator")
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="reading_once"),
        ]
