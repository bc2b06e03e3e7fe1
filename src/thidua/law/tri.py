"""Three values for many candidates at once: two columns, surely yes and surely no."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from thidua.law.verdict import Verdict

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tri:
    """Neither yes nor no is unknown; the two are never both set."""

    yes: Bools
    no: Bools

    @classmethod
    def always(cls, verdict: Verdict, n: int) -> Self:
        return cls(np.full(n, verdict is Verdict.YES), np.full(n, verdict is Verdict.NO))

    @classmethod
    def of(cls, verdicts: list[Verdict]) -> Self:
        yes = np.array([verdict is Verdict.YES for verdict in verdicts], dtype=np.bool_)
        no = np.array([verdict is Verdict.NO for verdict in verdicts], dtype=np.bool_)
        return cls(yes, no)

    def __and__(self, other: "Tri") -> "Tri":
        return Tri(self.yes & other.yes, self.no | other.no)

    def __or__(self, other: "Tri") -> "Tri":
        return Tri(self.yes | other.yes, self.no & other.no)

    def __invert__(self) -> "Tri":
        return Tri(self.no, self.yes)

    def at(self, row: int) -> Verdict:
        if self.yes[row]:
            return Verdict.YES
        return Verdict.NO if self.no[row] else Verdict.UNKNOWN

    def verdicts(self) -> list[Verdict]:
        return [self.at(row) for row in range(len(self.yes))]
