"""Models that spread, one that nobody followed yet, and others on the way: every state of their life."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from thidua.modules.campaigns.api import fields_for
from thidua.modules.campaigns.models import Campaign
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.replication.actions import adoptions, effects, pilots, sharing
from thidua.modules.replication.actions import models as actions
from thidua.modules.replication.drafts import LessonDraft, MeasureDraft, ModelDraft
from thidua.modules.replication.models import Adoption, Pilot, PracticeModel
from thidua.site.sample.stage import Stage

STORIES = Path(__file__).parent / "models.yaml"
TO_PROPOSE, TO_BEGIN, TO_REVIEW, TO_LIST = (timedelta(days=n) for n in (5, 12, 8, 3))
Story = dict[str, Any]


def load_models(stage: Stage) -> None:
    for story in yaml.safe_load(STORIES.read_text(encoding="utf-8")):
        _tell(stage, story)


def _tell(stage: Stage, story: Story) -> None:
    began, end = stage.ago(story["began"]), story["end"]
    model = _begun(stage, story, began)
    if end == "draft":
        return
    head = stage.of_unit(story["unit"], Role.UNIT_HEAD, began)
    _step(stage, model, "propose", head, began + TO_PROPOSE)
    if end == "proposed":
        return
    day = _piloted(stage, model, story, began + TO_BEGIN)
    if end == "pilot":
        return
    _reviewed(stage, model, story, day + TO_REVIEW)
    if end in {"not_yet", "no"}:
        return
    _step(stage, model, "list", _desk(stage, day), day + TO_REVIEW + TO_LIST)
    if story.get("shared"):
        _shared(stage, model, day + TO_REVIEW + TO_LIST)
    for adopter in story["adopters"]:
        _followed(stage, model, adopter)
    if end == "retired":
        n_days, reason = story["retired"]
        _step(stage, model, "retire", _desk(stage, stage.ago(n_days)), stage.ago(n_days), reason)


def _shared(stage: Stage, model: PracticeModel, on: date) -> None:
    """Its own commune has it in the catalogue; the whole province reads it, and another ward applies it."""
    sharing.share(model=model, actor=_desk(stage, on), on=on, now=stage.at(on))


def _desk(stage: Stage, on: date) -> Actor:
    return stage.actor("chuyenvien", on)


def _begun(stage: Stage, story: Story, on: date) -> PracticeModel:
    unit = stage.units[story["unit"]]
    names = ("name", "novelty", "solutions", "conditions", "cost")
    said = {name: story[name] for name in names if name in story}
    if "field" in story:
        said["field_id"] = fields_for(unit.pk, stage.on)[story["field"]].pk
    if "campaign" in story:
        said["campaign_id"] = Campaign.objects.get(name=story["campaign"], organisation=stage.units["P"]).pk
    return actions.begin(
        organisation=unit,
        draft=ModelDraft(**said),
        actor=stage.of_unit(story["unit"], Role.UNIT_OFFICER, on),
        on=on,
        now=stage.at(on),
    )


def _step(  # noqa: PLR0917
    stage: Stage, model: PracticeModel, step: str, actor: Actor, on: date, reason: str = ""
) -> None:
    actions.move(model=model, step=step, actor=actor, on=on, now=stage.at(on), reason=reason)


def _piloted(stage: Stage, model: PracticeModel, story: Story, on: date) -> date:
    """Gives the day on which the last pilot ended."""
    chosen = [(_chosen(stage, model, plan, on), plan) for plan in story["pilots"]]
    _step(stage, model, "pilot", _desk(stage, on), on)
    return max(_tried(stage, pilot, plan) for pilot, plan in chosen)


def _chosen(stage: Stage, model: PracticeModel, plan: Story, on: date) -> Pilot:
    return pilots.choose(
        model=model,
        organisation=stage.units[plan["unit"]],
        since=on + timedelta(days=3),
        until=on + timedelta(days=plan["days"]),
        actor=_desk(stage, on),
        on=on,
        now=stage.at(on),
    )


def _tried(stage: Stage, pilot: Pilot, plan: Story) -> date:
    end = min(pilot.until, stage.on)
    head = stage.of_unit(plan["unit"], Role.UNIT_HEAD, end)
    draft = _measure(plan["measure"], pilot.since, end)
    effects.add_measure(place=pilot, draft=draft, actor=head, on=end)
    for kind, text, whom in plan["lessons"]:
        lesson = LessonDraft(kind=kind, text=text, for_whom=whom)
        effects.note_lesson(place=pilot, draft=lesson, actor=head, on=end)
    if not plan.get("running"):
        pilots.end(pilot=pilot, step="conclude", reason=plan["conclusion"], actor=head, on=end)
    return end


def _measure(said: Story, before_on: date, after_on: date) -> MeasureDraft:
    source = said.get("source", "Báo cáo của đơn vị")
    draft = MeasureDraft(
        name=said["name"],
        unit=said["unit"],
        aim=said["aim"],
        before=Decimal(str(said["before"])),
        before_on=before_on,
        before_by="Cán bộ phụ trách của đơn vị",
        before_source=source,
    )
    if "after" not in said:
        return draft
    after = {"after": Decimal(str(said["after"])), "after_on": after_on, "after_source": source}
    return replace(draft, after_by="Cán bộ phụ trách của đơn vị", **after)


def _reviewed(stage: Stage, model: PracticeModel, story: Story, on: date) -> None:
    verdict, reason = story["verdict"]
    actions.review(
        model=model, verdict=verdict, reason=reason, actor=_desk(stage, on), on=on, now=stage.at(on)
    )


def _followed(stage: Stage, model: PracticeModel, plan: Story) -> None:
    since, said = stage.ago(plan["ago"]), plan["measure"]
    head = stage.of_unit(plan["unit"], Role.UNIT_HEAD, since)
    adoption = adoptions.adopt(
        model=model,
        organisation=stage.units[plan["unit"]],
        since=since,
        learnt_from=stage.units[plan["from"]] if "from" in plan else None,
        way=plan.get("way", ""),
        measure=_measure({name: said[name] for name in ("name", "unit", "aim", "before")}, since, since),
        actor=head,
        on=since,
        now=stage.at(since),
    )
    if "after" in said:
        _measured(stage, adoption, plan)
    if "withdrawn" in plan:
        day = stage.ago(plan["withdrawn"])
        ending = stage.of_unit(plan["unit"], Role.UNIT_HEAD, day)
        adoptions.withdraw(adoption=adoption, ended_on=day, reason=plan["reason"], actor=ending, on=day)


def _measured(stage: Stage, adoption: Adoption, plan: Story) -> None:
    on = adoption.since + timedelta(days=plan["measure"]["after_days"])
    officer = stage.of_unit(plan["unit"], Role.UNIT_OFFICER, on)
    draft = _measure(plan["measure"], adoption.since, on)
    measure = adoption.measures.get()
    effects.change_measure(measure=measure, draft=draft, actor=officer, on=on)
