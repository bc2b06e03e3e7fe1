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
        holds, fails = np.ones(n, dtype=np.bool_), np.zeros(n, dtype=np.bool_)
        if verdict is Verdict.YES:
            return cls(holds, fails)
        return cls(fails, holds if verdict is Verdict.NO else fails)

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
