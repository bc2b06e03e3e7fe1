"""Counting: ballots on screen plus what two tellers agree on, against all members."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua.modules.councils.models import Choice, ItemResult


@dataclass(frozen=True, slots=True)
class Votes:
    n_for: int = 0
    n_against: int = 0
    n_invalid: int = 0

    def __add__(self, other: "Votes") -> "Votes":
        return Votes(
            self.n_for + other.n_for, self.n_against + other.n_against, self.n_invalid + other.n_invalid
        )

    @property
    def n_cast(self) -> int:
        return self.n_for + self.n_against + self.n_invalid


def of_choices(choices: Iterable[Choice]) -> Votes:
    counted = Counter(choices)
    return Votes(counted[Choice.FOR], counted[Choice.AGAINST], counted[Choice.BLANK])


def results(
    in_order: Iterable[int], carried: Mapping[int, bool], below: Mapping[int, Iterable[int]]
) -> dict[int, ItemResult]:
    """Item by item along the chain; what carries but builds on what did not pass is dropped."""
    found: dict[int, ItemResult] = {}
    for item in in_order:
        if not carried[item]:
            found[item] = ItemResult.FAILED
        elif all(found[lower] == ItemResult.PASSED for lower in below.get(item, ())):
            found[item] = ItemResult.PASSED
        else:
            found[item] = ItemResult.DROPPED
    return found
