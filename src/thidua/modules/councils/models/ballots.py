"""Who voted, and what was voted, in tables that nothing joins: no history, no instants, no sequences."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.modules.councils.models.sitting import AgendaItem, Attendance, Sitting


class Turnout(models.Model):
    """That a member has voted on screen in a sitting. Nothing here says how or when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    attendance = models.OneToOneField(Attendance, models.PROTECT, related_name="turnout")

    class Meta:
        verbose_name = _("turnout")


class SealedBallot(models.Model):
    """A ballot for a whole sitting, encrypted until voting closes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("sealed ballot")


class Choice(models.TextChoices):
    FOR = "for", _("in favour")
    AGAINST = "against", _("not in favour")
    BLANK = "blank", _("no opinion")


class CastBallot(models.Model):
    """One opened vote on one item; all of a sitting are written in random order in one transaction."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice)

    class Meta:
        verbose_name = _("opened vote")


class TellerCount(models.Model):
    """What one teller keyed from the paper or written ballots for one item; two tellers are compared."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="counts")
    teller = models.PositiveSmallIntegerField(_("teller (1 or 2)"))
    n_in_favour = models.PositiveSmallIntegerField(_("in favour"))
    n_against = models.PositiveSmallIntegerField(_("not in favour"))
    n_invalid = models.PositiveSmallIntegerField(_("invalid"), default=0)
    keyed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("count of a teller")
        constraints = [
            models.UniqueConstraint(fields=["item", "teller"], name="teller_count_once"),
            models.CheckConstraint(
                name="teller_one_or_two",
                condition=models.Q(teller__in=[1, 2]),
                violation_error_message=_("Two tellers count: the first or the second."),
            ),
            models.UniqueConstraint(
                fields=["item", "keyed_by"],
                name="teller_two_persons",
                violation_error_message=_("The two counts are keyed by two different tellers."),
            ),
        ]
