"""Beginning a dossier and changing its head."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import DossierDraft
from thidua.modules.dossiers.models import Dossier, Procedure
from thidua.modules.dossiers.policy import may_create, may_edit, may_read_note
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation, YearKind
from thidua.modules.papers.api import next_number
from thidua.modules.register.models import Ground

HEAD_FIELDS = tuple(field.name for field in fields(DossierDraft))


class CannotDraft(Cannot):
    """The head of the dossier contradicts itself or lacks something."""


@action
def create(
    *,
    organisation: Organisation,
    receiver: Organisation,
    draft: DossierDraft,
    actor: Actor,
    on: date,
    now: datetime,
) -> Dossier:
    """Begin a dossier of a unit, numbered in the receiving body's series.

    Begun by somebody of another organisation (the ward for a unit) it is marked as entered for the unit.
    """
    require(may_create(actor, organisation.pk))
    refuse_incomplete(draft, organisation, on)
    number = next_number(organisation=receiver, kind="dossier", year=on.year, actor=actor)
    code = f"HS-{on.year}-{number:04}"
    return Dossier.objects.create(
        code=code,
        organisation=organisation,
        receiver=receiver,
        keyed_for_unit=not actor.is_system and actor.organisation_id != organisation.pk,
        prepared_by_id=actor.user_id,
        made_at=now,
        changed_at=now,
        search=_search(code, draft.title, organisation),
        **head_values(draft),
    )


@action
def change(
    *, dossier: Dossier, draft: DossierDraft, version: int, actor: Actor, on: date, now: datetime
) -> Dossier:
    """Save the head. Raises Conflict with both texts when somebody saved in between."""
    held = locked(dossier)
    require(may_edit(actor, held))
    values = head_values(draft)
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in values}, mine=values)
    refuse_incomplete(draft, held.organisation, on)
    for name, value in values.items():
        setattr(held, name, value)
    held.search = _search(held.code, draft.title, held.organisation)
    return touch(held, now)


def touch(dossier: Dossier, now: datetime) -> Dossier:
    """The dossier is younger and one version further."""
    dossier.version += 1
    dossier.changed_at = now
    dossier.save()
    return dossier


@action
def note_inside(*, dossier: Dossier, note: str, actor: Actor, now: datetime) -> Dossier:
    """The note that stays with the unit and the desk, for instance on a list heavy with leaders."""
    held = locked(dossier)
    require(may_read_note(actor, held))
    held.internal_note = note.strip()
    return touch(held, now)


def head_values(draft: DossierDraft) -> dict[str, Any]:
    values = {name: getattr(draft, name) for name in HEAD_FIELDS}
    return values | {"title": clean(draft.title)}


def _search(code: str, title: str, organisation: Organisation) -> str:
    return fold(f"{code} {title} {organisation.name}")


def refuse_incomplete(draft: DossierDraft, organisation: Organisation, on: date) -> None:
    """Raises CannotDraft for a head that no dossier can have."""
    if draft.procedure == Procedure.SIMPLIFIED and not draft.simplified_basis.strip():
        raise CannotDraft(_("Say why the simplified procedure applies."), field="simplified_basis")
    if draft.ground == Ground.SUDDEN:
        _refuse_feat_without_day(draft, on)
    elif draft.period is None:
        raise CannotDraft(_("Choose the period that the proposal is about."), field="period")
    elif not _period_fits(draft, organisation):
        raise CannotDraft(
            _("This unit is evaluated by %(kind)s: choose such a period.")
            % {"kind": organisation.get_year_kind_display()},
            field="period",
        )


def _refuse_feat_without_day(draft: DossierDraft, on: date) -> None:
    if draft.deed_on is None:
        raise CannotDraft(_("Enter the day of the deed."), field="deed_on")
    if draft.deed_on > on:
        raise CannotDraft(_("The deed cannot lie in the future."), field="deed_on")


def _period_fits(draft: DossierDraft, organisation: Organisation) -> bool:
    """Yearly honours follow the unit's year; stages and campaigns are open to every unit."""
    assert draft.period is not None
    return draft.period.kind in {organisation.year_kind, YearKind.STAGE, YearKind.CAMPAIGN}


__all__ = ["CannotDraft", "change", "create", "head_values", "note_inside", "refuse_incomplete", "touch"]
