"""Campaigns launched in the time, by who they reach, how long they last, and of what form."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.modules.campaigns.models import Campaign, CampaignKind, CampaignScope, CampaignState
from thidua.modules.organisations.models import Organisation
from thidua.modules.reports.sources.parts import Dimension, Line, Scope, Source

YEAR = 365
LAUNCHED = (CampaignState.LAUNCHED, CampaignState.ENDED)


def _rows(scope: Scope) -> QuerySet[Campaign]:
    rows = Campaign.objects.filter(
        organisation__in=scope.units,
        state__in=LAUNCHED,
        above__isnull=True,
        launched_on__gte=scope.since,
        launched_on__lt=scope.until,
    )
    return rows.order_by()


def _duration() -> Case:
    """A year is of 365 or 366 days; 0601 has "one year" beside "less" and "more"."""
    steps = (("under_1", YEAR), ("1", YEAR + 2), ("1_3", 3 * YEAR), ("3_5", 5 * YEAR))
    return Case(
        *(When(until__lt=F("since") + timedelta(days=n), then=Value(code)) for code, n in steps),
        default=Value("5_more"),
        output_field=CharField(),
    )


def _durations(_values: Iterable[str]) -> Mapping[str, str]:
    return {
        "under_1": _("less than a year"),
        "1": _("one year"),
        "1_3": _("over one to under three years"),
        "3_5": _("three to under five years"),
        "5_more": _("five years and more, or without an end"),
    }


def _names(rows: QuerySet[Organisation]) -> Mapping[str, str]:
    return {str(row.pk): row.name for row in rows.order_by("sort", "pk")}


def _units(values: Iterable[str]) -> Mapping[str, str]:
    return _names(Organisation.objects.filter(pk__in=[int(one) for one in values]))


def _words(choices: Iterable[tuple[str, object]]) -> Mapping[str, str]:
    return {value: str(label) for value, label in choices}


DIMENSIONS = {
    one.code: one
    for one in (
        Dimension(
            "scope", gettext_lazy("Scope"), lambda: F("scope"), lambda _v: _words(CampaignScope.choices)
        ),
        Dimension("duration", gettext_lazy("Duration"), _duration, _durations),
        Dimension("kind", gettext_lazy("Form"), lambda: F("kind"), lambda _v: _words(CampaignKind.choices)),
        Dimension(
            "field",
            gettext_lazy("Field of work"),
            lambda: F("field__name"),
            lambda values: {one: one for one in sorted(values)},
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


def _line(row: Campaign) -> Line:
    url = reverse("campaigns_show", args=[row.pk])
    return Line(row.pk, row.name, str(row.get_kind_display()), row.launching_body, row.launched_on, url)


CAMPAIGNS = Source("campaigns", gettext_lazy("Campaigns launched"), _rows, DIMENSIONS, _line)
