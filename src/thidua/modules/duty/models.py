from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation


class Side(models.TextChoices):
    """The two things that each unit considers every month (plan 163/KH-UBND of Hà Nội)."""

    OWN = "own", _("commended by the unit itself")
    UPWARD = "upward", _("proposed to the level above")


@tracked()
class EmptyMonth(models.Model):
    """A unit's word that it had none in a month, and why."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    month = models.DateField(_("month"))
    side = models.CharField(max_length=6, choices=Side)
    reason = models.CharField(_("reason"), max_length=300)
    said_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    said_on = models.DateField()

    class Meta:
        verbose_name = _("month without a commendation")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "month", "side"], name="empty_month_once"),
            models.CheckConstraint(
                name="empty_month_is_its_first_day",
                condition=Q(month__day=1),
                violation_error_message=_("A month is kept as its first day."),
            ),
            models.CheckConstraint(
                name="empty_month_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why there was none."),
            ),
        ]
