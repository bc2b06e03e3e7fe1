from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.certificates.models.certificate import Certificate
from thidua.modules.organisations.models import Organisation


class _Numbers(Func):
    """From the first to the last number, both of them."""

    function = "int8range"
    output_field = BigIntegerRangeField()


@tracked()
class BlankStock(models.Model):
    """Pre-printed blanks (phôi) that a body received, with their printed numbers from `first` to `last`."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(_("kind of blank"), max_length=120)
    honour = models.CharField(_("for which award"), max_length=12, blank=True)
    prefix = models.CharField(_("letters before the number"), max_length=20, blank=True)
    first = models.PositiveBigIntegerField(_("first number"))
    last = models.PositiveBigIntegerField(_("last number"))
    received_on = models.DateField(_("blanks received on"))
    source = models.CharField(_("from whom, by which paper"), max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("stock of blanks")
        constraints = [
            models.CheckConstraint(
                name="blank_stock_in_order",
                condition=Q(last__gte=F("first")),
                violation_error_message=_("The last number cannot be smaller than the first."),
            ),
            ExclusionConstraint(
                name="blank_stock_number_once",
                expressions=[
                    (_Numbers(F("first"), F("last"), Value("[]")), RangeOperators.OVERLAPS),
                    ("organisation", RangeOperators.EQUAL),
                    ("prefix", RangeOperators.EQUAL),
                ],
                violation_error_message=_("Some of these numbers were received before."),
            ),
        ]
        ordering = ["-received_on", "-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.number_of(self.first)} – {self.number_of(self.last)})"

    @property
    def n_all(self) -> int:
        return self.last - self.first + 1

    def number_of(self, n: int) -> str:
        """As it stands on the blank, with the noughts of the longest number."""
        return f"{self.prefix}{n:0{len(str(self.last))}}"


class BlankFate(models.TextChoices):
    PRINTED = "printed", _("printed")
    SPOILT = "spoilt", _("spoilt")
    MISSING = "missing", _("missing")


@tracked()
class BlankUse(models.Model):
    """What became of one numbered blank. One that is spoilt keeps the certificate that it was meant for."""

    stock = models.ForeignKey(BlankStock, models.PROTECT, related_name="uses")
    number = models.PositiveBigIntegerField(_("number of the blank"))
    certificate = models.ForeignKey(Certificate, models.PROTECT, null=True, blank=True, related_name="blanks")
    fate = models.CharField(_("what became of it"), max_length=8, choices=BlankFate)
    on = models.DateField(_("day"))
    note = models.CharField(_("what happened to it"), max_length=200, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("use of a blank")
        constraints = [
            models.UniqueConstraint(
                fields=["stock", "number"],
                name="blank_used_once",
                violation_error_message=_("This blank was used already."),
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(fate="printed"),
                name="blank_one_for_a_certificate",
                violation_error_message=_("This certificate stands on a blank already."),
            ),
            models.CheckConstraint(
                name="blank_printed_for_somebody",
                condition=~Q(fate="printed") | Q(certificate__isnull=False),
                violation_error_message=_("A printed blank is somebody's certificate."),
            ),
            models.CheckConstraint(
                name="blank_lost_says_why",
                condition=Q(fate="printed") | ~Q(note=""),
                violation_error_message=_("Say what happened to the blank."),
            ),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return self.stock.number_of(self.number)
