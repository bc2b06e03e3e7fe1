from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.decisions.models import Decision
from thidua.modules.fund.models.ledger import Fund, MoneySource
from thidua.modules.register.models import Entry


class PayState(models.TextChoices):
    PREPARED = "prepared", _("waiting for approval")
    APPROVED = "approved", _("approved, to be paid")
    PAID = "paid", _("paid")
    DROPPED = "dropped", _("list dropped")


class Way(models.TextChoices):
    CASH = "cash", _("cash, against signature")
    BANK = "bank", _("to an account")


@tracked()
class PayList(models.Model):
    """The prizes of one decision: prepared by the accountant, approved by the leader, paid once."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="pay_lists")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="pay_lists")
    source = models.CharField(_("source of the money"), max_length=12, choices=MoneySource)
    state = models.CharField(max_length=8, choices=PayState, default=PayState.PREPARED, editable=False)
    total = models.PositiveBigIntegerField(_("total, đồng"))
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    prepared_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    number = models.CharField(_("number of the payment voucher"), max_length=60, blank=True)
    dropped_reason = models.CharField(_("why dropped"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("payment list")
        constraints = [
            models.CheckConstraint(
                name="fund_paid_is_told",
                condition=~Q(state="paid") | (Q(paid_on__isnull=False) & ~Q(number="")),
                violation_error_message=_("Give the number of the payment voucher and its day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.decision.title}"

    @property
    def organisation_id(self) -> int:
        return self.fund.organisation_id


@tracked()
class PayRow(models.Model):
    """The prize of one award, as the law of the decision's day computed it."""

    pay_list = models.ForeignKey(PayList, models.PROTECT, related_name="rows")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="pay_rows")
    place = models.PositiveIntegerField(_("order in the decision"))
    name = models.CharField(_("recipient"), max_length=240)
    unit_name = models.CharField(_("unit"), max_length=200, blank=True)
    award = models.CharField(_("award"), max_length=160)
    amount = models.PositiveBigIntegerField(_("prize, đồng"))
    basis = models.CharField(_("how it is computed"), max_length=300, blank=True)
    way = models.CharField(_("way of payment"), max_length=4, choices=Way, default=Way.CASH)
    receiver = models.CharField(_("who receives it (heir, representative)"), max_length=160, blank=True)
    bank = models.CharField(_("bank"), max_length=120, blank=True)
    account = models.CharField(_("account number"), max_length=40, blank=True)
    is_posthumous = models.BooleanField(default=False)
    is_live = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("row of a payment list")
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(is_live=True),
                name="fund_award_paid_once",
                violation_error_message=_("This award stands in a payment list already."),
            ),
            models.CheckConstraint(
                name="fund_bank_has_account", condition=~Q(way="bank") | (~Q(bank="") & ~Q(account=""))
            ),
        ]
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return self.name
