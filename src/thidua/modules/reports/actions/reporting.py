"""A report is drawn up, approved and sent with its figures locked; a form is asked for; a table is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, composed
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind, SigningAuthority
from thidua.modules.reports import policy
from thidua.modules.reports.counting import ALL, behind
from thidua.modules.reports.definitions import Definition, StateForm
from thidua.modules.reports.letters import report_letter
from thidua.modules.reports.models import DueForm, Report, SavedTable
from thidua.modules.reports.periods import Span
from thidua.modules.reports.queries import now_of, scope_of
from thidua.modules.reports.sources import SOURCES
from thidua.modules.reports.states import WORKFLOW


class CannotReport(Cannot):
    """There is such a report already, or the form did not stand in that period."""


class CannotKeep(Cannot):
    """The table asks for what no source has."""


@action
def draw_up(
    *, organisation: Organisation, form: StateForm, span: Span, actor: Actor, now: datetime
) -> Report:
    require(policy.may_draw(actor))
    if span.until <= form.since:
        raise CannotReport(
            _("The form stands since %(day)s only.") % {"day": f"{form.since:%d/%m/%Y}"}, field="span"
        )
    if form.until and span.until > form.until:
        raise CannotReport(
            _("The form stood until %(day)s only.") % {"day": f"{form.until:%d/%m/%Y}"}, field="span"
        )
    if Report.objects.filter(organisation=organisation, form=form.slug, span=span.name).exists():
        raise CannotReport(_("There is such a report already: open it."), field="span")
    return Report.objects.create(
        organisation=organisation,
        form=form.slug,
        title=form.title,
        definition=form.definition.to_json(),
        span=span.name,
        since=span.since,
        until=span.until,
        made_by_id=actor.user_id,
        made_at=now,
    )


@action
def explain(*, report: Report, note: str, actor: Actor) -> Report:
    held = _held(report)
    require(policy.may_change(actor, held))
    held.note = composed(note)
    held.save(update_fields=["note"])
    return held


@action
def step(*, report: Report, name: str, actor: Actor, now: datetime, reason: str = "") -> Report:
    """Put before the leader, hand back; `send` counts once more and locks what it counted."""
    held = _held(report)
    require(policy.may_step(actor, held, name))
    if WORKFLOW.by_name[name].needs_reason and not clean(reason):
        raise CannotReport(_("Give the reason: it is kept in the history."), field="reason")
    held.last_remark = clean(reason)[:300]
    if name == "send":
        _lock(held, actor, now)
    held.save()
    WORKFLOW.move(held, name)
    if name == "send":
        events.publish("reports.sent", held.pk)
    return held


def _lock(report: Report, actor: Actor, now: datetime) -> None:
    on = civil_day(now)
    figures = now_of(report, on)
    rows = behind(Definition.from_json(report.definition), scope_of(report, on), ALL, ALL)
    report.figures, report.sha256 = figures.to_json(), figures.digest()
    report.ids = sorted(rows.values_list("pk", flat=True))
    report.sent_at, report.sent_by_id = now, actor.user_id


@action
def replace(*, report: Report, actor: Actor, now: datetime) -> Report:
    """A new version, drawn up from what the records say now; what was sent stays."""
    require(policy.may_replace(actor, report))
    return Report.objects.create(
        organisation_id=report.organisation_id,
        form=report.form,
        title=report.title,
        definition=report.definition,
        span=report.span,
        since=report.since,
        until=report.until,
        version=report.version + 1,
        replaces=report,
        note=report.note,
        made_by_id=actor.user_id,
        made_at=now,
    )


@action
def draw_paper(*, report: Report, signer: SigningAuthority | None, actor: Actor, now: datetime) -> Paper:
    require(policy.may_print(actor, report))
    return papers.draw(
        kind=PaperKind.STATISTICS,
        letter=report_letter(report, signer, civil_day(now)),
        subject=f"report:{report.pk}",
        title=f"{report.title}, {report.span}",
        organisation=report.organisation,
        actor=actor,
        now=now,
    )


@action
def ask_for(*, form: StateForm, values: Mapping[str, Any], actor: Actor, now: datetime) -> DueForm:
    require(policy.may_ask(actor))
    row = DueForm(organisation=own(actor), form=form.slug, made_at=now, **values)
    row.full_clean()
    row.save()
    return row


@action
def ask_no_more(*, due: DueForm, actor: Actor) -> None:
    require(policy.may_ask(actor))
    due.delete()


@action
def keep(*, title: str, definition: Definition, is_shared: bool, actor: Actor, now: datetime) -> SavedTable:
    require(policy.may_save(actor))
    refuse_unknown(definition)
    return SavedTable.objects.create(
        organisation=own(actor),
        title=clean(title),
        definition=definition.to_json(),
        is_shared=is_shared,
        made_by=User.objects.get(pk=actor.user_id or 0),
        made_at=now,
    )


def own(actor: Actor) -> Organisation:
    """The policy has refused whoever acts for none."""
    assert actor.organisation is not None
    return actor.organisation


def refuse_unknown(definition: Definition) -> None:
    known = SOURCES[definition.source].dimensions
    asked = {definition.rows, *definition.bands, *definition.filters}
    if not asked <= known.keys():
        raise CannotKeep(_("This source is not counted by what was chosen: choose again."))


@action
def drop(*, table: SavedTable, actor: Actor) -> None:
    require(policy.may_drop(actor, table))
    table.delete()


def _held(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=report.pk)
