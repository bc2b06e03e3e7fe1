from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Candidate
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.register.models import Entry


class DecisionState(models.TextChoices):
    DRAFT = "draft", _("being drafted")
    WITH_LEADER = "with_leader", _("waiting for the signer")
    NUMBERED = "numbered", _("signed, number entered")
    IN_FORCE = "in_force", _("in force")
    CANCELLED = "cancelled", _("cancelled before signing")


class RevocationGround(models.TextChoices):
    """Law 06/2022/QH15, Art 93.2, points a to d."""

    FRAUD = "a", _("fraud in declaring achievements (point a)")
    FALSE_FILE = "b", _("false information or a forged file (point b)")
    UNLAWFUL = "c", _("appraisal or proposal contrary to law (point c)")
    VIOLATION = "d", _("violations in the counted period, by a conclusion or judgment (point d)")


class DecisionKind(models.TextChoices):
    GRANT = "grant", _("commendation")
    REVOKE = "revoke", _("revocation (hủy bỏ, thu hồi)")
    CORRECT = "correct", _("correction (đính chính)")


@tracked()
class Decision(models.Model):
    """A decision on commendation. The clerk types the number and day given by the records office."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="decisions")
    kind = models.CharField(_("kind"), max_length=8, choices=DecisionKind, default=DecisionKind.GRANT)
    title = models.CharField(_("about (trích yếu)"), max_length=300)
    state = models.CharField(
        max_length=12, choices=DecisionState, default=DecisionState.DRAFT, editable=False
    )
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=30, default="QĐ-UBND")
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    signer = models.ForeignKey(SigningAuthority, models.PROTECT, null=True, blank=True, related_name="+")
    signed_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    authority = models.CharField(_("who decides, as headed"), max_length=200, blank=True)
    grounds = models.JSONField(_("grounds (căn cứ)"), default=list, blank=True)
    proposer = models.CharField(_("at the proposal of"), max_length=200, blank=True)
    merit = models.CharField(_("for what, after the names"), max_length=500, blank=True)
    money = models.TextField(_("article on the prizes"), blank=True)
    executors = models.CharField(_("who carries it out"), max_length=400, blank=True)
    copies = models.JSONField(_("sent to (nơi nhận)"), default=list, blank=True)
    late_reason = models.CharField(_("reason of a number out of order"), max_length=200, blank=True)
    last_remark = models.CharField(_("why it went back or was cancelled"), max_length=300, blank=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("decision")
        constraints = [
            models.CheckConstraint(
                name="decision_number_with_day",
                condition=Q(state__in=["draft", "with_leader", "cancelled"])
                | (Q(number__isnull=False) & Q(signed_on__isnull=False) & Q(signer__isnull=False)),
                violation_error_message=_("A signed decision has its number, day and signer."),
            ),
            models.CheckConstraint(
                name="decision_in_force_is_dated",
                condition=~Q(state=DecisionState.IN_FORCE) | Q(in_force_on__gte=F("signed_on")),
                violation_error_message=_("A decision is in force from its day of signing or later."),
            ),
            models.UniqueConstraint(
                F("organisation"),
                F("symbol"),
                F("number"),
                models.functions.ExtractYear("signed_on"),
                name="decision_number_once_a_year",
                violation_error_message=_(
                    "This number is taken in this year. Choose another, or open that decision."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["-made_at", "-id"], name="decision_newest"),
            models.Index(fields=["organisation", "-made_at", "-id"], name="decision_of_body"),
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="decision_search"),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class DecisionItem(models.Model):
    """One recipient of a decision: a candidate, or (revocation, correction) the entry concerned."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="items")
    place = models.PositiveIntegerField(_("order"))
    candidate = models.ForeignKey(
        Candidate, models.PROTECT, null=True, blank=True, related_name="decision_items"
    )
    refers_to = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    ground = models.CharField(_("ground of revocation"), max_length=1, choices=RevocationGround, blank=True)
    reason = models.CharField(_("facts behind it"), max_length=300, blank=True)
    correction = models.JSONField(default=dict, blank=True)
    prize = models.PositiveBigIntegerField(_("prize, đồng"), null=True, blank=True)
    prize_basis = models.CharField(_("how it is computed"), max_length=300, blank=True)
    entry = models.OneToOneField(Entry, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("recipient of a decision")
        constraints = [
            models.UniqueConstraint(fields=["decision", "candidate"], name="decision_candidate_once"),
            models.CheckConstraint(
                name="decision_item_about_one",
                condition=Q(candidate__isnull=False, refers_to__isnull=True)
                | Q(candidate__isnull=True, refers_to__isnull=False),
            ),
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return str(self.candidate or self.refers_to)

    @property
    def granted(self) -> Candidate:
        """The recipient of a grant."""
        assert self.candidate is not None
        return self.candidate

    @property
    def amended(self) -> Entry:
        """What a revocation or correction is about."""
        assert self.refers_to is not None
        return self.refers_to
