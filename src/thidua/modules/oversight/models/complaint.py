from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.consultations.models import Remark
from thidua.modules.decisions.models import RevocationGround
from thidua.modules.exemplars.models import Tip
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Matter, Person


class ComplaintKind(models.TextChoices):
    UNSORTED = "unsorted", _("not sorted yet")
    COMPLAINT = "complaint", _("complaint (khiếu nại)")
    DENUNCIATION = "denunciation", _("denunciation (tố cáo)")
    REFLECTION = "reflection", _("reflection, suggestion (phản ánh, kiến nghị)")


class ComplaintWay(models.TextChoices):
    DIRECT = "direct", _("handed in")
    POST = "post", _("by post")
    ONLINE = "online", _("by e-mail or on the portal")
    PASSED = "passed", _("passed on by another body")


class ComplaintState(models.TextChoices):
    RECEIVED = "received", _("letter received")
    SORTED = "sorted", _("letter sorted")
    ACCEPTED = "accepted", _("accepted for handling (thụ lý)")
    DECLINED = "declined", _("not accepted for handling")
    WITHDRAWN = "withdrawn", _("letter withdrawn")
    ENDED = "ended", _("settled")


class ComplaintOutcome(models.TextChoices):
    FOUNDED = "founded", _("right")
    PARTLY = "partly", _("right in part")
    UNFOUNDED = "unfounded", _("not right")


# The only ones that hold an award while they are being handled.
HOLDING_KINDS = (ComplaintKind.COMPLAINT, ComplaintKind.DENUNCIATION)


@tracked(exclude=["sealed"])
class Complaint(models.Model):
    """A letter about an award. What it says, who sent it and what was said of it are sealed.

    It holds an award only once accepted; an anonymous one only when what it says was verified apart from it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = models.CharField(_("number in the letter book"), max_length=40)
    kind = models.CharField(
        _("kind of letter"), max_length=12, choices=ComplaintKind, default=ComplaintKind.UNSORTED
    )
    way = models.CharField(_("how it came"), max_length=8, choices=ComplaintWay)
    received_on = models.DateField(_("letter received on"))
    remark = models.OneToOneField(
        Remark, models.PROTECT, null=True, blank=True, editable=False, related_name="letter"
    )
    tip = models.OneToOneField(
        Tip, models.PROTECT, null=True, blank=True, editable=False, related_name="letter"
    )
    is_anonymous = models.BooleanField(_("without name and address of the sender"), default=False)
    is_verified_apart = models.BooleanField(_("what it says was verified apart from it"), default=False)
    sealed = models.BinaryField(editable=False)
    state = models.CharField(
        max_length=10, choices=ComplaintState, default=ComplaintState.RECEIVED, editable=False
    )
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True)
    due_on = models.DateField(_("to be settled by"), null=True, blank=True)
    due_basis = models.CharField(_("by which provision"), max_length=200, blank=True)
    outcome = models.CharField(
        _("outcome of the letter"), max_length=10, choices=ComplaintOutcome, blank=True
    )
    ground = models.CharField(_("ground of revocation"), max_length=1, choices=RevocationGround, blank=True)
    paper = models.CharField(_("paper of the conclusion"), max_length=200, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("complaint or denunciation")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="complaint_code_once"),
            models.CheckConstraint(
                name="complaint_accepted_is_sorted_and_dated",
                condition=~Q(state="accepted")
                | (
                    Q(accepted_on__isnull=False, due_on__isnull=False, kind__in=["complaint", "denunciation"])
                    & ~Q(due_basis="")
                ),
                violation_error_message=_(
                    "Accepted is a complaint or denunciation, with its day, deadline and provision."
                ),
            ),
            models.CheckConstraint(
                name="complaint_anonymous_is_not_accepted_by_itself",
                condition=~Q(state="accepted") | Q(is_anonymous=False) | Q(is_verified_apart=True),
                violation_error_message=_("An anonymous letter is not accepted by itself."),
            ),
        ]
        indexes = [models.Index(fields=["-received_on", "-id"], name="complaint_newest")]

    def __str__(self) -> str:
        return self.code


@tracked()
class ComplaintTarget(models.Model):
    """Whom or what collective a letter concerns; `matter` holds their awards while it is being handled."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="targets")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    collective = models.ForeignKey(Collective, models.PROTECT, null=True, blank=True, related_name="+")
    matter = models.OneToOneField(Matter, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("whom a letter concerns")
        constraints = [
            models.CheckConstraint(
                name="complaint_target_is_one",
                condition=Q(person__isnull=False, collective__isnull=True)
                | Q(person__isnull=True, collective__isnull=False),
                violation_error_message=_("Choose a person or a collective."),
            ),
            models.UniqueConstraint(
                fields=["complaint", "person", "collective"],
                name="complaint_target_once",
                nulls_distinct=False,
            ),
        ]

    @property
    def name(self) -> str:
        return str(self.person or self.collective)


@tracked()
class Accused(models.Model):
    """An account that never opens a letter, whatever its roles: the accused himself."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="accused")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("account closed to a letter")
        constraints = [models.UniqueConstraint(fields=["complaint", "user"], name="accused_once")]


@append_only
class ComplaintStep(models.Model):
    """A step of a letter on its day; what was said of it is sealed with the letter."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    on = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a letter")


@append_only
class ComplaintOpening(models.Model):
    """Who opened a letter, and when."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="openings")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        verbose_name = _("opening of a letter")
