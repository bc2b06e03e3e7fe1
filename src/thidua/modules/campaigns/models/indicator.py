from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.campaigns.models.campaign import Campaign


class Direction(models.TextChoices):
    MORE = "more", _("the more the better")
    LESS = "less", _("the less the better")


class Adding(models.TextChoices):
    """How the figures of several units become one."""

    SUM = "sum", _("added up")
    MEAN = "mean", _("averaged")


@tracked()
class Indicator(models.Model):
    """What a campaign is measured by. Figures are cumulated: where it stands at the end of a month or quarter."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="indicators")
    above = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")
    name = models.CharField(_("indicator"), max_length=200)
    unit = models.CharField(_("unit of measure"), max_length=40)
    baseline = models.DecimalField(_("baseline"), max_digits=18, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=18, decimal_places=2, null=True, blank=True)
    source = models.CharField(_("where the figures come from"), max_length=200, blank=True)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.MORE)
    adding = models.CharField(_("figures of units are"), max_length=4, choices=Adding, default=Adding.SUM)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("indicator of a campaign")
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "name"],
                name="indicator_once",
                violation_error_message=_("The campaign already has an indicator of that name."),
            ),
            models.UniqueConstraint(
                fields=["campaign", "above"],
                condition=Q(above__isnull=False),
                name="indicator_answers_one_above",
                violation_error_message=_("Another indicator of the plan answers this one already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
