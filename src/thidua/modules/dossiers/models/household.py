from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.dossiers.models.candidate import Candidate
from thidua.modules.dossiers.models.dossier import Dossier
from thidua.modules.people.models import Household


@tracked()
class HouseholdReview(models.Model):
    """One household on a residential group's list: what its meeting said; proposed, or left out with the reason."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="household_reviews")
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    candidate = models.OneToOneField(
        Candidate, models.SET_NULL, null=True, blank=True, related_name="household_review"
    )
    n_members = models.PositiveSmallIntegerField(_("members"), null=True, blank=True)
    agreement = models.DecimalField(
        _("agreement (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    reason = models.CharField(_("why it is left out"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("household on the list")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "household"],
                name="household_review_once",
                violation_error_message=_("This household stands on the list already."),
            ),
            models.CheckConstraint(
                name="household_review_agreement_is_a_share",
                condition=Q(agreement__isnull=True) | Q(agreement__gte=0, agreement__lte=100),
                violation_error_message=_("A share lies between 0 and 100 %."),
            ),
            models.CheckConstraint(
                name="household_review_left_out_is_no_candidate",
                condition=Q(reason="") | Q(candidate__isnull=True),
                violation_error_message=_("A household that is left out is not proposed."),
            ),
        ]
