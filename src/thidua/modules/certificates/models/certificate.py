from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.certificates.models.batch import Batch
from thidua.modules.decisions.models import DecisionItem
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Entry


class CertificateState(models.TextChoices):
    PREPARED = "prepared", _("not yet released")
    RELEASED = "released", _("not yet handed over")
    HANDED_OVER = "handed_over", _("handed over")
    REPLACED = "replaced", _("replaced by another")


class Receiver(models.TextChoices):
    SELF = "self", _("the recipient himself or herself")
    REPRESENTATIVE = "representative", _("a representative")
    FAMILY = "family", _("the family (posthumous)")
    UNIT = "unit", _("the unit, to pass it on")


@tracked()
class Certificate(models.Model):
    """What one recipient is given on paper: its wording, and whether it was handed over.

    Whether it is real, corrected or revoked is said by the register alone. `code` stands in the QR code.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="certificates")
    item = models.ForeignKey(DecisionItem, models.PROTECT, related_name="certificates")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="certificates")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    place = models.PositiveIntegerField(_("order in the decision"))
    code = models.CharField(max_length=16, unique=True, editable=False)
    state = models.CharField(
        max_length=12, choices=CertificateState, default=CertificateState.PREPARED, editable=False
    )
    verb = models.CharField(_("first line (TẶNG, TRUY TẶNG…)"), max_length=40)
    award = models.CharField(_("name of the award"), max_length=160)
    honorific = models.CharField(_("honorific"), max_length=30, blank=True)
    name = models.CharField(_("name as printed"), max_length=200)
    description = models.CharField(_("post, unit or address"), max_length=330, blank=True)
    merit = models.CharField(_("text of the merit (“Đã có thành tích…”)"), max_length=500)
    kept_reason = models.CharField(_("why a difference is kept"), max_length=300, blank=True)
    worded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=0, editable=False)
    handed_over_on = models.DateField(_("handed over on"), null=True, blank=True)
    receiver = models.CharField(_("received by"), max_length=14, choices=Receiver, blank=True)
    handed_to = models.CharField(_("name of the receiver"), max_length=160, blank=True)
    hand_note = models.CharField(_("where, on what occasion"), max_length=200, blank=True)
    handed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("certificate")
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=~Q(state="replaced"),
                name="certificate_one_for_an_award",
                violation_error_message=_(
                    "This award has its certificate already: it is exchanged, not added."
                ),
            ),
            models.CheckConstraint(
                name="certificate_handed_over_is_told",
                condition=~Q(state=CertificateState.HANDED_OVER)
                | (Q(handed_over_on__isnull=False) & ~Q(handed_to="") & ~Q(receiver="")),
                violation_error_message=_("Say who received the certificate, and on which day."),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "-id"], name="certificate_of_unit"),
            models.Index(fields=["batch", "place"], name="certificate_in_order"),
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="certificate_search"),
        ]
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return f"{self.honorific} {self.name}".strip()
