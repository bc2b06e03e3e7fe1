from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.roles import Role

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class DateRange(Func):
    """daterange(since, until): half-open, an open end is null."""

    function = "daterange"


def no_overlap(
    name: str, *same: str, message: "str | _StrPromise", many: bool = False
) -> ExclusionConstraint:
    """At most one row on any day for the same values of the given fields.

    Where there are `many` rows its index begins with what tells them apart: days are the same for thousands.
    """
    days = (DateRange(F("since"), F("until")), RangeOperators.OVERLAPS)
    fields = [(field, RangeOperators.EQUAL) for field in same]
    return ExclusionConstraint(
        name=name,
        expressions=[*fields, days] if many else [days, *fields],
        violation_error_message=message,
    )


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(until__isnull=True) | Q(until__gt=F("since")),
        violation_error_message=_("The last day must come after the first."),
    )


class Kind(models.TextChoices):
    PROVINCE = "province", _("province or centrally-run city")
    DISTRICT = "district", _("district (until 30 June 2025)")
    COMMUNE = "commune", _("commune, ward or special zone")
    DEPARTMENT = "department", _("department of the province")
    OFFICE = "office", _("office or section of the commune")
    SCHOOL = "school", _("school")
    HEALTH_STATION = "health_station", _("health station")
    POLICE = "police", _("police")
    MILITARY = "military", _("military command")
    PARTY = "party", _("Party body")
    MASS = "mass", _("Fatherland Front, union or association")
    ENTERPRISE = "enterprise", _("enterprise or cooperative")
    PUBLIC_UNIT = "public_unit", _("other public unit")
    NEIGHBOURHOOD = "neighbourhood", _("residential group or village")


class YearKind(models.TextChoices):
    CALENDAR = "calendar", _("calendar year")
    SCHOOL = "school", _("school year")
    STAGE = "stage", _("stage of several years")
    CAMPAIGN = "campaign", _("campaign")


@tracked()
class Organisation(models.Model):
    """A body or unit, under the name and place it has now (or had last); its past is in OrganisationPeriod."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    year_kind = models.CharField(
        _("evaluated by"), max_length=10, choices=YearKind, default=YearKind.CALENDAR
    )
    has_legal_personality = models.BooleanField(_("has legal personality"), default=True)
    since = models.DateField(_("exists since"))
    until = models.DateField(_("ended on"), null=True, blank=True)
    search = models.TextField(editable=False)
    sort = models.TextField(editable=False, db_collation="C")

    class Meta:
        verbose_name = _("organisation")
        constraints = [ends_after_it_begins("organisation_ends_later")]
        indexes = [models.Index(fields=["sort", "id"], name="organisation_sort")]

    def __str__(self) -> str:
        return self.name


@tracked()
class OrganisationPeriod(models.Model):
    """Name, kind, place in the tree and code of an organisation from one day to another."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="periods")
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    code = models.CharField(_("code"), max_length=40)
    parent = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("period of an organisation")
        constraints = [
            ends_after_it_begins("organisation_period_ends_later"),
            no_overlap(
                "organisation_one_period_a_day",
                "organisation",
                message=_("On one of these days the organisation already has a name and a place."),
            ),
        ]


class SuccessionKind(models.TextChoices):
    MERGE = "merge", _("merger")
    SPLIT = "split", _("split")
    RENAME = "rename", _("change of name")
    ABOLISH = "abolish", _("abolition")


@tracked()
class Succession(models.Model):
    """What became of organisations on a day, by whose decision."""

    kind = models.CharField(_("kind"), max_length=10, choices=SuccessionKind)
    on = models.DateField(_("on"))
    decision = models.CharField(_("by decision"), max_length=200)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("succession")


@tracked()
class SuccessionLink(models.Model):
    """One predecessor and one successor; one successor is the keeper of the predecessor's books."""

    succession = models.ForeignKey(Succession, models.CASCADE, related_name="links")
    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="successor_links")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="predecessor_links")
    is_keeper = models.BooleanField(_("keeps the books"), default=False)

    class Meta:
        verbose_name = _("succession of an organisation")
        constraints = [
            models.UniqueConstraint(
                fields=["succession", "predecessor", "successor"], name="succession_link_once"
            ),
            models.UniqueConstraint(
                fields=["predecessor"],
                condition=Q(is_keeper=True),
                name="succession_one_keeper",
                violation_error_message=_("The books of a former organisation have exactly one keeper."),
            ),
        ]


class Closure(models.Model):
    """Which organisations stand under (or are kept by) which, from one day to another; made by `rebuild_closure`."""

    ancestor = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    depth = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ancestor", "descendant", "since"], name="closure_once"),
        ]
        indexes = [
            models.Index(fields=["descendant", "ancestor"], name="closure_upward"),
        ]


@tracked()
class Grant(models.Model):
    """A role of a person in an organisation for a period; by `handed_over_from` another's role for dated days."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="grants")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    handed_over_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="handovers"
    )
    basis = models.CharField(_("by what paper"), max_length=200, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("grant of a role")
        constraints = [
            ends_after_it_begins("grant_ends_later"),
            models.CheckConstraint(
                name="grant_handover_is_dated",
                condition=Q(handed_over_from__isnull=True) | Q(until__isnull=False),
                violation_error_message=_("A handed-over role needs a last day."),
            ),
            models.CheckConstraint(
                name="grant_visit_is_dated",
                condition=~Q(role=Role.VISITOR) | Q(until__isnull=False),
                violation_error_message=_("A visiting team reads for dated days only: enter the last day."),
            ),
        ]
        indexes = [models.Index(fields=["user", "since"], name="grant_of_user")]


@tracked()
class CalendarDay(models.Model):
    """A day that is worked although a weekend, or not worked although a weekday (holidays, swapped days)."""

    on = models.DateField(_("day"), unique=True)
    is_working = models.BooleanField(_("worked"))
    note = models.CharField(_("note"), max_length=120)

    class Meta:
        verbose_name = _("day of the calendar")


@tracked()
class Period(models.Model):
    """An evaluation period: a calendar year, a school year, a stage, a campaign, as papers name it."""

    kind = models.CharField(_("kind"), max_length=10, choices=YearKind)
    label = models.CharField(_("name on papers"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year (a school year: its closing year)"))
    since = models.DateField(_("first day"))
    until = models.DateField(_("day after the last"))
    closes_on = models.DateField(_("files due on"), null=True, blank=True)

    class Meta:
        verbose_name = _("evaluation period")
        constraints = [
            ends_after_it_begins("period_ends_later"),
            models.UniqueConstraint(fields=["kind", "label"], name="period_once"),
        ]
        indexes = [models.Index(fields=["kind", "-year"], name="period_newest")]

    def __str__(self) -> str:
        return self.label
