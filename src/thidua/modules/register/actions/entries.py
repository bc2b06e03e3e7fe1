"""Writing in the register: entries are added, never changed."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.register import chain, policy
from thidua.modules.register.lines import Award, Basis, OldAward
from thidua.modules.register.models import Act, Entry, Source
from thidua.modules.rulebook import api as rulebook


class CannotEnter(Cannot):
    """The award lacks what the register must hold."""


@action
def enter(
    *, body: Organisation, basis: Basis, awards: Sequence[Award], actor: Actor, now: datetime
) -> list[Entry]:
    """Enter the awards of a decision in force into the deciding body's book, in the order given."""
    require(policy.may_enter(actor, body.pk))
    if not basis.decision_number or basis.decided_on is None:
        raise CannotEnter(_("A decision is entered once it has its number and day."))
    lines = [_entry(basis, award, Source.DECISION, actor, now) for award in awards]
    entries = chain.append(chain.locked(body), lines)
    for entry in entries:
        events.publish("register.entered", entry.pk)
    return entries


@action
def enter_historical(
    *, body: Organisation, basis: Basis, award: Award, source: Source, actor: Actor, now: datetime
) -> Entry:
    """Enter an old award, or one of another body, into the keeper's book; unchecked until compared."""
    require(policy.may_enter_old(actor, body.pk))
    if source == Source.DECISION:
        raise CannotEnter(_("Choose what the old award is known from."), field="source")
    (entry,) = chain.append(chain.locked(body), [_entry(basis, award, source, actor, now)])
    return entry


@action
def enter_old_list(
    *, body: Organisation, awards: Sequence[OldAward], actor: Actor, now: datetime
) -> list[Entry]:
    """Old awards out of a list, in its order, under one lock of the book; each unchecked until compared."""
    require(policy.may_enter_old(actor, body.pk))
    if any(one.source == Source.DECISION for one in awards):
        raise CannotEnter(_("Choose what the old award is known from."), field="source")
    return chain.append(
        chain.locked(body), [_entry(one.basis, one.award, one.source, actor, now) for one in awards]
    )


def _entry(basis: Basis, award: Award, source: Source, actor: Actor, now: datetime) -> Entry:
    known = rulebook.find_honour(award.honour)
    if known is None:
        raise CannotEnter(_("There is no honour with this code in the catalogue."), field="honour")
    entry = Entry(
        **asdict(award) | {"name": clean(award.name), "level": award.level or known.level},
        **asdict(basis),
        act=Act.GRANT,
        source=source,
        entered_by_id=actor.user_id,
        entered_at=now,
    )
    entry.search = words_of(entry)
    return entry


def words_of(entry: Entry) -> str:
    """What an entry is found by: name, unit, number of the decision, honour."""
    known = rulebook.find_honour(entry.honour)
    label = known.name_vi if known else entry.honour
    return fold(f"{entry.name} {entry.unit_name} {entry.decision_number} {label}")
