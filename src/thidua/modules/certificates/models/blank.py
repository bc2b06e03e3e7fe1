from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation

MILLIMETRES = [MinValueValidator(50), MaxValueValidator(500)]
OFF = [MinValueValidator(-30), MaxValueValidator(30)]


@tracked()
class BlankLayout(models.Model):
    """Where on a body's pre-printed blank (phôi) of an honour each text stands, in millimetres.

    `boxes` by the name of the text: what is already printed on the blank has no box.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    honour = models.CharField(_("honour"), max_length=12)
    name = models.CharField(_("name of the blank"), max_length=120)
    width = models.DecimalField(
        _("width, mm"), max_digits=4, decimal_places=1, default=297, validators=MILLIMETRES
    )
    height = models.DecimalField(
        _("height, mm"), max_digits=4, decimal_places=1, default=210, validators=MILLIMETRES
    )
    boxes = models.JSONField(default=dict)
    picture = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("layout of a blank")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "honour"],
                name="blank_layout_once_for_an_honour",
                violation_error_message=_("This honour has its layout already: change that one."),
            ),
            models.CheckConstraint(
                name="blank_layout_has_a_size",
                condition=Q(width__gte=50, width__lte=500, height__gte=50, height__lte=500),
                violation_error_message=_("A blank is between 50 and 500 mm wide and high."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Printer(models.Model):
    """A printer of a body, and by how much its paper lies off, measured with the calibration sheet."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(_("printer"), max_length=80)
    right = models.DecimalField(
        _("move right, mm"), max_digits=4, decimal_places=1, default=0, validators=OFF
    )
    down = models.DecimalField(_("move down, mm"), max_digits=4, decimal_places=1, default=0, validators=OFF)

    class Meta:
        verbose_name = _("printer")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="printer_named_once",
                violation_error_message=_("There is a printer of this name."),
            ),
            models.CheckConstraint(
                name="printer_off_by_little",
                condition=Q(right__gte=-30, right__lte=30, down__gte=-30, down__lte=30),
                violation_error_message=_("A printer is off by at most 30 mm; turn the paper otherwise."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
