"""Money handed out before it is spent: asked for, approved, paid out, and settled by what was really paid."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.fund.models.ledger import Fund, MoneySource
from thidua.modules.fund.models.payment import PayList


class AdvanceState(models.TextChoices):
    ASKED = "asked", _("waiting for approval")
    APPROVED = "approved", _("approved, to be paid out")
    OPEN = "open", _("paid out, not settled")
    REPORTED = "reported", _("settlement waiting for approval")
    ACCEPTED = "accepted", _("settlement approved, to be booked")
    SETTLED = "settled", _("settled and booked")
    DROPPED = "dropped", _("advance dropped")


# The money is with the receiver.
OUT = (AdvanceState.OPEN, AdvanceState.REPORTED, AdvanceState.ACCEPTED)
OVER = (AdvanceState.SETTLED, AdvanceState.DROPPED)


def _told(states: tuple[str, ...], facts: Q) -> Q:
    return ~Q(state__in=states) | facts


@tracked()
class Advance(models.Model):
    """An advance for a ceremony or for the prizes of one list; who asks is not who approves."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="advances")
    source = models.CharField(_("source of the money"), max_length=12, choices=MoneySource)
    pay_list = models.ForeignKey(PayList, models.PROTECT, null=True, blank=True, related_name="advances")
    purpose = models.CharField(_("purpose of the advance"), max_length=300)
    receiver = models.CharField(_("who receives the advance"), max_length=160)
    amount = models.PositiveBigIntegerField(_("amount, đồng"))
    due_on = models.DateField(_("advance to be settled by"))
    state = models.CharField(
        max_length=8, choices=AdvanceState, default=AdvanceState.ASKED, editable=False
    )  # fmt: skip
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("advance asked on"))
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    number = models.CharField(_("number of the payment voucher"), max_length=60, blank=True)
    paid_on = models.DateField(_("paid out on"), null=True, blank=True)
    reported_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reported_on = models.DateField(_("settlement reported on"), null=True, blank=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    settled_number = models.CharField(_("number of the receipt or voucher"), max_length=60, blank=True)
    returned_reason = models.CharField(_("why sent back or dropped"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("advance")
        constraints = [
            models.CheckConstraint(
                name="fund_advance_of_money",
                condition=Q(amount__gt=0),
                violation_error_message=_("Give the amount in đồng, more than 0."),
            ),
            models.CheckConstraint(
                name="fund_advance_due_after_asked",
                condition=Q(due_on__gte=F("asked_on")),
                violation_error_message=_("An advance is settled on the day it is asked for or later."),
            ),
            models.CheckConstraint(
                name="fund_advance_asker_does_not_approve",
                condition=~Q(approved_by=F("asked_by")),
                violation_error_message=_("An advance is approved by somebody who has not asked for it."),
            ),
            models.CheckConstraint(
                name="fund_advance_reporter_does_not_accept",
                condition=~Q(accepted_by=F("asked_by")) & ~Q(accepted_by=F("reported_by")),
                violation_error_message=_(
                    "A settlement is approved by somebody who has neither asked for the advance nor settled it."
                ),
            ),
            models.CheckConstraint(
                name="fund_advance_out_is_told",
                condition=_told(
                    ("open", "reported", "accepted", "settled"), Q(paid_on__isnull=False) & ~Q(number="")
                ),
                violation_error_message=_("Give the number of the payment voucher and its day."),
            ),
            models.CheckConstraint(
                name="fund_advance_settled_is_told",
                condition=_told(("settled",), Q(settled_on__isnull=False)),
                violation_error_message=_("Give the day of the settlement."),
            ),
            models.UniqueConstraint(
                fields=["pay_list"],
                condition=~Q(state__in=("settled", "dropped")),
                name="fund_list_advanced_once",
                violation_error_message=_("An advance for this list is not settled yet."),
            ),
        ]
        indexes = [models.Index(fields=["fund", "-id"], name="fund_advance_newest")]

    def __str__(self) -> str:
        return self.purpose

    @property
    def organisation_id(self) -> int:
        return self.fund.organisation_id

    def is_overdue(self, on: date) -> bool:
        return self.state in OUT and self.due_on < on


@tracked()
class AdvanceRow(models.Model):
    """One payment really made out of an advance: by its paper, or by a signed payment list."""

    advance = models.ForeignKey(Advance, models.PROTECT, related_name="rows")
    pay_list = models.ForeignKey(PayList, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField(_("what was paid"), max_length=300)
    number = models.CharField(_("number of the document"), max_length=60, blank=True)
    on = models.DateField(_("paid on"))
    amount = models.PositiveBigIntegerField(_("amount, đồng"))

    class Meta:
        verbose_name = _("payment out of an advance")
        constraints = [
            models.CheckConstraint(
                name="fund_advance_row_of_money",
                condition=Q(amount__gt=0),
                violation_error_message=_("Give the amount in đồng, more than 0."),
            ),
            models.UniqueConstraint(
                fields=["advance", "pay_list"],
                name="fund_list_settled_once",
                violation_error_message=_("This list stands in the settlement already."),
            ),
        ]
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return self.what
