from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.replication.models.practice import PracticeModel


class AdoptionState(models.TextChoices):
    IN_USE = "in_use", _("model applied")
    WITHDRAWN = "withdrawn", _("model applied no more")


@tracked()
class Adoption(models.Model):
    """A unit applies a model of the catalogue: since when, learnt from whom, with what effect."""

    model = models.ForeignKey(PracticeModel, models.PROTECT, related_name="adoptions")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("unit that applies it")
    )
    since = models.DateField(_("applied since"))
    learnt_from = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("learnt from"),
    )
    way = models.TextField(_("how the unit does it"), blank=True)
    state = models.CharField(
        max_length=10, choices=AdoptionState, default=AdoptionState.IN_USE, editable=False
    )
    ended_on = models.DateField(_("applied until"), null=True, blank=True)
    end_reason = models.TextField(_("why it is applied no more"), blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("adoption of a model")
        constraints = [
            models.UniqueConstraint(
                fields=["model", "organisation"],
                condition=Q(state="in_use"),
                name="adoption_one_at_a_time",
                violation_error_message=_("This unit applies the model already."),
            ),
            models.CheckConstraint(
                name="adoption_ended_with_reason",
                condition=Q(state="in_use") | (~Q(end_reason="") & Q(ended_on__gte=F("since"))),
                violation_error_message=_("Say since when and why the model is applied no more."),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state"], name="adoption_of_unit"),
            models.Index(fields=["-since", "-id"], name="adoption_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.model} – {self.organisation}"
