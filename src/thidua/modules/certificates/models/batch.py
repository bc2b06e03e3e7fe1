from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.decisions.models import Decision
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import Paper


class Why(models.TextChoices):
    FIRST = "first", _("first issue")
    CORRECTED = "corrected", _("exchanged after a correction (cấp đổi)")
    SPOILT = "spoilt", _("exchanged because it is damaged (cấp đổi)")
    LOST = "lost", _("issued again because it is lost (cấp lại)")


class BatchState(models.TextChoices):
    PREPARING = "preparing", _("being prepared")
    PROOFING = "proofing", _("being proofed by the units")
    RELEASED = "released", _("released for printing")


@tracked()
class Batch(models.Model):
    """The certificates of one decision on their way to the printer; a later batch replaces some of them.

    Whoever has prepared a batch never releases it.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="certificate_batches")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    why = models.CharField(_("why issued"), max_length=10, choices=Why, default=Why.FIRST)
    reason = models.CharField(_("what happened"), max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.PREPARING, editable=False)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    released_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    unproofed_reason = models.CharField(
        _("why it was released before every unit had answered"), max_length=300, blank=True
    )
    last_remark = models.CharField(_("why it went back"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("batch of certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["decision"],
                condition=Q(why=Why.FIRST),
                name="batch_first_once",
                violation_error_message=_("The certificates of this decision are prepared already."),
            ),
            models.CheckConstraint(
                name="batch_released_by_another",
                condition=~Q(state=BatchState.RELEASED)
                | (
                    Q(released_at__isnull=False, released_by__isnull=False) & ~Q(released_by=F("prepared_by"))
                ),
                violation_error_message=_("Certificates are released by somebody who has not prepared them."),
            ),
            models.CheckConstraint(
                name="batch_later_has_a_reason",
                condition=Q(why=Why.FIRST) | ~Q(reason=""),
                violation_error_message=_("Say why the certificate is issued anew."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="batch_of_body")]

    def __str__(self) -> str:
        return str(self.decision)


class ProofState(models.TextChoices):
    WAITING = "waiting", _("waiting for the unit")
    CONFIRMED = "confirmed", _("confirmed by the unit")
    DISPUTED = "disputed", _("the unit has found a mistake")


@tracked()
class ProofSheet(models.Model):
    """The list of one unit's recipients in a batch: its head signs that everything is written rightly."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="proofs")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    state = models.CharField(max_length=10, choices=ProofState, default=ProofState.WAITING, editable=False)
    remark = models.CharField(_("what is wrong"), max_length=500, blank=True)
    signed_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("proof list of a unit")
        constraints = [
            models.UniqueConstraint(fields=["batch", "organisation"], name="proof_once_for_a_unit"),
            models.CheckConstraint(
                name="proof_dispute_says_what",
                condition=~Q(state=ProofState.DISPUTED) | ~Q(remark=""),
                violation_error_message=_("Say what is wrong, and how it is written rightly."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class PrintState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    DONE = "done", _("ready to print")
    FAILED = "failed", _("stopped")


@tracked(exclude=["moved_at"])
class PrintFile(models.Model):
    """One file to print, of at most a thousand pages, drawn by a job."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="print_files")
    part = models.PositiveSmallIntegerField(_("part"))
    n_pages = models.PositiveIntegerField(_("pages"))
    state = models.CharField(max_length=8, choices=PrintState, default=PrintState.WAITING, editable=False)
    on_blanks = models.BooleanField(_("on pre-printed blanks"), default=False)
    printer = models.ForeignKey(
        "certificates.Printer", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    problem = models.CharField(_("why it stopped"), max_length=300, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("file to print")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "part"],
                condition=Q(state=PrintState.WAITING),
                name="print_file_drawn_once_at_a_time",
            ),
            models.CheckConstraint(
                name="print_file_done_is_there", condition=~Q(state=PrintState.DONE) | Q(paper__isnull=False)
            ),
        ]
        ordering = ["part", "pk"]
