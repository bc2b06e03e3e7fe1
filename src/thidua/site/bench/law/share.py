"""Who is within the share of 15 % when each unit ranks its own: units of any size, people in any order."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from thidua.site.bench.law.crowd import Array

PLACE = 32  # bits
AT_ONCE = 1 << 16  # people whose scores stay in the processor's cache while they are ranked


def within_share(unit: Array, score: Array, is_among: Array, percent: int) -> Array:
    """The best of those among whom each unit chooses, as many as the share allows, rounded down; of equals the first."""
    if not (unit[1:] >= unit[:-1]).all():
        order = _by_unit(unit)
        found = np.empty(len(unit), dtype=np.bool_)
        found[order] = within_share(unit[order], score[order], is_among[order], percent)
        return found
    starts = np.flatnonzero(np.append(True, unit[1:] != unit[:-1]))
    ends = np.append(starts[1:], len(unit))
    limit = np.add.reduceat(is_among, starts, dtype=np.int64) * percent // 100
    chosen = np.empty(len(unit), dtype=np.bool_)
    for some in _spans(ends):
        people = slice(starts[some.start], ends[some.stop - 1])
        value = np.where(is_among[people], score[people], score.dtype.type(-np.inf))
        chosen[people] = _best(value, starts[some] - people.start, (ends - starts)[some], limit[some])
    return chosen


def _by_unit(unit: Array) -> Array:
    """The places of the people, unit by unit, as they stand within each."""
    # Sorting whole numbers, of the unit and then the place, is several times as quick as sorting places.
    order: Array = np.sort(unit << PLACE | np.arange(len(unit))) & ((1 << PLACE) - 1)
    return order


def _spans(ends: Array) -> Iterator[slice]:
    """Some units after the other, about so many people at once."""
    first = 0
    while first < len(ends):
        so_far = ends[first - 1] if first else 0
        last = max(int(np.searchsorted(ends, so_far + AT_ONCE, side="right")), first + 1)
        yield slice(first, last)
        first = last


def _best(value: Array, starts: Array, sizes: Array, limit: Array) -> Array:
    edge = np.repeat(_edges(value, starts, sizes, limit), sizes)
    chosen: Array = value > edge
    tied = np.flatnonzero(value == edge)
    room = limit - np.add.reduceat(chosen, starts, dtype=np.int64)
    unit = np.searchsorted(starts, tied, side="right") - 1
    place = np.arange(len(tied)) - np.searchsorted(unit, unit)
    chosen[tied[place < room[unit]]] = True
    return chosen


def _edges(value: Array, starts: Array, sizes: Array, limit: Array) -> Array:
    """The least score chosen in each unit; beyond all scores where nobody is."""
    each = int(sizes[0])
    if (sizes == each).all():
        rows = np.sort(value.reshape(-1, each), axis=1)
        return _of_some(rows[np.arange(len(rows)), np.minimum(each - limit, each - 1)], limit)
    # Units of about the same size lie one below the other in a rectangle, whose rows are sorted together.
    width = _widths(sizes)
    by_width = np.argsort(width, kind="stable")
    place = np.empty_like(starts)
    place[by_width] = np.cumsum(width[by_width]) - width[by_width]
    cells = np.full(int(width.sum()), -np.inf, dtype=value.dtype)
    cells[np.arange(len(value)) + np.repeat(place - starts, sizes)] = value
    first = 0
    for each, units in zip(*np.unique(width, return_counts=True), strict=True):
        cells[first : first + each * units].reshape(units, each).sort(axis=1)
        first += each * units
    return _of_some(cells[np.minimum(place + width - limit, len(cells) - 1)], limit)


def _of_some(edges: Array, limit: Array) -> Array:
    found: Array = np.where(limit > 0, edges, edges.dtype.type(np.inf))
    return found


def _widths(sizes: Array) -> Array:
    """The greatest size between two powers of two, for all sizes between them."""
    power = np.frexp(sizes)[1]
    greatest = np.zeros(int(power.max()) + 1, dtype=np.int64)
    np.maximum.at(greatest, power, sizes)
    width: Array = greatest[power]
    return width
