from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.models.remedy import Shortcoming


class InspectionKind(models.TextChoices):
    INSPECTION = "inspection", _("inspection (kiểm tra)")
    SUPERVISION = "supervision", _("supervision (giám sát)")
    SELF = "self", _("self-inspection (tự kiểm tra)")


class InspectionState(models.TextChoices):
    PLANNED = "planned", _("inspection planned")
    RUNNING = "running", _("inspection under way")
    CONCLUDED = "concluded", _("inspection concluded")
    FOLLOWED_UP = "followed_up", _("recommendations carried out")
    CALLED_OFF = "called_off", _("inspection called off")


@tracked()
class InspectionPlan(models.Model):
    """The plan of inspections and supervision of a body in a year."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    aim = models.TextField(_("aim and requirements"), blank=True)
    carrying_out = models.TextField(_("how it is carried out"), blank=True)
    number = models.CharField(_("number of the plan"), max_length=60, blank=True)
    issued_on = models.DateField(_("day of the plan"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("yearly plan of inspection")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="inspection_plan_once_a_year",
                violation_error_message=_("There is a plan for this year already."),
            ),
            models.CheckConstraint(
                name="inspection_plan_number_with_day",
                condition=Q(number="") | Q(issued_on__isnull=False),
                violation_error_message=_("Enter the day of the plan beside its number."),
            ),
        ]


@tracked()
class Inspection(models.Model):
    """One unit looked at by a team on some days, over the records of a period; `until` is the day after the last.

    `body` inspects, `organisation` is inspected; `seed` draws the sample, so that anybody can draw it again.
    """

    plan = models.ForeignKey(
        InspectionPlan, models.PROTECT, null=True, blank=True, related_name="inspections"
    )
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("unit inspected")
    )
    kind = models.CharField(_("kind of inspection"), max_length=12, choices=InspectionKind)
    title = models.CharField(_("what is inspected"), max_length=300)
    team = models.TextField(_("team, one a line: name, post; the head first"), blank=True)
    since = models.DateField(_("records from"))
    until = models.DateField(_("records until"))
    begins_on = models.DateField(_("first day of work"))
    ends_on = models.DateField(_("last day of work"))
    seed = models.CharField(_("seed of the sample"), max_length=40)
    n_sampled = models.PositiveSmallIntegerField(_("dossiers in the sample"), default=5)
    state = models.CharField(
        max_length=12, choices=InspectionState, default=InspectionState.PLANNED, editable=False
    )
    conclusion = models.TextField(_("conclusion"), blank=True)
    number = models.CharField(_("number of the conclusion"), max_length=60, blank=True)
    concluded_on = models.DateField(_("day of the conclusion"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("inspection of a unit")
        constraints = [
            models.CheckConstraint(
                name="inspection_days_in_order",
                condition=Q(until__gt=F("since")) & Q(ends_on__gte=F("begins_on")),
                violation_error_message=_("The last day cannot lie before the first."),
            ),
            models.CheckConstraint(
                name="inspection_of_oneself_by_oneself",
                condition=~Q(kind=InspectionKind.SELF) | Q(body=F("organisation")),
                violation_error_message=_("A unit inspects itself."),
            ),
            models.CheckConstraint(
                name="inspection_concluded_is_dated",
                condition=~Q(state__in=["concluded", "followed_up"])
                | (Q(concluded_on__isnull=False) & ~Q(conclusion="")),
                violation_error_message=_("A concluded inspection has its conclusion and day."),
            ),
        ]
        indexes = [
            models.Index(fields=["-begins_on", "-id"], name="inspection_newest"),
            models.Index(fields=["organisation", "-begins_on"], name="inspection_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title


class ItemResult(models.TextChoices):
    OPEN = "open", _("to be looked at")
    MET = "met", _("in order")
    NOT_MET = "not_met", _("not in order")
    NOT_NEEDED = "not_needed", _("does not concern the unit")


@tracked()
class InspectionItem(models.Model):
    """One thing to look at, from the law package: what, by which article, how well its text was read."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField(_("order"))
    code = models.CharField(max_length=80)
    text = models.CharField(_("what is looked at"), max_length=400)
    cite = models.CharField(_("article"), max_length=200)
    confidence = models.CharField(max_length=12)
    result = models.CharField(_("result"), max_length=10, choices=ItemResult, default=ItemResult.OPEN)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("item of an inspection")
        constraints = [
            models.UniqueConstraint(fields=["inspection", "code"], name="inspection_item_once"),
        ]


@tracked()
class Sampled(models.Model):
    """A dossier that the seed drew."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="sample")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(_("order"))
    result = models.CharField(_("result"), max_length=10, choices=ItemResult, default=ItemResult.OPEN)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("dossier of a sample")
        constraints = [models.UniqueConstraint(fields=["inspection", "dossier"], name="sampled_once")]


class FindingKind(models.TextChoices):
    PAPERS = "papers", _("papers of the dossier")
    CRITERIA = "criteria", _("standards and criteria")
    VOTE = "vote", _("consideration and vote")
    AUTHORITY = "authority", _("competence")
    TIME = "time", _("deadlines")
    CAMPAIGN = "campaign", _("movements")
    MONEY = "money", _("fund and prizes")
    ARCHIVE = "archive", _("records and archives")
    OTHER = "other", _("another matter of the inspection")


@tracked()
class InspectionFinding(models.Model):
    """What was found, with the dossier and article it is about, and what is recommended.

    A recommendation is followed up as a shortcoming of the unit.
    """

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="findings")
    item = models.ForeignKey(InspectionItem, models.SET_NULL, null=True, blank=True, related_name="findings")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="+")
    entry_place = models.CharField(
        _("record concerned (number in the register, decision)"), max_length=120, blank=True
    )
    kind = models.CharField(_("about"), max_length=10, choices=FindingKind)
    text = models.TextField(_("finding"))
    recommendation = models.TextField(_("recommendation"), blank=True)
    due_on = models.DateField(_("to be carried out by"), null=True, blank=True)
    shortcoming = models.OneToOneField(
        Shortcoming, models.PROTECT, null=True, blank=True, related_name="finding"
    )

    class Meta:
        verbose_name = _("finding of an inspection")
        constraints = [
            models.CheckConstraint(
                name="inspection_finding_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Say what was found."),
            ),
            models.CheckConstraint(
                name="inspection_recommendation_is_dated",
                condition=Q(recommendation="") | Q(due_on__isnull=False),
                violation_error_message=_("Say by when the recommendation is to be carried out."),
            ),
        ]


@append_only
class InspectionStep(models.Model):
    """A step of an inspection, on its day."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    on = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of an inspection")
