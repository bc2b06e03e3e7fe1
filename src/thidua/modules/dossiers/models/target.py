from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation, ends_after_it_begins, no_overlap
from thidua.modules.rulebook import api as rulebook


@tracked()
class DirectTarget(models.Model):
    """How many of the persons proposed a receiving body wants to be direct workers, from one day to another.

    For one honour or (blank) all of a file together; for `unit` and everything below it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("for the unit, and those below it")
    )
    honour = models.CharField(_("honour"), max_length=12, blank=True)
    percent = models.PositiveSmallIntegerField(_("direct workers at least, %"))
    is_printed = models.BooleanField(_("the share is written in the submittal (tờ trình)"), default=False)
    basis = models.CharField(_("by which paper"), max_length=200, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("target of direct workers")
        constraints = [
            ends_after_it_begins("direct_target_ends_later"),
            no_overlap(
                "direct_target_one_a_day",
                "organisation",
                "unit",
                "honour",
                message=_("On one of these days there is a target for this unit and honour already."),
            ),
            models.CheckConstraint(
                name="direct_target_in_percent",
                condition=Q(percent__gte=1, percent__lte=100),
                violation_error_message=_("A target lies between 1 and 100 %."),
            ),
        ]

    @property
    def honour_name(self) -> str:
        return rulebook.honour(self.honour).name_vi if self.honour else ""
