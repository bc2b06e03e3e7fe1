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


class Outcome(models.TextChoices):
    """What is known of the digital signatures of a file, the worst of them first."""

    WAITING = "waiting", _("being checked")
    UNREADABLE = "unreadable", _("signature cannot be read")
    CHANGED = "changed", _("changed after signing")
    REVOKED = "revoked", _("signed with a revoked certificate")
    EXPIRED = "expired", _("signed with an expired certificate")
    UNKNOWN = "unknown", _("unchanged, issuer not verified")
    GOOD = "good", _("unchanged, issuer verified")


@tracked()
class SignatureReading(models.Model):
    """What was read of the digital signatures of a file; read again when the trusted roots change.

    `signers`: who, issuer, at (ISO 8601 or null), is_stamped, is_same, is_known, was_expired,
    revoked_at (or null).
    """

    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="signatures")
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    signers = models.JSONField(default=list)
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("reading of digital signatures")


@tracked()
class TrustedRoot(models.Model):
    """A certificate whose issued signatures this installation takes for verified."""

    name = models.CharField(_("name"), max_length=300)
    certificate = models.BinaryField()
    sha256 = models.CharField(
        max_length=64, unique=True, error_messages={"unique": _("This certificate is in the list already.")}
    )
    valid_until = models.DateField(_("valid until"))
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("trusted root certificate")
