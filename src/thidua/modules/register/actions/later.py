"""What happens to an award afterwards: each is an entry of its own that names the first one."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.people.kinds import CheckState
from thidua.modules.register import chain, policy
from thidua.modules.register.actions.entries import words_of
from thidua.modules.register.lines import Basis
from thidua.modules.register.models import Act, Entry, EntryCheck

# What an error of writing may have spoilt; the recipient and the chain stay.
CORRECTABLE = frozenset(
    {"name", "honorific", "post", "position", "unit_name", "achievement", "period_label", "year"}
    | {"first_year", "last_year", "ground", "note"}
)
FROZEN = ("honour", "person_id", "collective_id", "household_id", "organisation_id", "level", "line")


class CannotRevoke(Cannot):
    """The award is not in force."""


class CannotCorrect(Cannot):
    """The award is revoked, or the correction touches what cannot be corrected."""


class CannotCheck(Cannot):
    """It is not said what was compared."""


@action
def revoke(*, entry: Entry, basis: Basis, note: str, actor: Actor, now: datetime) -> Entry:
    """Annul an award by a decision (Law 06/2022/QH15, Art 93): a new entry, in the same book."""
    require(policy.may_enter(actor, entry.chain.body_id))
    book = chain.locked(entry.chain.body)
    current = _current(entry)
    if current is None:
        raise CannotRevoke(_("This award is already revoked."))
    later = _later(current, Act.REVOKE, basis=basis, changes={"note": clean(note)}, actor=actor, now=now)
    (written,) = chain.append(book, [later])
    events.publish("register.revoked", written.pk)
    return written


@action
def correct(*, entry: Entry, basis: Basis, changes: dict[str, Any], actor: Actor, now: datetime) -> Entry:
    """Correct what was written wrongly: a new entry that says the whole line anew."""
    require(policy.may_enter(actor, entry.chain.body_id))
    if not changes or not changes.keys() <= CORRECTABLE:
        raise CannotCorrect(
            _("Only what was written wrongly can be corrected; the recipient and honour stay.")
        )
    book = chain.locked(entry.chain.body)
    current = _current(entry)
    if current is None:
        raise CannotCorrect(_("This award is revoked: there is nothing left to correct."))
    later = _later(current, Act.CORRECT, basis=basis, changes=changes, actor=actor, now=now)
    (written,) = chain.append(book, [later])
    events.publish("register.corrected", written.pk)
    return written


@action
def check_entry(*, entry: Entry, note: str, actor: Actor, now: datetime) -> EntryCheck:
    """State that an old award has been compared with its paper."""
    require(policy.may_check(actor, entry))
    if not (words := clean(note)):
        raise CannotCheck(_("Say what the entry was compared with."), field="note")
    return EntryCheck.objects.create(
        entry=entry, state=CheckState.CHECKED, note=words, checked_by_id=actor.user_id, checked_at=now
    )


def _current(entry: Entry) -> Entry | None:
    """The newest wording of an award; None once it is revoked."""
    root = entry.refers_to or entry
    later = list(root.later.order_by("-place"))
    if any(act.act == Act.REVOKE for act in later):
        return None
    return later[0] if later else root


def _later(
    current: Entry, act: Act, *, basis: Basis, changes: dict[str, Any], actor: Actor, now: datetime
) -> Entry:
    """A full line about the same award, by the decision that revokes or corrects it."""
    said = {name: getattr(current, name) for name in (*FROZEN, *CORRECTABLE)} | changes
    entry = Entry(
        **said,
        **asdict(basis),
        act=act,
        refers_to_id=current.refers_to_id or current.pk,
        source=current.source,
        entered_by_id=actor.user_id,
        entered_at=now,
    )
    entry.search = words_of(entry)
    return entry
