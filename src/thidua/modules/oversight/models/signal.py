from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation, ends_after_it_begins, no_overlap


class SignalState(models.TextChoices):
    NEW = "new", _("to be looked at")
    ASKED = "asked", _("the unit was asked to explain")
    EXPLAINED = "explained", _("the unit has explained")
    WITH_LEADER = "with_leader", _("before the leader")
    SET_ASIDE = "set_aside", _("no shortcoming")
    SHORTCOMING = "shortcoming", _("became a shortcoming")


@tracked()
class Signal(models.Model):
    """Something that a detector found in a body's records: a question to people, not a verdict.

    `body` oversees, `organisation` is the unit concerned, `subject` tells one find from another; `gone_on`:
    since that day it is no longer found.
    """

    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    detector = models.CharField(_("sign"), max_length=30)
    subject = models.CharField(max_length=120)
    label = models.CharField(_("what it is about"), max_length=300)
    url = models.CharField(max_length=200)
    measure = models.PositiveIntegerField(_("measure"))
    state = models.CharField(max_length=12, choices=SignalState, default=SignalState.NEW, editable=False)
    found_on = models.DateField(_("found on"))
    seen_on = models.DateField(_("last found on"))
    gone_on = models.DateField(_("no longer found since"), null=True, blank=True)
    asked_on = models.DateField(_("asked to explain on"), null=True, blank=True)

    class Meta:
        verbose_name = _("sign to be reviewed")
        constraints = [
            models.UniqueConstraint(fields=["body", "detector", "subject"], name="signal_once"),
            models.CheckConstraint(
                name="signal_seen_not_before_found",
                condition=Q(seen_on__gte=F("found_on")),
                violation_error_message=_("A sign is seen on or after the day it was found."),
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state"], name="signal_of_body"),
            models.Index(fields=["organisation", "-found_on", "-id"], name="signal_of_unit"),
            models.Index(fields=["-found_on", "-id"], name="signal_newest"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_found(self) -> bool:
        return self.gone_on is None


@append_only
class SignalStep(models.Model):
    """What was asked, explained and concluded of a sign, on its day."""

    signal = models.ForeignKey(Signal, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    note = models.TextField(_("what was said of it"))
    on = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a sign")


@tracked()
class Threshold(models.Model):
    """From which measure on a body wants a detector to speak, from one day to another; or that it stays silent."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    detector = models.CharField(_("sign"), max_length=30)
    value = models.PositiveIntegerField(_("threshold"))
    is_off = models.BooleanField(_("switched off"), default=False)
    basis = models.CharField(_("why, by which paper"), max_length=200)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("threshold of a sign")
        constraints = [
            ends_after_it_begins("threshold_ends_later"),
            no_overlap(
                "threshold_one_a_day",
                "organisation",
                "detector",
                message=_("On one of these days there is a threshold for this sign already."),
            ),
            models.CheckConstraint(
                name="threshold_has_basis",
                condition=~Q(basis=""),
                violation_error_message=_("Say why, or by which paper."),
            ),
        ]
