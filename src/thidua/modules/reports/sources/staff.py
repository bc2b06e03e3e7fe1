"""Who works on emulation and commendation at the end of the time: age, education, years in the work."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Case, CharField, ExpressionWrapper, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.modules.organisations.models import Kind, Organisation
from thidua.modules.people.kinds import Sex
from thidua.modules.reports.models import Education, Staff
from thidua.modules.reports.sources.parts import Dimension, Line, Scope, Source

AGES = ((30, "under_30"), (40, "30_39"), (50, "40_49"))
YEARS = ((5, "under_5"), (10, "5_9"), (20, "10_19"))


def _rows(scope: Scope) -> QuerySet[Staff]:
    last = scope.until - timedelta(days=1)
    there = Q(since__lte=last) & (Q(until__isnull=True) | Q(until__gt=last))
    rows = Staff.objects.filter(there, organisation__in=scope.units)
    return rows.annotate(
        age=_years(last.year, F("person__birth_year")), served=_years(last.year, ExtractYear("since"))
    ).order_by()


def _years(year: int, begun: Any) -> "ExpressionWrapper[Any]":
    return ExpressionWrapper(Value(year) - begun, output_field=IntegerField())


def _stepped(name: str, steps: Iterable[tuple[int, str]], last: str) -> Case:
    return Case(
        When(**{f"{name}__isnull": True}, then=Value("")),
        *(When(**{f"{name}__lt": n}, then=Value(code)) for n, code in steps),
        default=Value(last),
        output_field=CharField(),
    )


def _ages(_values: Iterable[str]) -> Mapping[str, str]:
    return {
        "under_30": _("under 30"),
        "30_39": _("30 to 39"),
        "40_49": _("40 to 49"),
        "50_more": _("50 and older"),
    }


def _served(_values: Iterable[str]) -> Mapping[str, str]:
    return {
        "under_5": _("less than 5 years"),
        "5_9": _("5 to under 10 years"),
        "10_19": _("10 to under 20 years"),
        "20_more": _("20 years and more"),
    }


def _words(choices: Iterable[tuple[str, object]]) -> Mapping[str, str]:
    return {value: str(label) for value, label in choices}


def _kinds(values: Iterable[str]) -> Mapping[str, str]:
    return {value: str(Kind(value).label) for value in Kind.values if value in set(values)}


def _units(values: Iterable[str]) -> Mapping[str, str]:
    rows = Organisation.objects.filter(pk__in=[int(one) for one in values]).order_by("sort", "pk")
    return {str(row.pk): row.name for row in rows}


DIMENSIONS = {
    one.code: one
    for one in (
        Dimension("age", gettext_lazy("Age"), lambda: _stepped("age", AGES, "50_more"), _ages),
        Dimension(
            "education",
            gettext_lazy("Education"),
            lambda: F("education"),
            lambda _v: _words(Education.choices),
        ),
        Dimension(
            "served",
            gettext_lazy("Years in the work"),
            lambda: _stepped("served", YEARS, "20_more"),
            _served,
        ),
        Dimension(
            "way",
            gettext_lazy("Full time or beside other work"),
            lambda: Case(When(is_full_time=True, then=Value("full")), default=Value("part")),
            lambda _v: {"full": _("full time"), "part": _("beside other work")},
        ),
        Dimension("sex", gettext_lazy("Sex"), lambda: F("person__sex"), lambda _v: _words(Sex.choices)),
        Dimension(
            "unit_kind",
            gettext_lazy("Kind of body"),
            lambda: F("organisation__kind"),
            _kinds,
            is_closed=False,
        ),
        Dimension(
            "unit",
            gettext_lazy("Unit"),
            lambda: Cast(F("organisation"), CharField()),
            _units,
            is_closed=False,
        ),
    )
}


def _line(row: Staff) -> Line:
    return Line(
        row.pk,
        row.person.name,
        str(row.get_education_display()),
        row.organisation.name,
        row.since,
        reverse("staff_list"),
    )


STAFF = Source("staff", gettext_lazy("Who works on emulation and commendation"), _rows, DIMENSIONS, _line)
