from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.dossiers.models.dossier import Dossier


@tracked()
class DossierProcedure(models.Model):
    """By which administrative procedure a dossier is handled; a public one came through the one-stop centre."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="handling")
    is_public = models.BooleanField(_("public (one-stop centre)"), default=False)
    code = models.CharField(_("code of the procedure"), max_length=30, blank=True)
    name = models.CharField(_("name of the procedure"), max_length=300)
    n_days = models.PositiveSmallIntegerField(_("working days"), null=True, blank=True)
    file_code = models.CharField(_("file code of the one-stop centre"), max_length=60, blank=True)
    filed_by = models.CharField(_("who handed it in"), max_length=120, blank=True)
    taken_on = models.DateField(_("taken in on"), null=True, blank=True)
    due_on = models.DateField(_("result due on"), null=True, blank=True)

    class Meta:
        verbose_name = _("procedure of a dossier")
        constraints = [
            models.CheckConstraint(
                name="procedure_public_has_code_and_days",
                condition=Q(is_public=False)
                | (~Q(file_code="") & Q(taken_on__isnull=False) & Q(due_on__isnull=False)),
                violation_error_message=_(
                    "A public procedure needs the centre's file code, the day taken in and the day the result is due."
                ),
            ),
            models.CheckConstraint(
                name="procedure_due_later",
                condition=Q(due_on__isnull=True) | Q(taken_on__isnull=True) | Q(due_on__gte=F("taken_on")),
                violation_error_message=_("The result cannot be due before the dossier was taken in."),
            ),
        ]
