from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation


class Notice(models.Model):
    """News for one person, read in the application; an e-mail follows where there is an address."""

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    text = models.CharField(_("what happened"), max_length=300)
    url = models.CharField(max_length=300, blank=True)
    effect = models.CharField(max_length=200, unique=True)
    written_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        indexes = [models.Index(fields=["user", "-written_at"], name="notice_newest")]
