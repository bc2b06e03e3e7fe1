from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.organisations.models import Organisation


@tracked()
class Field(models.Model):
    """What campaigns are about, in an authority's own catalogue; a retired one stays with its campaigns."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="campaign_fields")
    name = models.CharField(_("field of work"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    class Meta:
        verbose_name = _("field of campaigns")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="campaign_field_once",
                violation_error_message=_("The catalogue already has a field of that name."),
            ),
            models.CheckConstraint(
                name="campaign_field_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Enter the name of the field."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
