from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.dossiers.models.dossier import Dossier
from thidua.modules.files.models import StoredFile
from thidua.modules.people.kinds import Nature, Position, StatusGroup
from thidua.modules.people.models import Collective, Household, Person, exactly_one_recipient
from thidua.modules.rulebook import api as rulebook


class CandidateState(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    DROPPED = "dropped", _("taken out of the list")
    AGREED = "agreed", _("appraised: put forward")
    NOT_AGREED = "not_agreed", _("appraised: not put forward")
    PASSED = "passed", _("passed by the council")
    FAILED = "failed", _("not passed by the council")
    GRANTED = "granted", _("has been conferred")
    NOT_GRANTED = "not_granted", _("not conferred")


@tracked()
class Candidate(models.Model):
    """One person, collective or household proposed for one honour; who they are is frozen at sending.

    `by` narrows the comparison to one kind of limb (codes of the law package).
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="candidates")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="candidacies")
    collective = models.ForeignKey(
        Collective, models.PROTECT, null=True, blank=True, related_name="candidacies"
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="candidacies"
    )
    honour = models.CharField(_("honour"), max_length=12)
    by = models.CharField(_("on the strength of"), max_length=14, blank=True)
    place = models.PositiveIntegerField(_("order"))
    state = models.CharField(
        max_length=12, choices=CandidateState, default=CandidateState.PROPOSED, editable=False
    )
    name = models.CharField(_("name"), max_length=200)
    honorific = models.CharField(_("honorific"), max_length=20, blank=True)
    post = models.CharField(_("post"), max_length=120, blank=True)
    unit_name = models.CharField(_("unit"), max_length=200)
    position = models.CharField(_("position"), max_length=15, choices=Position, blank=True)
    status_group = models.CharField(_("status group"), max_length=20, choices=StatusGroup, blank=True)
    natures = ArrayField(models.CharField(max_length=20, choices=Nature), default=list, blank=True)
    is_posthumous = models.BooleanField(_("posthumous (truy tặng)"), default=False)
    achievement = models.CharField(
        _("achievement, as on the certificate (“Đã có thành tích…”)"), max_length=500, blank=True
    )
    outcome_reason = models.CharField(_("reason of the outcome"), max_length=300, blank=True)
    initiatives = models.ManyToManyField("people.Initiative", blank=True, related_name="+")

    class Meta:
        verbose_name = _("candidate")
        constraints = [
            exactly_one_recipient("candidate_of_one"),
            *[
                models.UniqueConstraint(
                    fields=["dossier", recipient, "honour"],
                    condition=~Q(state=CandidateState.DROPPED),
                    name=f"candidate_{recipient}_once",
                    violation_error_message=_("This honour is already proposed for them in this dossier."),
                )
                for recipient in ("person", "collective", "household")
            ],
        ]
        indexes = [models.Index(fields=["dossier", "place"], name="candidate_in_order")]

    def __str__(self) -> str:
        return self.name

    @property
    def honour_name(self) -> str:
        """As the law names it."""
        return rulebook.honour(self.honour).name_vi

    @property
    def receiver_id(self) -> int:
        """Where the steps of its life are taken."""
        return self.dossier.receiver_id

    @property
    def organisation_id(self) -> int:
        return self.dossier.organisation_id


@tracked()
class AchievementReport(models.Model):
    """Báo cáo thành tích: sections as the sample form names them; drafts save themselves."""

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="report")
    sections = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("achievement report")


class ReportPrint(models.Model):
    """The print of a report that was sent, by which alike ones are found; made anew at any time."""

    report = models.OneToOneField(AchievementReport, models.CASCADE, related_name="kept_print")
    made = models.BinaryField()
    bands = ArrayField(models.BigIntegerField())
    n_alike = models.PositiveSmallIntegerField(_("reports like it when it was sent"), default=0)

    class Meta:
        verbose_name = _("print of a report")
        indexes = [GinIndex(fields=["bands"], name="report_print_bands")]


@tracked()
class Evidence(models.Model):
    """A paper of the file: a stored file or a link; `code` as the law package names the paper."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="evidence")
    candidate = models.ForeignKey(Candidate, models.CASCADE, null=True, blank=True, related_name="evidence")
    code = models.CharField(_("kind of paper"), max_length=30)
    label = models.CharField(_("what it is"), max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(_("link"), blank=True)

    class Meta:
        verbose_name = _("evidence")
        constraints = [
            models.CheckConstraint(
                name="evidence_file_or_link",
                condition=(Q(file__isnull=False) & Q(link="")) | (Q(file__isnull=True) & ~Q(link="")),
                violation_error_message=_("Attach a file or give a link, not both."),
            )
        ]


@append_only
class Verdict(models.Model):
    """The law's whole answer at a step, with question, findings, book and version: replayable years later."""

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="verdicts")
    step = models.CharField(max_length=20)
    answer = models.CharField(max_length=8)
    judged_on = models.DateField()
    question = models.JSONField()
    content = models.JSONField()
    book = models.CharField(max_length=64)
    package = models.CharField(max_length=20)
    stored_at = models.DateTimeField()

    class Meta:
        verbose_name = _("stored comparison with the law")
