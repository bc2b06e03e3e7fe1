from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.models import Organisation


class ShowingState(models.TextChoices):
    OPEN = "open", _("shown to the public")
    CLOSED = "closed", _("result recorded")
    WITHDRAWN = "withdrawn", _("taken down")


@tracked()
class Showing(models.Model):
    """Candidates of a dossier shown to everybody for remarks, from a day to a last day, behind a code nobody guesses.

    `blocks`: the council waits for the end and the result, because `basis` (a law, a rule of the place) says so.
    """

    code = models.SlugField(max_length=24, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("body"))
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="showings")
    basis = models.CharField(_("why it is shown"), max_length=300)
    blocks = models.BooleanField(_("the council waits for the end"), default=False)
    opens_on = models.DateField(_("shown from"))
    ends_on = models.DateField(_("last day for remarks"))
    state = models.CharField(max_length=10, choices=ShowingState, default=ShowingState.OPEN, editable=False)
    result = models.TextField(_("result"), blank=True)
    concluded_on = models.DateField(_("result recorded on"), null=True, blank=True)
    reason = models.CharField(_("why it was taken down"), max_length=300, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("candidates shown to the public")
        constraints = [
            models.CheckConstraint(
                name="showing_ends_later",
                condition=Q(ends_on__gte=F("opens_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.CheckConstraint(
                name="showing_closed_with_result",
                condition=~Q(state=ShowingState.CLOSED) | (~Q(result="") & Q(concluded_on__gt=F("ends_on"))),
                violation_error_message=_("The result is recorded after the last day, in words."),
            ),
            models.CheckConstraint(
                name="showing_taken_down_with_reason",
                condition=~Q(state=ShowingState.WITHDRAWN) | ~Q(reason=""),
                violation_error_message=_("Say why it is taken down."),
            ),
        ]
        indexes = [models.Index(fields=["state", "ends_on"], name="showing_open")]


@tracked()
class Shown(models.Model):
    """One candidate of a showing, with the few lines that everybody reads of him."""

    showing = models.ForeignKey(Showing, models.CASCADE, related_name="shown")
    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="shown")
    summary = models.TextField(_("what everybody reads of the achievement"), blank=True)

    class Meta:
        verbose_name = _("candidate shown")
        constraints = [models.UniqueConstraint(fields=["showing", "candidate"], name="shown_once")]


class RemarkKind(models.TextChoices):
    REMARK = "remark", _("remark")
    COMPLAINT = "complaint", _("complaint or denunciation, signed")


class RemarkState(models.TextChoices):
    RECEIVED = "received", _("remark received")
    VERIFYING = "verifying", _("being verified")
    CONCLUDED = "concluded", _("concluded")
    REFERRED = "referred", _("with the receiver of complaints")


class Outcome(models.TextChoices):
    FOUNDED = "founded", _("founded")
    IN_PART = "in_part", _("founded in part")
    UNFOUNDED = "unfounded", _("not founded")
    SUPPORT = "support", _("speaks for the candidate")


@tracked(exclude=["phone_sealed"])
class Remark(models.Model):
    """What somebody said of those shown. Read by the desk only, a complaint by its receiver only; never published."""

    showing = models.ForeignKey(Showing, models.PROTECT, related_name="remarks")
    about = models.ForeignKey(Shown, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(_("kind of remark"), max_length=10, choices=RemarkKind, default=RemarkKind.REMARK)
    name = models.CharField(_("full name"), max_length=120)
    phone_sealed = models.BinaryField(null=True, editable=False)
    content = models.TextField(_("content"))
    sent_at = models.DateTimeField()
    due_on = models.DateField(_("to be handled by"))
    state = models.CharField(max_length=10, choices=RemarkState, default=RemarkState.RECEIVED, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True)
    note = models.TextField(_("what was found"), blank=True)

    class Meta:
        verbose_name = _("remark on those shown")
        constraints = [
            models.CheckConstraint(
                name="remark_concluded_with_words",
                condition=~Q(state=RemarkState.CONCLUDED) | (~Q(outcome="") & ~Q(note="")),
                violation_error_message=_("Say what was found, and whether the remark is founded."),
            )
        ]
        indexes = [models.Index(fields=["showing", "state"], name="remark_of_showing")]

    @property
    def organisation_id(self) -> int:
        """The body that shows, and handles."""
        return self.showing.organisation_id


@append_only
class RemarkStep(models.Model):
    """Who did what with a remark, and when."""

    remark = models.ForeignKey(Remark, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    note = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("step with a remark")
