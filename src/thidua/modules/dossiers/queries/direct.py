"""The share of direct workers in a list, and what the receiving body wants it to be."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from thidua.modules.dossiers.models import Candidate, DirectTarget, Dossier
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure
from thidua.modules.people.kinds import Position
from thidua.modules.rulebook import api as rulebook

# At most this share of a list may be leaders before a note is asked for.
MOST_LEADERS = 0.5


@dataclass(frozen=True, slots=True)
class Share:
    """Direct workers among the persons proposed, each counted once; of one honour, or of all."""

    n_direct: int
    n_leaders: int
    n_all: int
    honour: str = ""
    target: DirectTarget | None = None

    @property
    def label(self) -> str:
        return rulebook.honour(self.honour).short_vi if self.honour else ""

    @property
    def percent(self) -> int:
        """Rounded down: a target is reached or it is not."""
        return 100 * self.n_direct // self.n_all if self.n_all else 0

    @property
    def is_heavy(self) -> bool:
        return self.n_all > 0 and self.n_leaders > MOST_LEADERS * self.n_all

    @property
    def is_under(self) -> bool:
        return self.target is not None and 100 * self.n_direct < self.target.percent * self.n_all

    @property
    def asks_for_note(self) -> bool:
        return self.is_under or (not self.honour and self.is_heavy)


def shares_of(dossier: Dossier, listed: Iterable[tuple[int | None, str, str]], on: date) -> list[Share]:
    """Of the whole list, then of each honour that has a target; `listed` are person, position, honour (blank: none chosen yet)."""
    rows = [(person, position, honour) for person, position, honour in listed if person]
    targets = targets_of(dossier, on)
    named = {honour for *_, honour in rows if honour} & targets.keys()
    honours = sorted(named, key=lambda code: rulebook.honour(code).rank)
    whole = _share({person: position for person, position, _ in rows}, "", targets.get(""))
    return [
        whole,
        *(
            _share(
                {person: position for person, position, of in rows if of == honour}, honour, targets[honour]
            )
            for honour in honours
        ),
    ]


def _share(positions: dict[int, str], honour: str, target: DirectTarget | None) -> Share:
    held = list(positions.values())
    n_leaders = held.count(Position.LEADER) + held.count(Position.MANAGER)
    return Share(held.count(Position.DIRECT_WORKER), n_leaders, len(held), honour, target)


def targets_of(dossier: Dossier, on: date) -> dict[str, DirectTarget]:
    """By honour ("" for all together): what the receiving body has set for the nearest unit above, itself first."""
    above = Closure.objects.filter(in_force(on), descendant=dossier.organisation_id)
    near = dict(above.values_list("ancestor", "depth"))
    rows = DirectTarget.objects.filter(in_force(on), organisation=dossier.receiver_id, unit__in=near)
    return {row.honour: row for row in sorted(rows, key=lambda row: -near[row.unit_id])}


def listed(candidates: Iterable[Candidate]) -> list[tuple[int | None, str, str]]:
    return [(row.person_id, row.position, row.honour) for row in candidates]


def shares_by_unit(
    candidates: QuerySet[Candidate], receiver_id: int, units: QuerySet[Any, int], on: date
) -> dict[int, Share]:
    """Of all that each unit proposed, each person once, with what the body wants of the nearest unit above; three queries."""
    held: dict[int, dict[int, str]] = defaultdict(dict)
    rows = candidates.filter(person__isnull=False).order_by().distinct()
    for unit, person, position in rows.values_list("dossier__organisation", "person", "position"):
        held[unit][person or 0] = position
    targets = DirectTarget.objects.filter(in_force(on), organisation=receiver_id, honour="")
    by_unit = {row.unit_id: row for row in targets}
    above = Closure.objects.filter(in_force(on), descendant__in=units, ancestor__in=by_unit)
    nearest: dict[int, DirectTarget] = {}
    for unit, ancestor in above.order_by("-depth").values_list("descendant", "ancestor"):
        nearest[unit] = by_unit[ancestor]
    return {unit: _share(positions, "", nearest.get(unit)) for unit, positions in held.items()}
