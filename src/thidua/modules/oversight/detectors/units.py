"""Signs in what a unit proposes, month after month and all in all."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Count, F, Max, Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.foundation.paging import every_page
from thidua.law.cite import Confidence
from thidua.modules.dossiers.api import Share, live_candidates, shares_by_unit
from thidua.modules.duty.api import Line, Mark, lines, units_of
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.oversight.detectors.parts import Scope, Sign, detector
from thidua.modules.people.models import Grade

EMPTY = (Mark.OPEN, Mark.TOLD)
# In a list of fewer people a share says nothing.
LEAST_PEOPLE = 5


@detector(
    title=_("Months without an exemplar"),
    why=_("Every month each unit proposes at least one exemplar or good deed, or says why there is none."),
    basis="Kế hoạch 163/KH-UBND (mỗi tháng đề nghị ít nhất một điển hình, gương người tốt, việc tốt)",
    measured=_("months of the year with neither a proposal nor a reason"),
    threshold=2,
    threshold_label=_("at least so many months"),
    owner="unit",
    confidence=Confidence.SECONDARY,
)
def empty_months(scope: Scope, threshold: int) -> Iterator[Sign]:
    last = scope.on.replace(day=1) - timedelta(days=1)
    rows = units_of(last.year).filter(pk__in=scope.units)
    for page in every_page(rows, order=("sort", "id")):
        for line in lines(page, last.year, scope.on):
            n_empty = _n_empty(line, last.month)
            if n_empty >= threshold:
                yield _of_unit(line.unit, f"{last.year}", n_empty, _duty(line.unit, last.year))


def _n_empty(line: Line, last_month: int) -> int:
    return sum(1 for month in line.months[:last_month] if month and month.upward in EMPTY)


def _duty(unit: Organisation, year: int) -> str:
    return f"{reverse('duty_unit', args=[unit.pk])}?nam={year}"


def _of_unit(unit: Organisation, when: str, measure: int, url: str) -> Sign:
    return Sign(unit.pk, f"unit:{unit.pk}:{when}", unit.name, url, measure)


def _shares(scope: Scope) -> Iterable[tuple[Organisation, Share]]:
    """Of what each unit has sent this year."""
    sent = live_candidates().filter(
        dossier__organisation__in=scope.units, dossier__sent_on__year=scope.on.year
    )
    found = shares_by_unit(sent, scope.body.pk, scope.units, scope.on)
    units = Organisation.objects.in_bulk(found)
    return [(units[pk], share) for pk, share in sorted(found.items())]


def _dossiers(unit: Organisation) -> str:
    return f"{reverse('dossiers_list')}?{urlencode({'q': unit.name})}"


@detector(
    title=_("Share of direct workers under the target"),
    why=_("Direct workers come first in commendations."),
    basis="Luật 06/2022/QH15, Điều 5.2.d; Kế hoạch 163/KH-UBND (ưu tiên người trực tiếp lao động)",
    measured=_("per cent of the persons proposed this year are direct workers"),
    threshold=LEAST_PEOPLE,
    threshold_label=_("of at least so many persons proposed"),
    owner="unit",
)
def few_direct_workers(scope: Scope, threshold: int) -> Iterator[Sign]:
    for unit, share in _shares(scope):
        if share.n_all >= threshold and share.is_under:
            yield _of_unit(unit, f"{scope.on.year}", share.percent, _dossiers(unit))


@detector(
    title=_("Leaders over-represented"),
    why=_("A list with many leaders and managers asks whether the work of others was seen."),
    basis="Luật 06/2022/QH15, Điều 5.2.d",
    measured=_("per cent of the persons proposed this year are leaders or managers"),
    threshold=50,
    threshold_label=_("more than so many per cent"),
    owner="unit",
)
def many_leaders(scope: Scope, threshold: int) -> Iterator[Sign]:
    for unit, share in _shares(scope):
        if share.n_all >= LEAST_PEOPLE and 100 * share.n_leaders > threshold * share.n_all:
            percent = 100 * share.n_leaders // share.n_all
            yield _of_unit(unit, f"{scope.on.year}", percent, _dossiers(unit))


@detector(
    title=_("Everybody at the same grade"),
    why=_("Where all have the same grade, the grades say nothing of who did well."),
    basis="Kế hoạch 163/KH-UBND (nâng cao chất lượng xét khen thưởng); Luật 06/2022/QH15, Điều 5.2.a",
    measured=_("persons, all graded alike"),
    threshold=8,
    threshold_label=_("in units of at least so many persons graded"),
    owner="unit",
)
def one_grade(scope: Scope, threshold: int) -> Iterator[Sign]:
    graded = Grade.objects.filter(
        organisation__in=scope.units, person__isnull=False, period__year__gte=scope.on.year - 1
    )
    rows = graded.order_by().values("organisation", "period", "organisation__name")
    counted = rows.annotate(n=Count("person", distinct=True), least=Min("level"), most=Max("level"))
    found = list(counted.filter(n__gte=threshold, least=F("most")).order_by("organisation", "period"))
    labels = Period.objects.in_bulk({row["period"] for row in found})
    for row in found:
        period = labels[row["period"]]
        label = f"{row['organisation__name']}, {period.label}"
        subject = f"unit:{row['organisation']}:{period.pk}"
        url = f"{reverse('grades_list')}?don_vi={row['organisation']}&ky={period.pk}"
        yield Sign(row["organisation"], subject, label, url, row["n"])
