"""Units say where they stand: by a form for one month, or with one paste for several."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.drafts import ReportDraft
from thidua.modules.campaigns.models import Campaign, ProgressReport, Reading
from thidua.modules.campaigns.periods import periods_of
from thidua.modules.files import api as files
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotReport(Cannot):
    """The figures are not of this campaign, or of a month that cannot be reported."""


@action
def report(
    *,
    campaign: Campaign,
    organisation: Organisation,
    drafts: Iterable[ReportDraft],
    actor: Actor,
    on: date,
    now: datetime,
) -> list[ProgressReport]:
    """All of them or none. Reported again, a figure is replaced; the history keeps the earlier one."""
    row = held(campaign)
    require(policy.may_report(actor, row))
    _refuse_strangers(row, organisation, actor)
    known = set(row.indicators.values_list("pk", flat=True))
    open_periods = periods_of(row, on)
    said = said_by(actor, on, now)
    reports = []
    for draft in sorted(drafts, key=lambda draft: draft.period):
        if draft.period not in open_periods:
            raise CannotReport(_("Choose a month or quarter of the campaign that has begun."), field="period")
        if draft.values.keys() - known:
            raise CannotReport(_("A figure belongs to no indicator of this campaign."))
        reports.append(keep(row, organisation, draft, said))
    mark_movement(row, organisation)
    return reports


def said_by(actor: Actor, on: date, now: datetime, *, entered_for: bool = False) -> dict[str, Any]:
    return {
        "reported_on": on,
        "reported_by_id": actor.user_id,
        "reported_at": now,
        "entered_for": entered_for,
    }


def _refuse_strangers(campaign: Campaign, organisation: Organisation, actor: Actor) -> None:
    """The campaign's own organisation, or a unit that it has reached and for which the actor may speak."""
    if organisation.pk == campaign.organisation_id and actor.covers(campaign.organisation_id):
        return
    require(policy.may_prepare(actor, organisation.pk))
    if not campaign.units.filter(organisation=organisation).exists():
        raise CannotReport(_("This campaign has not reached the unit, or it is over."))


def keep(
    campaign: Campaign, organisation: Organisation, draft: ReportDraft, said: dict[str, Any]
) -> ProgressReport:
    words = {name: text for name, text in (("note", draft.note.strip()), ("link", draft.link)) if text}
    row, _is_new = ProgressReport.objects.update_or_create(
        campaign=campaign, organisation=organisation, period=draft.period, defaults=said | words
    )
    there = {one.indicator_id: one for one in row.readings.all()}
    for pk, value in draft.values.items():
        one = there.get(pk) or Reading(report=row, indicator_id=pk)
        if one.value != value:
            one.value = value
            one.save()
    return row


def mark_movement(campaign: Campaign, organisation: Organisation) -> None:
    """A report moves when some figure differs from the last one known before it; the first, from the baseline."""
    last = dict(campaign.indicators.values_list("pk", "baseline"))
    rows = campaign.reports.filter(organisation=organisation).order_by("period")
    for row in rows.prefetch_related("readings"):
        figures = {one.indicator_id: one.value for one in row.readings.all()}
        moved = any(last.get(pk) != value for pk, value in figures.items())
        last |= figures
        if row.moved != moved:
            row.moved = moved
            row.save(update_fields=["moved"])


@action
def attach_evidence(
    *, report: ProgressReport, content: bytes, name: str, actor: Actor, now: datetime
) -> ProgressReport:
    """A file that shows the figures: minutes, photos, a list."""
    require(policy.may_report(actor, report.campaign))
    report.file = files.store(
        content=content,
        name=name,
        organisation=report.organisation,
        subject=f"progress:{report.pk}",
        actor=actor,
        now=now,
    )
    report.save(update_fields=["file"])
    return report
