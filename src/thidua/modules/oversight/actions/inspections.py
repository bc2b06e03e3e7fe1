"""An inspection from the plan to the end of its follow-up."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight import letters, policy
from thidua.modules.oversight.actions.remedies import RemedyDraft, kept
from thidua.modules.oversight.checklist import lines_for
from thidua.modules.oversight.models import (
    Inspection,
    InspectionFinding,
    InspectionItem,
    InspectionKind,
    InspectionPlan,
    InspectionStep,
    Sampled,
)
from thidua.modules.oversight.sampling import drawn
from thidua.modules.oversight.states import INSPECTION
from thidua.modules.papers.api import draw
from thidua.modules.papers.models import Paper, PaperKind


class CannotInspect(Cannot):
    """What is typed of an inspection is not complete, or contradicts itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionDraft:
    """What is typed of an inspection; `until` is the day after the last of the records."""

    organisation: Organisation
    kind: str
    title: str
    team: str = ""
    since: date
    until: date
    begins_on: date
    ends_on: date
    n_sampled: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDraft:
    kind: str
    text: str
    item: InspectionItem | None = None
    dossier: Dossier | None = None
    entry_place: str = ""
    recommendation: str = ""
    due_on: date | None = None


def inspection_subject(row: Inspection) -> str:
    return f"inspection:{row.pk}"


def inspection_plan_subject(row: InspectionPlan) -> str:
    return f"inspection_plan:{row.pk}"


@action
def plan_inspection(
    *, body: Organisation, draft: InspectionDraft, actor: Actor, on: date, now: datetime
) -> Inspection:
    """Its checklist and sample are made at once; they can be made again until the work begins."""
    row = Inspection(body=body, kind=draft.kind, made_by_id=actor.user_id, made_at=now)
    row.organisation = draft.organisation
    require(policy.may_inspect(actor, row))
    _fill(row, draft)
    if row.kind != InspectionKind.SELF:
        row.plan = _plan_of(body, draft.begins_on.year)
    row.seed = f"{draft.begins_on:%Y}-{body.pk}-{now:%Y%m%d%H%M%S}"
    row.save()
    _prepare(row)
    _remember(row, "plan", row.title, actor, on, now)
    return row


def _plan_of(body: Organisation, year: int) -> InspectionPlan:
    plan, _is_new = InspectionPlan.objects.get_or_create(organisation=body, year=year)
    return plan


def _fill(row: Inspection, draft: InspectionDraft) -> None:
    if not clean(draft.title):
        raise CannotInspect(_("Say what is inspected."), field="title")
    if draft.until <= draft.since:
        raise CannotInspect(_("The last day cannot lie before the first."), field="last_on")
    if draft.ends_on < draft.begins_on:
        raise CannotInspect(_("The last day cannot lie before the first."), field="ends_on")
    if draft.kind == InspectionKind.SELF and row.body_id != draft.organisation.pk:
        raise CannotInspect(_("A unit inspects itself."), field="organisation")
    row.title, row.team = clean(draft.title), draft.team.strip()
    row.since, row.until = draft.since, draft.until
    row.begins_on, row.ends_on, row.n_sampled = draft.begins_on, draft.ends_on, draft.n_sampled


def _prepare(row: Inspection) -> None:
    """Checklist and sample as the records and the seed give them."""
    row.items.all().delete()
    row.sample.all().delete()
    for place, line in enumerate(lines_for(row), 1):
        InspectionItem.objects.create(
            inspection=row,
            place=place,
            code=line.code,
            text=line.text,
            cite=line.cite,
            confidence=line.confidence,
        )
    for place, key in enumerate(drawn(row.seed, candidates_of(row), row.n_sampled), 1):
        Sampled.objects.create(inspection=row, dossier_id=key, place=place)


def candidates_of(row: Inspection) -> list[int]:
    """Dossiers that the unit sent in the period."""
    sent = Dossier.objects.filter(
        organisation=row.organisation_id, sent_on__gte=row.since, sent_on__lt=row.until
    )
    return list(sent.order_by("pk").values_list("pk", flat=True))


def _remember(  # noqa: PLR0917
    row: Inspection, step: str, note: str, actor: Actor, on: date, now: datetime
) -> None:
    InspectionStep.objects.create(
        inspection=row, step=step, note=note.strip(), on=on, made_by_id=actor.user_id, made_at=now
    )


def _held(row: Inspection) -> Inspection:
    rows = Inspection.objects.select_for_update(of=("self",))
    return rows.select_related("body", "organisation").get(pk=row.pk)


@action
def change_inspection(*, row: Inspection, draft: InspectionDraft, version: int, actor: Actor) -> Inspection:
    """Until the work begins. Raises Conflict with both texts when somebody saved in between."""
    held = _held(row)
    require(policy.may_prepare_inspection(actor, held))
    if version != held.version:
        raise Conflict(
            theirs={"title": held.title, "team": held.team}, mine={"title": draft.title, "team": draft.team}
        )
    _fill(held, draft)
    held.version += 1
    held.save()
    _prepare(held)
    return held


