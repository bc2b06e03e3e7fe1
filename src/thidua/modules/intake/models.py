from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.intake.kinds import RowStatus
from thidua.modules.organisations.models import Organisation


class IntakeState(models.TextChoices):
    READING = "reading", _("being read")
    CHECKED = "checked", _("waits for approval")
    ENTERING = "entering", _("being entered")
    ENTERED = "entered", _("entered into the records")
    UNDONE = "undone", _("taken back")
    FAILED = "failed", _("could not be read")
    DROPPED = "dropped", _("list given up")


WORKING = (IntakeState.READING, IntakeState.ENTERING)


@tracked()
class Intake(models.Model):
    """A list out of a file, in quarantine until it is approved; then entered as a whole or not at all."""

    kind = models.CharField(_("list of"), max_length=20)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=IntakeState, default=IntakeState.READING, editable=False)
    header = ArrayField(models.TextField(), default=list, blank=True)
    mapping = models.JSONField(default=dict)
    language = models.CharField(max_length=5, default="vi")
    counts = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    brought_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("intake of a list")
        constraints = [
            models.CheckConstraint(
                name="intake_entered_is_dated",
                condition=~Q(state__in=["entered", "undone"])
                | Q(entered_at__isnull=False, entered_by__isnull=False),
                violation_error_message=_("What was entered has a day and somebody who approved it."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="intake_newest")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_working(self) -> bool:
        return self.state in WORKING


class IntakeFile(models.Model):
    """The file until it has been read, sealed: it may hold personal numbers."""

    intake = models.OneToOneField(Intake, models.CASCADE, related_name="file")
    sealed = models.BinaryField()


class IntakeProgress(models.Model):
    """How far the worker is, and whether somebody asked it to stop: written beside its transaction."""

    intake = models.OneToOneField(Intake, models.CASCADE, related_name="progress")
    n_done = models.PositiveIntegerField(default=0)
    n_all = models.PositiveIntegerField(default=0)
    is_stopped = models.BooleanField(default=False)


class IntakeRow(models.Model):
    """One line; its cells are sealed. Made anew whenever the list is read, so it keeps no history of its own."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="rows", db_index=False)
    n = models.PositiveIntegerField(_("row"))
    status = models.CharField(max_length=5, choices=RowStatus)
    is_reread = models.BooleanField(_("turned into Unicode"), default=False)
    is_kept = models.BooleanField(_("is somebody else: enter all the same"), default=False)
    sealed = models.BinaryField(null=True)
    errors = models.TextField(blank=True)
    match_id = models.BigIntegerField(null=True)
    match_words = models.CharField(max_length=300, blank=True)
    likeness = models.PositiveSmallIntegerField(null=True)
    object_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("row of an intake")
        constraints = [
            models.UniqueConstraint(fields=["intake", "n"], name="intake_row_once"),
            models.CheckConstraint(
                name="intake_kept_is_near",
                condition=Q(is_kept=False) | Q(status="near"),
                violation_error_message=_("Only a line that is perhaps there already is decided on."),
            ),
        ]
        indexes = [models.Index(fields=["intake", "status", "n"], name="intake_row_of_status")]
