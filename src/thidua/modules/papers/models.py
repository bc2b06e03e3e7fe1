from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import DateRange, Organisation, ends_after_it_begins


class PaperKind(models.TextChoices):
    SUBMITTAL = "submittal", _("submittal (tờ trình)")
    PROPOSAL_LIST = "proposal_list", _("list of those proposed")
    UNIT_MINUTES = "unit_minutes", _("minutes of the unit's meeting")
    COUNCIL_MINUTES = "council_minutes", _("minutes of the council")
    TALLY_MINUTES = "tally_minutes", _("minutes of the tally")
    DECISION = "decision", _("decision")
    CERTIFICATE = "certificate", _("certificate of merit")
    PROOF_LIST = "proof_list", _("list to be proofed before printing")
    CONSULTATION_LETTER = "consultation_letter", _("letter asking for an opinion")
    PUBLIC_NOTICE = "public_notice", _("notice of those shown to the public")
    RETURN_NOTICE = "return_notice", _("request for supplements")
    REFUSAL_NOTICE = "refusal_notice", _("refusal")
    INTAKE_RECEIPT = "intake_receipt", _("receipt with the day of return")
    ACHIEVEMENT_REPORT = "achievement_report", _("achievement report")
    CAMPAIGN_REPORT = "campaign_report", _("report on a campaign")
    STATISTICS = "statistics", _("statistical report")
    REMEDY_PLAN = "remedy_plan", _("plan to overcome shortcomings")
    INSPECTION_PLAN = "inspection_plan", _("plan of inspection")
    INSPECTION_CONCLUSION = "inspection_conclusion", _("conclusion of an inspection")
    FILE_INDEX = "file_index", _("index of the file")
    PRAISE_LETTER = "praise_letter", _("letter of praise (thư khen)")
    LAUNCH_PLAN = "launch_plan", _("plan that launches a campaign")
    COUNCIL_DECISION = "council_decision", _("decision that sets up a council")
    MEETING_INVITATION = "meeting_invitation", _("invitation to a sitting")
    BALLOT = "ballot", _("ballot to be filled in by hand")


class PreviewState(models.TextChoices):
    """Of the drawing that shows a template filled in; without one nobody has asked for it."""

    NONE = "", ""
    WAITING = "waiting", _("being drawn")
    DRAWN = "drawn", _("drawn")
    FAILED = "failed", _("could not be drawn")


@tracked()
class PaperTemplate(models.Model):
    """A body's own Word layout for a kind of paper, for itself and those below; without `since` not in force yet."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    kind = models.CharField(_("kind"), max_length=30, choices=PaperKind)
    name = models.CharField(_("name of the template"), max_length=150)
    basis = models.CharField(_("by what paper"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    preview_state = models.CharField(
        max_length=10, choices=PreviewState, blank=True, default=PreviewState.NONE
    )
    preview = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    preview_picture = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("template of a paper")
        constraints = [
            models.CheckConstraint(
                name="paper_template_ends_later",
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=False, until__gt=models.F("since")),
                violation_error_message=_("The last day must come after the first."),
            ),
            ExclusionConstraint(
                name="paper_template_one_at_a_time",
                expressions=[
                    (DateRange(models.F("since"), models.F("until")), RangeOperators.OVERLAPS),
                    ("organisation", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                ],
                condition=models.Q(since__isnull=False),
                violation_error_message=_("Another template of this kind is in force on these days."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@append_only
class Paper(models.Model):
    """A paper drawn once from a plain letter and kept; drawing it again makes a new version."""

    kind = models.CharField(_("kind"), max_length=30, choices=PaperKind)
    subject = models.CharField(max_length=80)
    title = models.CharField(_("title"), max_length=300)
    version = models.PositiveSmallIntegerField(_("version"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    letter = models.JSONField()
    pdf = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    docx = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", null=True)
    template = models.ForeignKey(PaperTemplate, models.PROTECT, related_name="+", null=True)
    drawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    drawn_at = models.DateTimeField()

    class Meta:
        verbose_name = _("paper")
        constraints = [
            models.UniqueConstraint(fields=["subject", "kind", "version"], name="paper_version_once")
        ]


class NumberSeries(models.Model):
    """The last number given in a body's series of one kind and year, under a row lock: no gaps."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number series")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "year"], name="number_series_once")
        ]


class Capacity(models.TextChoices):
    HEAD = "head", "—"
    ACTING = "Q.", "Q."
    FOR_HEAD = "KT.", "KT."
    ON_BEHALF = "TM.", "TM."
    BY_ORDER = "TL.", "TL."
    BY_AUTHORISATION = "TUQ.", "TUQ."


@tracked()
class SigningAuthority(models.Model):
    """Who may sign for a body, in which capacity, from one day to another, by what paper."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="signers")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("full name"), max_length=120)
    capacity = models.CharField(_("capacity"), max_length=10, choices=Capacity, default=Capacity.HEAD)
    head_post = models.CharField(_("post of the head, in capitals"), max_length=120)
    own_post = models.CharField(_("own post, in capitals"), max_length=120, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    basis = models.CharField(_("by what paper"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("authority to sign")
        constraints = [
            ends_after_it_begins("signer_ends_later"),
            models.CheckConstraint(
                name="signer_authorised_by_paper",
                condition=~models.Q(capacity=Capacity.BY_AUTHORISATION) | ~models.Q(basis=""),
                violation_error_message=_("A signature TUQ. needs the paper that authorises it."),
            ),
        ]

    def __str__(self) -> str:
        if self.capacity == Capacity.HEAD:
            return f"{self.name} — {self.head_post}"
        own_post = f", {self.own_post}" if self.own_post else ""
        return f"{self.name} — {self.capacity} {self.head_post}{own_post}"