@action
def examine(*, item: InspectionItem | Sampled, result: str, note: str, actor: Actor) -> None:
    require(policy.may_examine(actor, _held(item.inspection)))
    if result == "not_met" and not clean(note):
        raise CannotInspect(_("Say what is not in order."), field="note")
    item.result, item.note = result, clean(note)
    item.save(update_fields=["result", "note"])


@action
def add_finding(*, inspection: Inspection, draft: FindingDraft, actor: Actor) -> InspectionFinding:
    held = _held(inspection)
    require(policy.may_examine(actor, held))
    if not draft.text.strip():
        raise CannotInspect(_("Say what was found."), field="text")
    if draft.recommendation.strip() and draft.due_on is None:
        raise CannotInspect(_("Say by when the recommendation is to be carried out."), field="due_on")
    return InspectionFinding.objects.create(
        inspection=held,
        item=draft.item,
        dossier=draft.dossier,
        entry_place=clean(draft.entry_place),
        kind=draft.kind,
        text=draft.text.strip(),
        recommendation=draft.recommendation.strip(),
        due_on=draft.due_on,
    )


@action
def drop_finding(*, finding: InspectionFinding, actor: Actor) -> None:
    require(policy.may_examine(actor, _held(finding.inspection)))
    finding.delete()


@action
def write_conclusion(
    *, row: Inspection, conclusion: str, number: str, concluded_on: date | None, actor: Actor
) -> Inspection:
    held = _held(row)
    require(policy.may_examine(actor, held))
    held.conclusion, held.number, held.concluded_on = conclusion.strip(), clean(number), concluded_on
    held.version += 1
    held.save()
    return held


@action
def step_inspection(
    *, row: Inspection, step: str, reason: str, actor: Actor, on: date, now: datetime
) -> Inspection:
    """At its conclusion each recommendation becomes a shortcoming that is followed up."""
    held = _held(row)
    require(policy.may_step_inspection(actor, held, step))
    if INSPECTION.by_name[step].needs_reason and not clean(reason):
        raise CannotMove(_("Say it in a sentence or two."), field="reason")
    INSPECTION.move(held, step)
    if step == "conclude":
        _follow_up(held, actor, on, now)
    _remember(held, step, reason, actor, on, now)
    publish(f"oversight.inspection_{step}", held.pk, on=on.isoformat())
    return held


def _follow_up(row: Inspection, actor: Actor, on: date, now: datetime) -> None:
    wanted = row.findings.filter(shortcoming=None).exclude(recommendation="").order_by("pk")
    for finding in wanted:
        draft = RemedyDraft(
            title=finding.text[:300],
            organisation=row.organisation,
            cause=_("Found by an inspection: %(title)s.") % {"title": row.title},
            measure=finding.recommendation,
            owner=row.organisation,
            due_on=max(finding.due_on or on, on),
        )
        finding.shortcoming = kept(draft, row.body, None, actor, on, now)
        finding.save(update_fields=["shortcoming"])


@action
def write_inspection_plan(
    *,
    plan: InspectionPlan,
    aim: str,
    carrying_out: str,
    number: str,
    issued_on: date | None,
    version: int,
    actor: Actor,
) -> InspectionPlan:
    held = (
        InspectionPlan.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=plan.pk)
    )
    require(policy.may_oversee(actor, held.organisation_id))
    mine = {"aim": aim.strip(), "carrying_out": carrying_out.strip(), "number": clean(number)}
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in mine}, mine=mine)
    if mine["number"] and issued_on is None:
        raise CannotInspect(_("Enter the day of the plan beside its number."), field="issued_on")
    for name, text in mine.items():
        setattr(held, name, text)
    held.issued_on, held.version = issued_on, held.version + 1
    held.save()
    return held


@action
def draw_inspection_plan(*, plan: InspectionPlan, actor: Actor, on: date, now: datetime) -> Paper:
    require(policy.may_oversee(actor, plan.organisation_id))
    return draw(
        kind=PaperKind.INSPECTION_PLAN,
        letter=letters.inspection_plan(plan, on),
        subject=inspection_plan_subject(plan),
        title=f"Kế hoạch kiểm tra, giám sát năm {plan.year}",
        organisation=plan.organisation,
        actor=actor,
        now=now,
    )


@action
def draw_conclusion(*, row: Inspection, actor: Actor, on: date, now: datetime) -> Paper:
    require(policy.may_inspect(actor, row))
    return draw(
        kind=PaperKind.INSPECTION_CONCLUSION,
        letter=letters.conclusion(row, on),
        subject=inspection_subject(row),
        title=f"Kết luận kiểm tra {row.organisation.name}",
        organisation=row.body,
        actor=actor,
        now=now,
    )
