"""What reports offer to the home page, the menu and the store of papers."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.privacy.api import Section, section
from thidua.modules.reports import queries
from thidua.modules.reports.models import Report, ReportState, Staff
from thidua.modules.reports.states import APPROVES, DRAWS

SHOWN = 20
BEFORE = timedelta(days=15)


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    """What waits for the leader; what is due within two weeks, and was not sent."""
    for row in _at_leader(actor)[:SHOWN]:
        url = reverse("reports_show", args=[row.pk])
        yield WaitingItem(
            _("Approve the report: %(title)s") % {"title": row.title}, url, _("Reports"), row.span
        )
    if actor.has(*DRAWS) and actor.organisation_id:
        for one in queries.due(actor.organisation_id, on)[:SHOWN]:
            if one.on - BEFORE <= on:
                asked = urlencode({"bieu": one.form.slug, "ky": one.span.name})
                label = _("Report due: %(title)s, %(span)s") % {
                    "title": one.form.title,
                    "span": one.span.label,
                }
                yield WaitingItem(
                    label, f"{reverse('reports_new')}?{asked}", _("Reports"), one.form.code, one.on
                )


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "reports_list", _at_leader(actor)


def _at_leader(actor: Actor) -> QuerySet[Report]:
    if not actor.has(*APPROVES):
        return Report.objects.none()
    rows = Report.objects.filter(organisation=actor.organisation_id, state=ReportState.AT_LEADER)
    return rows.order_by("pk")


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    kind, _colon, key = paper.subject.partition(":")
    if kind != "report" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = Staff.objects.filter(person__in=ids).select_related("organisation").order_by("pk")
    yield from section(
        _("Who works on emulation and commendation"),
        rows,
        "organisation",
        "education",
        "is_full_time",
        "since",
        "until",
    )
