from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.dossiers.models.dossier import Dossier


@tracked()
class ListPosting(models.Model):
    """The list of households on the board of the residential group, where neighbours read it before it goes up."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="posting")
    place = models.CharField(_("where it was posted"), max_length=200)
    posted_on = models.DateField(_("posted on"))
    taken_down_on = models.DateField(_("taken down on"))
    remarks = models.TextField(_("what neighbours said of it"), blank=True)

    class Meta:
        verbose_name = _("list posted in the residential group")
        constraints = [
            models.CheckConstraint(
                name="posting_taken_down_later",
                condition=Q(taken_down_on__gte=F("posted_on")),
                violation_error_message=_("It was taken down after it was posted."),
            )
        ]
