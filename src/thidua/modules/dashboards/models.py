from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.modules.organisations.models import Organisation


class Snapshot(models.Model):
    """What one picture of a body and year was drawn from, and when it was asked: made anew at any time."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    picture = models.CharField(_("picture"), max_length=40)
    facts = models.JSONField()
    asked_at = models.DateTimeField(_("figures of"))

    class Meta:
        verbose_name = _("figures of a picture")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "picture"], name="snapshot_once"),
        ]
