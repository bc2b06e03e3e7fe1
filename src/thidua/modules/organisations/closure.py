"""The closure of the tree over time: who stands under whom (or is kept by whom), from which day to which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.modules.organisations.models import Closure, OrganisationPeriod, SuccessionLink


@dataclass(frozen=True, slots=True)
class Edge:
    """`lower` stands under `upper` on the days [since, until)."""

    lower: int
    upper: int
    since: date
    until: date | None


def edges() -> list[Edge]:
    """Places in the tree, and from the day of a succession the keepers of former organisations' books."""
    placed = OrganisationPeriod.objects.exclude(parent=None).values_list(
        "organisation_id", "parent_id", "since", "until"
    )
    kept = SuccessionLink.objects.filter(is_keeper=True).values_list(
        "predecessor_id", "successor_id", "succession__on"
    )
    return [Edge(*row) for row in placed] + [Edge(lower, upper, on, None) for lower, upper, on in kept]


def _earliest(one: date | None, other: date | None) -> date | None:
    ends = [end for end in (one, other) if end is not None]
    return min(ends) if ends else None


def _upward(start: int, above: dict[int, list[Edge]]) -> Iterator[tuple[int, int, date, date | None]]:
    """All (ancestor, depth, since, until) of one organisation; a circle in the tree ends the walk."""
    pending: list[tuple[int, int, date, date | None, frozenset[int]]] = [
        (start, 0, date.min, None, frozenset({start}))
    ]
    while pending:
        here, depth, since, until, seen = pending.pop()
        for edge in above[here]:
            first, last = max(since, edge.since), _earliest(until, edge.until)
            if edge.upper in seen or (last is not None and last <= first):
                continue
            yield edge.upper, depth + 1, first, last
            pending.append((edge.upper, depth + 1, first, last, seen | {edge.upper}))


def _joined(spans: list[tuple[int, date, date | None]]) -> Iterator[tuple[int, date, date | None]]:
    """Spans of one pair in order, touching or overlapping ones made one."""
    current: tuple[int, date, date | None] | None = None
    for depth, since, until in sorted(spans, key=lambda span: (span[1], span[2] or date.max)):
        if current and (current[2] is None or since <= current[2]):
            end = None if current[2] is None or until is None else max(current[2], until)
            current = (min(current[0], depth), current[1], end)
        else:
            if current:
                yield current
            current = (depth, since, until)
    if current:
        yield current


def rebuild_closure(organisation_ids: list[int]) -> None:
    """Make all rows anew; called by the actions that change the tree."""
    above: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges():
        above[edge.lower].append(edge)
    rows = []
    for start in organisation_ids:
        spans: dict[int, list[tuple[int, date, date | None]]] = defaultdict(list)
        spans[start].append((0, date.min, None))
        for ancestor, depth, since, until in _upward(start, above):
            spans[ancestor].append((depth, since, until))
        rows += [
            Closure(ancestor_id=ancestor, descendant_id=start, depth=depth, since=since, until=until)
            for ancestor, found in spans.items()
            for depth, since, until in _joined(found)
        ]
    Closure.objects.filter(descendant__in=organisation_ids).delete()
    Closure.objects.bulk_create(rows, batch_size=5_000)


def descendants_ever(organisation_ids: Iterable[int]) -> list[int]:
    """These organisations and all that ever stood under them: whose rows change with their place."""
    ids = set(organisation_ids)
    return sorted(ids | set(Closure.objects.filter(ancestor__in=ids).values_list("descendant", flat=True)))
