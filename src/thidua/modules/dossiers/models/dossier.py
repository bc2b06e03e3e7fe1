from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.clusters.models import Scorecard
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.register.models import Ground, Line


class DossierState(models.TextChoices):
    DRAFT = "draft", _("being prepared")
    AT_HEAD = "at_head", _("waiting for the head of the unit")
    SENT = "sent", _("proposal sent")
    RETURNED = "returned", _("returned for supplements")
    APPRAISAL = "appraisal", _("in appraisal")
    APPRAISED = "appraised", _("appraised")
    COUNCIL = "council", _("before the council")
    VOTED = "voted", _("voted")
    DECIDED = "decided", _("decided")
    FORWARDED = "forwarded", _("submitted to the higher level")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REFUSED = "refused", _("refused")


class Procedure(models.TextChoices):
    NORMAL = "normal", _("normal procedure")
    SIMPLIFIED = "simplified", _("simplified procedure")


class SubmittalState(models.TextChoices):
    OPEN = "open", _("being gathered")
    SUBMITTED = "submitted", _("submitted")


@tracked()
class Submittal(models.Model):
    """Several units' dossiers gathered by the receiving body into one tờ trình."""

    code = models.CharField(_("number of the file"), max_length=40)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    addressed_to = models.CharField(_("addressed to"), max_length=200)
    period = models.ForeignKey(Period, models.PROTECT, related_name="+", null=True, blank=True)
    title = models.CharField(_("title of the file"), max_length=200)
    state = models.CharField(max_length=12, choices=SubmittalState, default=SubmittalState.OPEN)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("submittal")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="submittal_code_once"),
            models.CheckConstraint(
                name="submittal_submitted_is_dated",
                condition=Q(state=SubmittalState.OPEN) | Q(submitted_on__isnull=False),
                violation_error_message=_("Enter the day of submission."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class Dossier(models.Model):
    """A unit's proposal: one file, one sitting, honours that build on each other.

    `organisation` proposes, `receiver` receives and appraises. `version` rises with each saved draft.
    """

    code = models.CharField(_("number of the file"), max_length=40)
    title = models.CharField(_("title of the file"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="dossiers", verbose_name=_("proposing unit")
    )
    receiver = models.ForeignKey(
        Organisation, models.PROTECT, related_name="received_dossiers", verbose_name=_("receiving body")
    )
    period = models.ForeignKey(
        Period, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("evaluation period")
    )
    ground = models.CharField(_("ground"), max_length=10, choices=Ground, default=Ground.MERIT)
    line = models.CharField(_("line"), max_length=8, choices=Line, default=Line.STATE)
    procedure = models.CharField(_("procedure"), max_length=12, choices=Procedure, default=Procedure.NORMAL)
    simplified_basis = models.CharField(_("why the simplified procedure"), max_length=300, blank=True)
    deed_on = models.DateField(_("day of the deed"), null=True, blank=True)
    deed_place = models.CharField(_("place of the deed"), max_length=200, blank=True)
    confirmed_by = models.CharField(_("who confirms it"), max_length=200, blank=True)
    state = models.CharField(max_length=12, choices=DossierState, default=DossierState.DRAFT, editable=False)
    exemplar = models.ForeignKey(
        Exemplar, models.PROTECT, null=True, blank=True, related_name="dossiers", verbose_name=_("exemplar")
    )
    scorecard = models.ForeignKey(
        Scorecard,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
        verbose_name=_("result in the cluster or block"),
    )
    submittal = models.ForeignKey(Submittal, models.PROTECT, null=True, blank=True, related_name="dossiers")
    keyed_for_unit = models.BooleanField(_("entered for the unit (nhập hộ)"), default=False)
    internal_note = models.TextField(_("internal note"), blank=True)
    signed_file = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signed submittal"),
    )
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(_("approved on"), null=True)
    sent_on = models.DateField(_("sent on"), null=True)
    judged_on = models.DateField(_("compared with the law of"), null=True, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("dossier")
        constraints = [
            models.UniqueConstraint(fields=["receiver", "code"], name="dossier_code_once"),
            models.CheckConstraint(
                name="dossier_sent_was_approved",
                condition=Q(sent_on__isnull=True) | Q(approved_on__isnull=False),
                violation_error_message=_("The head of the unit approves before a dossier is sent."),
            ),
            models.CheckConstraint(
                name="dossier_simplified_has_basis",
                condition=~Q(procedure=Procedure.SIMPLIFIED) | ~Q(simplified_basis=""),
                violation_error_message=_("Say why the simplified procedure applies."),
            ),
            models.CheckConstraint(
                name="dossier_sent_day_where_sent",
                condition=Q(state__in=["draft", "at_head", "returned", "withdrawn", "refused"])
                | Q(sent_on__isnull=False),
                violation_error_message=_("A dossier that is being considered has been sent on a day."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="dossier_search"),
            models.Index(fields=["-changed_at", "-id"], name="dossier_newest"),
            models.Index(fields=["organisation", "state"], name="dossier_of_unit"),
            models.Index(fields=["receiver", "state"], name="dossier_of_receiver"),
            models.Index(fields=["sent_on"], name="dossier_sent"),
            models.Index(
                fields=["sent_on", "id"], condition=Q(state=DossierState.SENT), name="dossier_to_receive"
            ),
        ]

    def __str__(self) -> str:
        return self.title


@append_only
class Remark(models.Model):
    """What was said when a dossier took a step: the reason of a return, a withdrawal, a refusal."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="remarks")
    step = models.CharField(max_length=20)
    text = models.TextField(_("reason"))
    said_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("remark")


class FlagField(models.TextChoices):
    LIST = "list", _("list of those proposed")
    REPORT = "report", _("achievement report")
    MINUTES = "minutes", _("minutes of the unit's meeting")
    INITIATIVE = "initiative", _("initiative and its certificate")
    EVIDENCE = "evidence", _("evidence")
    IDENTITY = "identity", _("name, post, unit")
    OTHER = "other", _("another matter")


@tracked()
class Flag(models.Model):
    """A field that the appraiser flagged when returning the dossier; the unit answers and it is cleared."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="flags")
    candidate = models.ForeignKey(
        "dossiers.Candidate", models.CASCADE, null=True, blank=True, related_name="flags"
    )
    field = models.CharField(_("field"), max_length=40, choices=FlagField)
    note = models.CharField(_("what to supplement"), max_length=300)
    answer = models.CharField(_("what was supplemented"), max_length=300, blank=True)
    raised_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("flagged field")
        indexes = [
            models.Index(fields=["dossier"], condition=Q(cleared_at__isnull=True), name="flag_open"),
        ]
        constraints = [
            models.CheckConstraint(
                name="flag_cleared_later",
                condition=Q(cleared_at__isnull=True) | Q(cleared_at__gte=F("raised_at")),
            )
        ]
