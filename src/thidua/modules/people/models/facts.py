from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.people.kinds import (
    CheckState,
    DisciplineKind,
    GradeLevel,
    InitiativeKind,
    LeaveKind,
    MatterKind,
    Scope,
    StudyResult,
)
from thidua.modules.people.models.recipient_link import exactly_one_recipient
from thidua.modules.people.models.recipients import Collective, Person, searchable


@tracked()
class Grade(models.Model):
    """The yearly result of a person or collective, from a signed list."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="grades")
    collective = models.ForeignKey(Collective, models.CASCADE, null=True, blank=True, related_name="grades")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    period = models.ForeignKey(Period, models.PROTECT, related_name="+")
    level = models.CharField(_("grade"), max_length=12, choices=GradeLevel)
    reason = models.CharField(_("reason, when not graded"), max_length=200, blank=True)
    decision = models.CharField(_("by decision"), max_length=120, blank=True)
    check_state = models.CharField(max_length=10, choices=CheckState, default=CheckState.CHECKED)

    class Meta:
        verbose_name = _("grade")
        constraints = [
            exactly_one_recipient("grade_of_one", "person", "collective"),
            models.UniqueConstraint(
                fields=["person", "period"],
                name="grade_once_a_period",
                violation_error_message=_("This person already has a grade for the period."),
            ),
            models.UniqueConstraint(fields=["collective", "period"], name="collective_grade_once_a_period"),
            models.CheckConstraint(
                name="grade_missing_has_reason",
                condition=~Q(level=GradeLevel.NOT_GRADED) | ~Q(reason=""),
                violation_error_message=_("“Not graded” needs a reason."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "period"], name="grade_list_of_unit")]

    def __str__(self) -> str:
        return f"{self.person or self.collective}: {self.get_level_display()}"


@tracked()
class Initiative(models.Model):
    """An initiative or research topic, as recognised; it serves one honour once."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="initiatives")
    code = models.CharField(_("number"), max_length=40, blank=True)
    title = models.CharField(_("title of the initiative"), max_length=300)
    kind = models.CharField(
        _("kind"), max_length=12, choices=InitiativeKind, default=InitiativeKind.INITIATIVE
    )
    year = models.PositiveSmallIntegerField(_("year of recognition"))
    scope = models.CharField(_("scope of influence"), max_length=10, choices=Scope, default=Scope.BASE)
    recognised_by = models.CharField(_("recognised by"), max_length=200, blank=True)
    certificate = models.CharField(_("number and day of the certificate"), max_length=120, blank=True)
    check_state = models.CharField(max_length=10, choices=CheckState, default=CheckState.CHECKED)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("initiative")
        indexes = [
            searchable("initiative_search"),
            models.Index(fields=["-year", "-id"], name="initiative_newest"),
            models.Index(fields=["organisation", "-year", "-id"], name="initiative_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class InitiativeAuthor(models.Model):
    """One author's part in an initiative, and what it has served for him: an honour's code and entry."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="authors")
    person = models.ForeignKey(Person, models.CASCADE, related_name="initiatives")
    share = models.PositiveSmallIntegerField(_("share of the work, %"), default=100)
    used_for = models.CharField(_("used for"), max_length=12, blank=True)
    used_in_year = models.PositiveSmallIntegerField(_("in the year"), null=True, blank=True)

    class Meta:
        verbose_name = _("author of an initiative")
        constraints = [
            models.UniqueConstraint(fields=["initiative", "person"], name="initiative_author_once"),
            models.CheckConstraint(
                name="initiative_share_in_percent",
                condition=Q(share__gte=1, share__lte=100),
                violation_error_message=_("A share lies between 1 and 100 %."),
            ),
        ]


@tracked()
class Leave(models.Model):
    """Time away in a year; months or working days."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="leaves")
    kind = models.CharField(_("kind"), max_length=10, choices=LeaveKind)
    year = models.PositiveSmallIntegerField(_("year"))
    months = models.PositiveSmallIntegerField(_("months"), null=True, blank=True)
    n_days = models.PositiveSmallIntegerField(_("working days"), null=True, blank=True)
    result = models.CharField(_("result of study"), max_length=12, choices=StudyResult, blank=True)
    rules_obeyed = models.BooleanField(_("obeyed the rules of the school"), null=True, blank=True)

    class Meta:
        verbose_name = _("leave")


@tracked()
class Discipline(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="disciplines")
    kind = models.CharField(_("kind"), max_length=10, choices=DisciplineKind)
    on = models.DateField(_("decided on"))
    until = models.DateField(_("in effect until"), null=True, blank=True)
    decision = models.CharField(_("by decision"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("discipline")
        constraints = [
            models.CheckConstraint(
                name="discipline_ends_later",
                condition=Q(until__isnull=True) | Q(until__gt=F("on")),
                violation_error_message=_("The last day must come after the first."),
            )
        ]


@tracked()
class Matter(models.Model):
    """Something unresolved that holds an award: only what has been accepted, never an anonymous letter."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="matters")
    collective = models.ForeignKey(Collective, models.CASCADE, null=True, blank=True, related_name="matters")
    kind = models.CharField(_("kind"), max_length=15, choices=MatterKind)
    since = models.DateField(_("since"))
    until = models.DateField(_("closed on"), null=True, blank=True)
    is_cleared = models.BooleanField(_("closed without fault"), null=True, blank=True)
    basis = models.CharField(_("paper"), max_length=200)

    class Meta:
        verbose_name = _("unresolved matter")
        constraints = [exactly_one_recipient("matter_of_one", "person", "collective")]


@tracked()
class Training(models.Model):
    """Has helped to train colleagues, as recognised (asked for workers' honours)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="trainings")
    year = models.PositiveSmallIntegerField(_("year"))
    basis = models.CharField(_("paper"), max_length=200)

    class Meta:
        verbose_name = _("training of colleagues")


@tracked()
class CollectiveYear(models.Model):
    """Head counts of a collective at the end of a period, from which shares are taken."""

    collective = models.ForeignKey(Collective, models.CASCADE, related_name="years")
    period = models.ForeignKey(Period, models.PROTECT, related_name="+")
    n_members = models.PositiveIntegerField(_("members"))
    n_warned = models.PositiveIntegerField(_("members disciplined with a warning or more"), default=0)
    n_ldtt = models.PositiveIntegerField(_("members with LĐTT"), null=True, blank=True)
    n_cstdcs = models.PositiveIntegerField(_("members with CSTĐCS"), null=True, blank=True)
    all_completed = models.BooleanField(_("everyone completed the tasks"), null=True, blank=True)

    class Meta:
        verbose_name = _("head count of a collective")
        constraints = [
            models.UniqueConstraint(fields=["collective", "period"], name="head_count_once_a_period"),
            models.CheckConstraint(
                name="head_count_within_members",
                condition=Q(n_warned__lte=F("n_members"))
                & (Q(n_ldtt__isnull=True) | Q(n_ldtt__lte=F("n_members")))
                & (Q(n_cstdcs__isnull=True) | Q(n_cstdcs__lte=F("n_members"))),
                violation_error_message=_("There cannot be more of them than members."),
            ),
        ]
