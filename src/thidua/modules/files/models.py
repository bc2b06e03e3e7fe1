from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation


@tracked()
class StoredFile(models.Model):
    """A file kept under the sha256 of its bytes; `organisation` owns it, `subject` says what it belongs to."""

    sha256 = models.CharField(max_length=64)
    name = models.CharField(_("file name"), max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=80)
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("file")
        indexes = [
            models.Index(fields=["sha256"], name="file_content"),
            models.Index(fields=["subject"], name="file_subject"),
        ]
        constraints = [
            models.CheckConstraint(
                name="file_not_empty",
                condition=Q(size__gt=0),
                violation_error_message=_("The file is empty."),
            )
        ]

    def __str__(self) -> str:
        return self.name
