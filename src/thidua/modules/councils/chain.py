"""The order of titles that build on each other, and what depends on what in one sitting.

Whoever misses the lower title cannot have the higher one: CSTĐCS asks for LĐTT (Law 06/2022/QH15, Art. 23),
TTLĐXS for the standard of TTLĐTT (Art. 27).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua.modules.rulebook import api as rulebook

ORDER = ("LDTT", "CSTDCS", "TTLDTT", "TTLDXS")
BUILDS_ON = {"CSTDCS": "LDTT", "TTLDXS": "TTLDTT"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One item: `recipient` is the same for one person or collective ("person:7")."""

    item: int
    honour: str
    recipient: str
    place: int = 0


def in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The chain first, then the other honours from the lowest to the highest."""
    return sorted(proposals, key=lambda one: (*_rank(one.honour), one.place, one.item))


def _rank(honour: str) -> tuple[int, int]:
    if honour in ORDER:
        return 0, ORDER.index(honour)
    return 1, -rulebook.honour(honour).rank


def dependencies(proposals: Iterable[Proposal]) -> Mapping[int, int]:
    """Each item with the item of the lower title for the same recipient, where there is one."""
    rows = list(proposals)
    found = {(one.recipient, one.honour): one.item for one in rows}
    lower = {one.item: found.get((one.recipient, BUILDS_ON.get(one.honour, ""))) for one in rows}
    return {item: below for item, below in lower.items() if below is not None}
