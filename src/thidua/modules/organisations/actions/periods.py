"""Evaluation periods: calendar years, school years, stages, campaigns."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations import policy
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import Period, YearKind

DASH = "\N{EN DASH}"


class CannotMakePeriod(Cannot):
    """The period exists already, or its days make no sense."""


@action
def make_period(
    *,
    actor: Actor,
    kind: str,
    year: int,
    label: str = "",
    since: date | None = None,
    until: date | None = None,
    closes_on: date | None = None,
) -> Period:
    """A calendar or school year needs only its year; what papers call it and its days follow."""
    require(policy.may_set_common_things(actor))
    first, after = usual_days(kind, year)
    label, since, until = clean(label) or usual_label(kind, year), since or first, until or after
    _refuse_bad_period(kind, label, since, until, closes_on)
    return Period.objects.create(
        kind=kind, year=year, label=label, since=since, until=until, closes_on=closes_on
    )


def usual_label(kind: str, year: int) -> str:
    """As papers print it, in Vietnamese whatever the language of the screen."""
    labels = {YearKind.CALENDAR: f"năm {year}", YearKind.SCHOOL: f"năm học {year - 1}{DASH}{year}"}
    if kind not in labels:
        raise CannotMakePeriod(_("Say what papers call this period."), field="label")
    return labels[YearKind(kind)]


def usual_days(kind: str, year: int) -> tuple[date, date]:
    """A school year runs from September; its files are due in June, before it is over."""
    if kind == YearKind.SCHOOL:
        return date(year - 1, 9, 1), date(year, 9, 1)
    return date(year, 1, 1), date(year + 1, 1, 1)


def _refuse_bad_period(kind: str, label: str, since: date, until: date, closes_on: date | None) -> None:
    if until <= since:
        raise CannotMakePeriod(_("The last day must come after the first."), field="until")
    if closes_on is not None and closes_on < since:
        raise CannotMakePeriod(_("Files are not due before the period begins."), field="closes_on")
    if Period.objects.filter(kind=kind, label=label).exists():
        raise CannotMakePeriod(_("There is a period “%s” already.") % label, field="label")


@action
def change_period(*, actor: Actor, period: Period, closes_on: date | None, label: str) -> None:
    """Its days are not moved once files count on them; its name on papers and the due day may be."""
    require(policy.may_set_common_things(actor))
    label = clean(label)
    if Period.objects.filter(kind=period.kind, label=label).exclude(pk=period.pk).exists():
        raise CannotMakePeriod(_("There is a period “%s” already.") % label, field="label")
    if closes_on is not None and closes_on < period.since:
        raise CannotMakePeriod(_("Files are not due before the period begins."), field="closes_on")
    period.label, period.closes_on = label, closes_on
    period.save(update_fields=["label", "closes_on"])
