"""A model is written, put forward, reviewed, offered to all units, and one day followed no longer."""

from dataclasses import asdict
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.campaigns import api as campaigns
from thidua.modules.files.api import store
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.replication import policy
from thidua.modules.replication.drafts import ModelDraft
from thidua.modules.replication.models import ModelProof, ModelState, ModelStep, PracticeModel
from thidua.modules.replication.states import WORKFLOW

MOST_PROOFS = 60


class CannotWrite(Cannot):
    """What was entered of a model is not complete or contradicts itself."""


def subject_of(model: PracticeModel) -> str:
    """How files name this model."""
    return f"model:{model.pk}"


@action
def begin(
    *, organisation: Organisation, draft: ModelDraft, actor: Actor, on: date, now: datetime
) -> PracticeModel:
    require(policy.may_write(actor, organisation.pk))
    model = PracticeModel(organisation=organisation, entered_on=on, made_by_id=actor.user_id, made_at=now)
    _describe(model, draft, actor)
    model.save()
    passed(model, ModelState.DRAFT, actor, on=on, now=now)
    return model


@action
def change(*, model: PracticeModel, draft: ModelDraft, version: int, actor: Actor) -> PracticeModel:
    """Raises Conflict with both texts when somebody saved in between."""
    held = locked(model)
    require(policy.may_change(actor, held))
    values = asdict(draft)
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in values}, mine=values)
    _describe(held, draft, actor)
    held.version += 1
    held.save()
    return held


def _describe(model: PracticeModel, draft: ModelDraft, actor: Actor) -> None:
    for name, value in asdict(draft).items():
        setattr(model, name, value.strip() if isinstance(value, str) else value)
    model.name = clean(draft.name)
    if not model.name:
        raise CannotWrite(_("Give the model a name."), field="name")
    if draft.campaign_id and not campaigns.visible_to(actor).filter(pk=draft.campaign_id).exists():
        raise CannotWrite(_("Choose a campaign of this unit, or one that has reached it."), field="campaign")
    model.search = fold(f"{model.name} {model.novelty} {model.solutions} {model.organisation.name}")


@action
def move(
    *, model: PracticeModel, step: str, actor: Actor, on: date, now: datetime, reason: str = ""
) -> PracticeModel:
    held = locked(model)
    require(policy.may_step(actor, held, step))
    if WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Say why: it is kept with its day."), field="reason")
    if held.proposed_on is None and WORKFLOW.by_name[step].target == ModelState.PROPOSED:
        held.proposed_on = on
        held.save(update_fields=["proposed_on"])
    if held.shared_on is not None:  # what leaves the catalogue is shared no longer
        held.shared_on = None
        held.save(update_fields=["shared_on"])
    WORKFLOW.move(held, step)
    passed(held, step, actor, on=on, now=now, note=reason)
    publish(f"replication.{step}", held.pk)
    return held


@action
def review(
    *, model: PracticeModel, verdict: str, reason: str, actor: Actor, on: date, now: datetime
) -> PracticeModel:
    """The pilots have ended: is the model worth replicating, not yet, or not?"""
    held = locked(model)
    require(policy.may_step(actor, held, "review"))
    if not reason.strip():
        raise CannotMove(_("Say why the review comes to this conclusion."), field="reason")
    held.verdict, held.verdict_reason, held.reviewed_on = verdict, reason.strip(), on
    held.save(update_fields=["verdict", "verdict_reason", "reviewed_on"])
    note = f"{held.get_verdict_display()}: {held.verdict_reason}"
    return move(model=held, step="review", actor=actor, on=on, now=now, reason=note)


@action
def attach(
    *,
    model: PracticeModel,
    label: str,
    actor: Actor,
    now: datetime,
    content: bytes | None = None,
    name: str = "",
    link: str = "",
) -> ModelProof:
    """A file (its bytes and name) or a link."""
    held = locked(model)
    require(policy.may_change(actor, held))
    if (content is None) == (not link):
        raise CannotWrite(_("Attach a file or give a link, not both."), field="file")
    if held.proofs.count() >= MOST_PROOFS:
        raise CannotWrite(
            _("A model holds at most %(n)s files and links.") % {"n": MOST_PROOFS}, field="file"
        )
    kept = None
    if content is not None:
        owner, subject = held.organisation, subject_of(held)
        kept = store(content=content, name=name, organisation=owner, subject=subject, actor=actor, now=now)
    words = clean(label) or clean(name) or link
    return ModelProof.objects.create(model=held, label=words[:200], file=kept, link=_address(link))


def _address(link: str) -> str:
    try:
        if link:
            URLValidator(schemes=["http", "https"])(link)
    except ValidationError as error:
        raise CannotWrite(
            _("Give the whole address of the page, for example https://…"), field="link"
        ) from error
    return link


@action
def detach(*, proof: ModelProof, actor: Actor) -> None:
    """The stored bytes stay with their own record."""
    require(policy.may_change(actor, locked(proof.model)))
    proof.delete()


def passed(model: PracticeModel, step: str, actor: Actor, *, on: date, now: datetime, note: str = "") -> None:
    ModelStep.objects.create(
        model=model, step=step, on=on, note=note.strip(), made_by_id=actor.user_id, made_at=now
    )


def locked(model: PracticeModel) -> PracticeModel:
    rows = PracticeModel.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=model.pk)
