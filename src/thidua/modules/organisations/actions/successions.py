"""Mergers, splits, abolitions: what ends, what takes its place, and who keeps the books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.organisations import policy
from thidua.modules.organisations.actions.tree import refuse_bad_day, turn_over
from thidua.modules.organisations.actor import Actor, in_force
from thidua.modules.organisations.closure import descendants_ever, rebuild_closure
from thidua.modules.organisations.models import (
    Grant,
    Organisation,
    Succession,
    SuccessionKind,
    SuccessionLink,
)
from thidua.modules.organisations.roles import Role

# Leaders and councils of a merged or divided unit are appointed anew; they are not inherited.
APPOINTED = frozenset(
    {Role.LEADER, Role.DEPUTY, Role.UNIT_HEAD, Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.TELLER}
)


class CannotSucceed(Cannot):
    """The succession does not say who takes the place of whom, or on a day that is not possible."""


@dataclass(frozen=True, slots=True)
class Part:
    """One predecessor goes, wholly or in part, to one successor."""

    predecessor: Organisation
    successor: Organisation
    is_keeper: bool = False


@action
def record_succession(
    *, actor: Actor, on: date, kind: str, decision: str, parts: Sequence[Part], note: str = ""
) -> Succession:
    """The predecessors end on the day `on`; books, units, roles and sight go to each one's keeper."""
    require(
        policy.may_administer(actor, {o.pk for part in parts for o in (part.predecessor, part.successor)})
    )
    keepers = _keepers(parts)
    for former in keepers:
        _refuse_end(former, actor, on)
    for part in parts:
        _refuse_successor(part, keepers, on)
    made = Succession.objects.create(kind=kind, on=on, decision=decision, note=note)
    SuccessionLink.objects.bulk_create(
        SuccessionLink(
            succession=made, predecessor=p.predecessor, successor=p.successor, is_keeper=p.is_keeper
        )
        for p in parts
    )
    touched = descendants_ever(former.pk for former in keepers)
    for former, keeper in keepers.items():
        _end(former, on)
        _pass_on(former, keeper, kind=kind, decision=decision, actor=actor, on=on)
    rebuild_closure(touched)
    publish("organisations.succeeded", made.pk)
    return made


@action
def close(
    *, actor: Actor, on: date, organisation: Organisation, decision: str, keeper: Organisation | None = None
) -> Succession:
    """Abolished without a successor: somebody keeps the books all the same, usually the body above."""
    kept_by = keeper or organisation.parent
    if kept_by is None:
        raise CannotSucceed(_("Say who keeps the books."), field="keeper")
    return record_succession(
        actor=actor,
        on=on,
        kind=SuccessionKind.ABOLISH,
        decision=decision,
        parts=[Part(organisation, kept_by, is_keeper=True)],
    )


def _keepers(parts: Sequence[Part]) -> dict[Organisation, Organisation]:
    """Each predecessor with the one successor that keeps its books."""
    found: dict[Organisation, Organisation] = {}
    for part in parts:
        if part.is_keeper and part.predecessor in found:
            raise CannotSucceed(_("Only one successor keeps the books of %s.") % part.predecessor.name)
        if part.is_keeper:
            found[part.predecessor] = part.successor
    for part in parts:
        if part.predecessor not in found:
            raise CannotSucceed(_("Say which successor keeps the books of %s.") % part.predecessor.name)
    if not found:
        raise CannotSucceed(_("Name at least one organisation that ends, and its successor."))
    return found


def _refuse_end(former: Organisation, actor: Actor, on: date) -> None:
    last = former.periods.latest("since")
    refuse_bad_day(former, last, actor, on)
    if on == last.since:
        raise CannotSucceed(_("%s begins on that day and cannot end on it.") % former.name, field="on")


def _refuse_successor(part: Part, keepers: dict[Organisation, Organisation], on: date) -> None:
    if part.successor in keepers:
        raise CannotSucceed(_("%s ends itself: it takes nobody's place.") % part.successor.name)
    if not part.successor.periods.filter(in_force(on)).exists():
        raise CannotSucceed(_("%s does not exist on that day: make it first.") % part.successor.name)


def _end(former: Organisation, on: date) -> None:
    former.periods.filter(until=None).update(until=on)
    former.until = on
    former.save()


def _pass_on(
    former: Organisation, keeper: Organisation, *, kind: str, decision: str, actor: Actor, on: date
) -> None:
    for unit in former.children.filter(until=None).exclude(pk=keeper.pk):
        turn_over(unit, actor=actor, on=on, parent_id=keeper.pk)
        unit.parent = keeper
        unit.save()
    for grant in former.grants.exclude(until__lte=on):
        _pass_role(grant, keeper, kind=kind, decision=decision, on=on)


def _pass_role(grant: Grant, keeper: Organisation, *, kind: str, decision: str, on: date) -> None:
    """The role ends here, and goes on with the keeper unless it is by appointment."""
    is_inherited = kind == SuccessionKind.RENAME or grant.role not in APPOINTED
    goes_on = is_inherited and grant.handed_over_from_id is None and not _has_role(grant, keeper, on)
    if goes_on:
        Grant.objects.create(
            user_id=grant.user_id,
            organisation=keeper,
            role=grant.role,
            since=max(on, grant.since),
            until=grant.until,
            basis=decision,
        )
    if grant.since < on:
        Grant.objects.filter(pk=grant.pk).update(until=on)
    else:
        grant.handovers.all().delete()
        grant.delete()


def _has_role(grant: Grant, keeper: Organisation, on: date) -> bool:
    held = keeper.grants.filter(in_force(on), user=grant.user_id, role=grant.role)
    return held.exists()
