from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.decisions.models import Decision


@tracked()
class PublicDecision(models.Model):
    """A decision in force that everybody may read: what is printed in it, and nothing of its file."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="publication")
    names_shown = models.BooleanField(_("with the names of those commended"), default=True)
    posted_at = models.DateTimeField()
    posted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("published decision")
        indexes = [models.Index(fields=["-posted_at", "-id"], name="public_decision_newest")]
