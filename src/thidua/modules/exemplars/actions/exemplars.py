"""An exemplar is found, verified, nurtured, commended, publicised, replicated."""

from dataclasses import asdict
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.exemplars import policy
from thidua.modules.exemplars.drafts import ExemplarDraft
from thidua.modules.exemplars.models import Consent, Exemplar, ExemplarState, Milestone, Visit
from thidua.modules.exemplars.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Household, Person

RECORDS: dict[str, type[Person | Collective | Household]] = {
    "person": Person,
    "collective": Collective,
    "household": Household,
}


class CannotRecord(Cannot):
    """What was entered contradicts itself."""


@action
def discover(
    *,
    organisation: Organisation,
    draft: ExemplarDraft,
    actor: Actor,
    on: date,
    now: datetime,
    found_on: date | None = None,
) -> Exemplar:
    """Somebody of the unit knows of it: with a tip or without."""
    require(policy.may_triage(actor, organisation.pk))
    exemplar = Exemplar(
        organisation=organisation, found_on=found_on or on, made_by_id=actor.user_id, made_at=now
    )
    _describe(exemplar, draft)
    exemplar.save()
    _passed(exemplar, "found", actor, on=exemplar.found_on, now=now)
    return exemplar


@action
def change(*, exemplar: Exemplar, draft: ExemplarDraft, version: int, actor: Actor) -> Exemplar:
    """Raises Conflict with both texts when somebody saved in between."""
    held = _held(exemplar)
    require(policy.may_change(actor, held))
    values = asdict(draft)
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in values}, mine=values)
    _describe(held, draft)
    held.version += 1
    held.save()
    return held


def _describe(exemplar: Exemplar, draft: ExemplarDraft) -> None:
    for name, value in asdict(draft).items():
        setattr(exemplar, name, value)
    exemplar.name, exemplar.deed_place = clean(draft.name), clean(draft.deed_place)
    if draft.deed_on > exemplar.found_on:
        raise CannotRecord(_("A deed cannot be found before it was done."), field="deed_on")
    _refuse_strangers(exemplar, draft)
    exemplar.search = fold(
        f"{exemplar.name} {exemplar.deed_place} {exemplar.deed} {exemplar.organisation.name}"
    )


def _refuse_strangers(exemplar: Exemplar, draft: ExemplarDraft) -> None:
    """The record chosen is of the kind said, and of the same unit."""
    chosen = {kind: pk for kind in RECORDS if (pk := getattr(draft, f"{kind}_id"))}
    if not chosen:
        return
    if set(chosen) != {draft.kind}:
        raise CannotRecord(_("The record chosen is of another kind than the exemplar."), field="kind")
    rows = RECORDS[draft.kind].objects.filter(pk=chosen[draft.kind], organisation=exemplar.organisation_id)
    if not rows.exists():
        raise CannotRecord(_("Choose a record of this unit."), field=draft.kind)


@action
def visit(
    *, exemplar: Exemplar, visited_on: date, by_whom: str, note: str, actor: Actor, on: date, now: datetime
) -> Visit:
    """What those found who went there."""
    held = _held(exemplar)
    require(policy.may_change(actor, held))
    if not held.deed_on <= visited_on <= on:
        raise CannotRecord(_("The visit lies between the deed and today."), field="visited_on")
    return Visit.objects.create(
        exemplar=held,
        on=visited_on,
        by_whom=clean(by_whom),
        note=note.strip(),
        noted_by_id=actor.user_id,
        noted_at=now,
    )


@action
def answer_consent(
    *, exemplar: Exemplar, consent: str, consent_on: date, note: str, actor: Actor, on: date
) -> Exemplar:
    """The person (of a child: the guardian) agrees to publication, or does not."""
    held = _held(exemplar)
    require(policy.may_change(actor, held))
    if consent not in (Consent.GIVEN, Consent.REFUSED):
        raise CannotRecord(_("Say what was answered."), field="consent")
    if consent_on > on:
        raise CannotRecord(_("The answer cannot lie in the future."), field="consent_on")
    held.consent, held.consent_on, held.consent_note = consent, consent_on, clean(note)
    held.save(update_fields=["consent", "consent_on", "consent_note"])
    return held


@action
def move(
    *, exemplar: Exemplar, step: str, actor: Actor, on: date, now: datetime, reason: str = ""
) -> Exemplar:
    """Take one step of its life; `reason` says by which decision, where it was published, who follows it."""
    held = _held(exemplar)
    require(policy.may_step(actor, held, step))
    if WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Say what is behind this step: it is kept with its day."), field="reason")
    WORKFLOW.move(held, step)
    _passed(held, held.state, actor, on=on, now=now, note=reason)
    return held


@action
def recorded(*, exemplar: Exemplar, person: Person, actor: Actor) -> Exemplar:
    """The record that was made for one who was known by name only."""
    held = _held(exemplar)
    require(policy.may_change(actor, held))
    held.person = person
    held.version += 1
    held.save()
    return held


@action
def commended_by_decision(
    *, exemplar: Exemplar, reason: str, actor: Actor, on: date, now: datetime
) -> Exemplar | None:
    """A dossier written for the exemplar was decided; None where the step has been noted before."""
    held = _held(exemplar)
    if held.state not in (ExemplarState.FOUND, ExemplarState.VERIFIED, ExemplarState.NURTURED):
        return None
    if held.state == ExemplarState.FOUND:
        _verified_by_appraisal(held, reason, actor, on, now)
    return move(exemplar=held, step="commend", reason=reason, actor=actor, on=on, now=now)


@action
def publicised_by_article(
    *, exemplar: Exemplar, reason: str, actor: Actor, on: date, now: datetime
) -> Exemplar | None:
    """An article on it was published; None where it is not commended yet, or has been publicised before."""
    held = _held(exemplar)
    if held.state != ExemplarState.COMMENDED or held.consent != Consent.GIVEN:
        return None
    WORKFLOW.move(held, "publicise")
    _passed(held, held.state, actor, on=on, now=now, note=reason)
    return held


def _verified_by_appraisal(exemplar: Exemplar, reason: str, actor: Actor, on: date, now: datetime) -> None:
    """The desk has verified what the unit had not: the appraisal stands for the visit."""
    Visit.objects.create(
        exemplar=exemplar, on=on, by_whom=_("appraisal of the dossier"), note=reason, noted_at=now
    )
    move(exemplar=exemplar, step="verify", actor=actor, on=on, now=now)


def _passed(exemplar: Exemplar, step: str, actor: Actor, *, on: date, now: datetime, note: str = "") -> None:
    Milestone.objects.create(
        exemplar=exemplar, step=step, on=on, note=note.strip(), made_by_id=actor.user_id, made_at=now
    )


def _held(exemplar: Exemplar) -> Exemplar:
    return Exemplar.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=exemplar.pk)
