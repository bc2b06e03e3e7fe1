"""The book of the fund: each voucher moves money between accounts, balances, and is never changed."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation

# Checked when the transaction ends: the lines of a voucher are all there and sum to nothing.
BALANCES = """
    PERFORM 1 FROM fund_voucher v WHERE v.id = {voucher}
        AND v.n_lines = (SELECT count(*) FROM fund_line l WHERE l.voucher_id = v.id)
        AND 0 = (SELECT COALESCE(sum(l.amount), 0) FROM fund_line l WHERE l.voucher_id = v.id)
        AND v.amount = (SELECT COALESCE(sum(l.amount), 0) FROM fund_line l WHERE l.voucher_id = v.id AND l.amount > 0);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'fund_voucher_balances: the lines of voucher % do not balance', {voucher}
            USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_voucher_balances';
    END IF;
    RETURN NULL;
"""


def _balances(voucher: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="balances",
        level=pgtrigger.Row,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=BALANCES.replace("{voucher}", voucher),
    )


class Account(models.TextChoices):
    GIVEN = "given", _("given to the fund")
    FREE = "free", _("still free")
    KEPT = "kept", _("kept for approved lists")
    OUT = "out", _("advances not settled")
    PAID = "paid", _("paid out")


class MoneySource(models.TextChoices):
    BUDGET = "budget", _("state budget")
    RESOLUTION = "resolution", _("top-up by local resolution")
    GIFT = "gift", _("contributions and other lawful sources")


class VoucherKind(models.TextChoices):
    ALLOT = "allot", _("money given")
    KEEP = "keep", _("kept for a list")
    PAY = "pay", _("paid out")
    HOLD = "hold", _("kept for an advance")
    ADVANCE = "advance", _("advance paid out")
    SETTLE = "settle", _("advance settled")
    RETURN = "return", _("rest of an advance handed back")
    TOPUP = "topup", _("paid on top of an advance")
    BACK = "back", _("kept again for its list")
    REVERSE = "reverse", _("reversed")


class Ceiling(models.TextChoices):
    """Which value of the law bounds the fund: its file in `law/parameters/fund`."""

    PLAIN = "local_plain", _("local budget, plain or city")
    MOUNTAIN = "local_mountain", _("local budget, mountain, island or border")
    AGENCY = "agency", _("agency or unit, of its salaries")


@tracked()
class Fund(models.Model):
    """The fund of one body in one year. Its row is locked before any money moves."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    ceiling = models.CharField(_("ceiling by law"), max_length=14, choices=Ceiling, default=Ceiling.PLAIN)
    base = models.PositiveBigIntegerField(
        _("recurrent expenditure (or salaries) of the year, đồng"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("fund of a year")
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="fund_one_a_year")]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}"


@append_only
class Voucher(models.Model):
    """One movement of money. A mistake is reversed by another voucher, never rubbed out."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="vouchers")
    kind = models.CharField(_("kind of movement"), max_length=8, choices=VoucherKind)
    source = models.CharField(_("source of the money"), max_length=12, choices=MoneySource)
    on = models.DateField(_("day"))
    number = models.CharField(_("number of the document"), max_length=60, blank=True)
    basis = models.CharField(_("by what"), max_length=300)
    amount = models.PositiveBigIntegerField(_("amount, đồng"))
    n_lines = models.PositiveSmallIntegerField(default=2)
    pay_list = models.ForeignKey(
        "fund.PayList", models.PROTECT, null=True, blank=True, related_name="vouchers"
    )
    advance = models.ForeignKey(
        "fund.Advance", models.PROTECT, null=True, blank=True, related_name="vouchers"
    )
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("voucher of the fund")
        constraints = [
            models.CheckConstraint(name="fund_voucher_of_money", condition=Q(amount__gt=0, n_lines__gte=2)),
            models.CheckConstraint(
                name="fund_reversal_names_its_voucher",
                condition=Q(kind="reverse", reverses__isnull=False)
                | (~Q(kind="reverse") & Q(reverses__isnull=True)),
            ),
        ]
        triggers = [_balances("NEW.id")]
        indexes = [models.Index(fields=["fund", "-id"], name="fund_voucher_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on:%d/%m/%Y}"


@append_only
class Line(models.Model):
    """One side of a voucher: money into the account (more than nothing) or out of it (less)."""

    voucher = models.ForeignKey(Voucher, models.PROTECT, related_name="lines")
    account = models.CharField(_("account"), max_length=6, choices=Account)
    amount = models.BigIntegerField(_("amount, đồng"))

    class Meta:
        verbose_name = _("line of a voucher")
        constraints = [models.CheckConstraint(name="fund_line_of_money", condition=~Q(amount=0))]
        triggers = [_balances("NEW.voucher_id")]

    def __str__(self) -> str:
        return f"{self.get_account_display()} {self.amount}"
