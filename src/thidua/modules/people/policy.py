"""Who may write what about people, collectives and households."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import DESK, Actor, Role
from thidua.modules.people.models import Person, PersonMerge, Transfer

UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
ANSWERS_FOR = frozenset({Role.UNIT_HEAD, Role.SPECIALIST})
READS_MATTERS = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY, Role.COMPLAINTS})


def _with_role(actor: Actor, roles: frozenset[Role], *organisations: int | None, reason: object) -> Answer:
    if actor.has(*roles) and all(actor.covers(organisation) for organisation in organisations):
        return ALLOWED
    return refused(str(reason))


def may_edit(actor: Actor, organisation_id: int | None) -> Answer:
    """Add or change the people, collectives, households, posts and initiatives of a unit."""
    reason = _("Only the unit's officer or head, or a specialist above it, may change this record.")
    return _with_role(actor, UNIT, organisation_id, reason=reason)


def may_answer_for(actor: Actor, organisation_id: int | None) -> Answer:
    """State that facts agree with their papers: never the officer who proposes alone."""
    reason = _("The head of the unit or a specialist confirms this; the officer who proposes cannot alone.")
    return _with_role(actor, ANSWERS_FOR, organisation_id, reason=reason)


def may_use_initiatives(actor: Actor, organisation_id: int | None) -> Answer:
    """When a decision is in force: whoever keeps the register of a body above."""
    reason = _("What an initiative has served is noted by the clerk or the specialist, from a decision.")
    return _with_role(actor, frozenset({Role.CLERK, Role.SPECIALIST}), organisation_id, reason=reason)


def may_read_matters(actor: Actor, organisation_id: int | None) -> Answer:
    reason = _("Unresolved matters are read by the specialist, the leaders and the receiver of complaints.")
    return _with_role(actor, READS_MATTERS, organisation_id, reason=reason)


def may_record_matter(actor: Actor, organisation_id: int | None) -> Answer:
    reason = _("Unresolved matters are recorded by the specialist or the receiver of complaints.")
    roles = frozenset({Role.SPECIALIST, Role.COMPLAINTS})
    return _with_role(actor, roles, organisation_id, reason=reason)


def may_merge(actor: Actor, kept: Person, merged: Person) -> Answer:
    reason = _("Records are merged by a specialist, or the head of the unit, of both people's units.")
    return _with_role(actor, ANSWERS_FOR, kept.organisation_id, merged.organisation_id, reason=reason)


def may_split(actor: Actor, merge: PersonMerge) -> Answer:
    return may_merge(actor, merge.kept, merge.merged)


def may_ask_transfer(actor: Actor, person: Person) -> Answer:
    return may_edit(actor, person.organisation_id)


def may_answer_transfer(actor: Actor, transfer: Transfer) -> Answer:
    reason = _("The receiving unit answers: its officer or head, or a specialist above it.")
    return _with_role(actor, UNIT, transfer.target_id, reason=reason)


def may_see_number(actor: Actor, person: Person) -> Answer:
    reason = _("The full number is shown to the head of the unit and to the specialist only.")
    return _with_role(actor, ANSWERS_FOR, person.organisation_id, reason=reason)


def may_look_up(actor: Actor) -> Answer:
    reason = _("People are looked up by number by unit officers, heads and specialists.")
    return ALLOWED if actor.has(*UNIT, *DESK) else refused(reason)
