from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation, ends_after_it_begins
from thidua.modules.people.models import Person

# What the names of a body's own forms begin with, beside 0601 and the others of the state.
OWN = "o-"
CADENCES = [
    ("month", _("every month")),
    ("quarter", _("every quarter")),
    ("half", _("every half-year")),
    ("year", _("every year")),
]


class ReportState(models.TextChoices):
    DRAFT = "draft", _("being drawn up")
    AT_LEADER = "at_leader", _("waiting for the leader")
    SENT = "sent", _("report sent")


@tracked()
class Report(models.Model):
    """One form of one organisation for one period. Sent, its figures stand as they were, under their SHA-256.

    A later version of the same report follows a correction; `replaces` names what was sent before.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("body"))
    form = models.CharField(_("form"), max_length=20)
    title = models.CharField(_("title"), max_length=200)
    definition = models.JSONField()
    span = models.CharField(_("period"), max_length=8)
    since = models.DateField()
    until = models.DateField()
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    note = models.TextField(_("explanation"), blank=True)
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.DRAFT, editable=False)
    last_remark = models.CharField(_("why it came back"), max_length=300, blank=True)
    figures = models.JSONField(null=True, editable=False)
    ids = models.JSONField(null=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("report")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "form", "span", "version"],
                name="report_once",
                violation_error_message=_("There is such a report already: open it."),
            ),
            models.CheckConstraint(
                name="report_sent_is_locked",
                condition=~Q(state=ReportState.SENT)
                | (Q(figures__isnull=False) & ~Q(sha256="") & Q(sent_at__isnull=False)),
                violation_error_message=_("What is sent keeps its figures and their digest."),
            ),
            models.CheckConstraint(
                name="report_period_in_order",
                condition=Q(until__gt=F("since")),
                violation_error_message=_("The period ends after it begins."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-made_at", "-id"], name="report_of_body")]

    def __str__(self) -> str:
        return self.title


@tracked()
class DueForm(models.Model):
    """A body asks itself and all below it for a form, so many days after each period's end."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("asking body")
    )
    form = models.CharField(_("form"), max_length=20)
    cadence = models.CharField(
        _("how often"),
        max_length=8,
        choices=CADENCES,
    )
    n_days = models.SmallIntegerField(_("days after the end of the period"))
    basis = models.CharField(_("paper that asks for it"), max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("form that is due")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "form", "cadence"],
                name="due_form_once",
                violation_error_message=_("This form is asked for already."),
            ),
            models.CheckConstraint(
                name="due_form_within_a_year",
                condition=Q(n_days__gte=-60, n_days__lte=366),
                violation_error_message=_("From 60 days before the end of the period to a year after it."),
            ),
        ]


@tracked()
class SavedTable(models.Model):
    """A question of the moment that somebody wants again; shared, all of his organisation who read reports have it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    definition = models.JSONField()
    is_shared = models.BooleanField(_("shared in the organisation"), default=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("saved table")

    def __str__(self) -> str:
        return self.title


class Education(models.TextChoices):
    DOCTOR = "doctor", _("doctor")
    MASTER = "master", _("master")
    BACHELOR = "bachelor", _("university")
    COLLEGE = "college", _("college")
    VOCATIONAL = "vocational", _("vocational school")
    OTHER = "other", _("other education")


@tracked()
class Staff(models.Model):
    """Somebody who works on emulation and commendation in a body, from one day to another.

    Age and sex are of the record of the person; the years in the work begin with `since`, whichever body it was in.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    education = models.CharField(_("education"), max_length=10, choices=Education)
    is_full_time = models.BooleanField(_("full time"), default=False)
    since = models.DateField(_("in this work since"))
    until = models.DateField(_("in this work until"), null=True, blank=True)

    class Meta:
        verbose_name = _("who works on emulation and commendation")
        constraints = [
            ends_after_it_begins("staff_ends_later"),
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(until__isnull=True),
                name="staff_once",
                violation_error_message=_("This person stands here already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def way(self) -> str:
        return gettext("full time") if self.is_full_time else gettext("beside other work")


@tracked()
class OwnForm(models.Model):
    """A form that a body sets for itself and all below it, beside those of the state: rows, columns and filter as data."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("body that sets it")
    )
    code = models.CharField(_("code of the form"), max_length=30)
    title = models.CharField(_("title"), max_length=200)
    basis = models.CharField(_("paper that sets the form"), max_length=200)
    definition = models.JSONField()
    since = models.DateField(_("stands since"))
    until = models.DateField(_("no longer stands from"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("form of a body's own")
        constraints = [
            ends_after_it_begins("own_form_ends_later"),
            models.UniqueConstraint(
                fields=["organisation", "code"],
                condition=Q(until__isnull=True),
                name="own_form_code_once",
                violation_error_message=_("There is a form with this code already: end that one first."),
            ),
        ]
        ordering = ["code", "pk"]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    @property
    def slug(self) -> str:
        return f"{OWN}{self.pk}"
