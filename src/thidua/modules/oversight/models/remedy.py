from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.models.signal import Signal


class ShortcomingState(models.TextChoices):
    OPEN = "open", _("being remedied")
    DONE = "done", _("reported as remedied")
    CLOSED = "closed", _("closed")


@tracked()
class RemedyPlan(models.Model):
    """A plan to overcome shortcomings (kế hoạch khắc phục tồn tại, hạn chế): a paper made of them, with progress."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    title = models.CharField(_("title of the plan"), max_length=300)
    aim = models.TextField(_("aim and requirements"), blank=True)
    carrying_out = models.TextField(_("how it is carried out"), blank=True)
    number = models.CharField(_("number of the plan"), max_length=60, blank=True)
    issued_on = models.DateField(_("day of the plan"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("plan to overcome shortcomings")
        constraints = [
            models.CheckConstraint(
                name="remedy_plan_number_with_day",
                condition=Q(number="") | Q(issued_on__isnull=False),
                violation_error_message=_("Enter the day of the plan beside its number."),
            )
        ]
        indexes = [models.Index(fields=["-made_at", "-id"], name="remedy_plan_newest")]

    def __str__(self) -> str:
        return self.title


@tracked()
class Shortcoming(models.Model):
    """A shortcoming (tồn tại, hạn chế) of a unit, with cause, measure, owner and deadline.

    `body` keeps it; `owner` carries the measure out. `signal` is empty for one entered by hand.
    """

    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    signal = models.OneToOneField(
        Signal, models.PROTECT, null=True, blank=True, related_name="shortcoming", verbose_name=_("sign")
    )
    plan = models.ForeignKey(
        RemedyPlan, models.PROTECT, null=True, blank=True, related_name="shortcomings", verbose_name=_("plan")
    )
    title = models.CharField(_("shortcoming"), max_length=300)
    cause = models.TextField(_("cause"))
    measure = models.TextField(_("measure to remedy it"))
    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("unit that remedies it")
    )
    owner_post = models.CharField(_("post in charge"), max_length=120, blank=True)
    due_on = models.DateField(_("to be remedied by"))
    state = models.CharField(
        max_length=8, choices=ShortcomingState, default=ShortcomingState.OPEN, editable=False
    )
    noted_on = models.DateField(_("noted on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    close_reason = models.TextField(_("conclusion"), blank=True)
    is_overridden = models.BooleanField(_("closed by the leader although it is still found"), default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("shortcoming")
        constraints = [
            models.CheckConstraint(
                name="shortcoming_closed_is_dated",
                condition=~Q(state=ShortcomingState.CLOSED)
                | (Q(closed_on__isnull=False) & ~Q(close_reason="")),
                violation_error_message=_("A shortcoming is closed on a day and with a conclusion."),
            ),
            models.CheckConstraint(
                name="shortcoming_due_after_noted",
                condition=Q(due_on__gte=F("noted_on")),
                violation_error_message=_("The deadline cannot lie before the day it was noted."),
            ),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="shortcoming_by_due_day"),
            models.Index(fields=["body", "state"], name="shortcoming_of_body"),
        ]

    def __str__(self) -> str:
        return self.title


@append_only
class RemedyNote(models.Model):
    """What was done about a shortcoming, and each step of it, on its day."""

    shortcoming = models.ForeignKey(Shortcoming, models.PROTECT, related_name="notes")
    step = models.CharField(max_length=12, blank=True)
    text = models.TextField(_("what was done"))
    on = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("note on a remedy")


@tracked()
class Proof(models.Model):
    """A file or a link that shows that a shortcoming was remedied."""

    shortcoming = models.ForeignKey(Shortcoming, models.CASCADE, related_name="proofs")
    label = models.CharField(_("what the proof is"), max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(_("link"), blank=True)

    class Meta:
        verbose_name = _("proof of a remedy")
        constraints = [
            models.CheckConstraint(
                name="proof_file_or_link",
                condition=(Q(file__isnull=False) & Q(link="")) | (Q(file__isnull=True) & ~Q(link="")),
                violation_error_message=_("Attach a file or give a link, not both."),
            )
        ]
