from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.models import Organisation


class AppraisalState(models.TextChoices):
    OPEN = "open", _("in appraisal")
    WAITING = "waiting", _("waiting for supplements")
    CONCLUDED = "concluded", _("concluded")


@tracked()
class Appraisal(models.Model):
    """The receiving body's examination of one dossier, with its clock of working days.

    `due_on` follows from the clock and is empty while it stands still.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="appraisal")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    assignee = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(
        max_length=10, choices=AppraisalState, default=AppraisalState.OPEN, editable=False
    )
    received_on = models.DateField(_("received on"))
    n_days = models.PositiveSmallIntegerField(_("working days allowed"))
    days_basis = models.CharField(_("by which rule"), max_length=200)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)

    class Meta:
        verbose_name = _("appraisal")
        indexes = [
            models.Index(fields=["organisation", "state", "due_on"], name="appraisal_by_due_day"),
            models.Index(fields=["-received_on", "-id"], name="appraisal_newest"),
            models.Index(fields=["concluded_on"], name="appraisal_concluded"),
        ]
        constraints = [
            models.CheckConstraint(
                name="appraisal_concluded_is_dated",
                condition=~Q(state=AppraisalState.CONCLUDED) | Q(concluded_on__isnull=False),
            ),
            models.CheckConstraint(
                name="appraisal_due_unless_waiting",
                condition=Q(state=AppraisalState.WAITING) | Q(due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="appraisal_days_have_basis",
                condition=~Q(days_basis="") & Q(n_days__gte=1),
                violation_error_message=_("Name the rule that sets the number of days."),
            ),
        ]


@tracked()
class Pause(models.Model):
    """The clock stands still, for instance while supplements are awaited."""

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="pauses")
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200)

    class Meta:
        verbose_name = _("pause of the clock")
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal"], condition=Q(until__isnull=True), name="pause_one_open"
            ),
            models.CheckConstraint(
                name="pause_ends_not_before", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]


class CheckResult(models.TextChoices):
    OPEN = "open", _("to be examined")
    MET = "met", _("met")
    NOT_MET = "not_met", _("not met")
    NOT_NEEDED = "not_needed", _("not needed")


@tracked()
class ChecklistItem(models.Model):
    """One thing to examine: a finding of the law or a required paper, for a candidate or the whole file."""

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="items")
    candidate = models.ForeignKey(Candidate, models.CASCADE, null=True, blank=True, related_name="checklist")
    code = models.CharField(max_length=60)
    label = models.CharField(_("what is examined"), max_length=400)
    cite = models.CharField(_("article"), max_length=200, blank=True)
    fact = models.CharField(_("fact used, or what is missing"), max_length=300, blank=True)
    law_says = models.CharField(max_length=8, blank=True)
    result = models.CharField(max_length=10, choices=CheckResult, default=CheckResult.OPEN)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("item of the checklist")
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal", "candidate", "code"], name="checklist_item_once", nulls_distinct=False
            )
        ]


class Finding(models.TextChoices):
    PUT_FORWARD = "put_forward", _("put forward")
    NOT_PUT_FORWARD = "not_put_forward", _("not put forward")


@tracked()
class CandidateFinding(models.Model):
    """The appraiser's conclusion on one candidate."""

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="findings")
    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="appraisal_finding")
    finding = models.CharField(_("conclusion"), max_length=15, choices=Finding)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("conclusion on a candidate")
        constraints = [
            models.CheckConstraint(
                name="finding_against_has_reason",
                condition=Q(finding=Finding.PUT_FORWARD) | ~Q(reason=""),
                violation_error_message=_("Not putting somebody forward needs a reason."),
            )
        ]
