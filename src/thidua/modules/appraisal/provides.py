"""What the appraisal offers to the dossier's page, the home page and the menu."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.kernel.days import WorkingCalendar
from thidua.modules.appraisal import policy, queries
from thidua.modules.appraisal.models import Appraisal, AppraisalState
from thidua.modules.dossiers.api import Clock, PageAction, StepNote
from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.organisations.api import Actor, working_calendar

SHOWN = 20


def clocks(dossier_ids: Iterable[int], on: date) -> Iterator[Clock]:
    """The running clocks of these dossiers; a concluded appraisal has none."""
    rows = Appraisal.objects.filter(dossier__in=list(dossier_ids)).exclude(state=AppraisalState.CONCLUDED)
    calendar = working_calendar()
    for row in rows.prefetch_related("pauses"):
        yield _clock(row, calendar, on)


def _clock(row: Appraisal, calendar: WorkingCalendar, on: date) -> Clock:
    """While it stands still, the due day is the one it would have if it went on today."""
    reading = queries.reading_of(row, on=on, calendar=calendar)
    due_on = reading.due_on or calendar.add(on, reading.n_left)
    return Clock(row.dossier_id, due_on, reading.n_left, is_paused=row.state == AppraisalState.WAITING)


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for file in queries.to_receive(actor)[:SHOWN]:
        url = reverse("appraisal_receive", args=[file.pk])
        yield WaitingItem(file.title, url, _("To be received"), file.organisation.name)
    running = queries.visible_to(actor).filter(state=AppraisalState.OPEN)
    for row in running.filter(queries.mine_or_nobodys(actor)).order_by(F("due_on").asc(), "id")[:SHOWN]:
        url = reverse("appraisal_show", args=[row.pk])
        yield WaitingItem(row.dossier.title, url, _("Appraisal"), row.dossier.code, row.due_on)


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "appraisal_list", queries.to_receive(actor)
    running = queries.visible_to(actor).filter(state=AppraisalState.OPEN)
    yield "appraisal_list", running.filter(queries.mine_or_nobodys(actor))


def actions(actor: Actor, dossier: Dossier, on: date) -> Iterator[PageAction]:  # noqa: ARG001 -- slot
    if dossier.state == DossierState.SENT and policy.may_receive(actor, dossier):
        yield PageAction(_("Receive"), reverse("appraisal_receive", args=[dossier.pk]), is_primary=True)
    row = queries.visible_to(actor).filter(dossier=dossier).first()
    if row and dossier.state != DossierState.SENT:
        is_here = dossier.state == DossierState.APPRAISAL and bool(policy.may_examine(actor, row))
        yield PageAction(_("Appraisal"), reverse("appraisal_show", args=[row.pk]), is_primary=is_here)


def notes(actor: Actor, dossier: Dossier, on: date) -> Iterator[StepNote]:  # noqa: ARG001 -- slot
    row = Appraisal.objects.filter(dossier=dossier).first()
    if row and row.concluded_on:
        yield StepNote("appraisal", _("concluded %(day)s") % {"day": _day(row.concluded_on)})
    elif row:
        yield StepNote("appraisal", _("received %(day)s") % {"day": _day(row.received_on)})


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
