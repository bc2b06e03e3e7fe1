"""A condition and the closed set of kinds that an interpreter can evaluate.

National rules (Python) and local rules (YAML, screens) are made of the same kinds, described in
docs/law/conditions.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from thidua.kernel.errors import Cannot
from thidua.law.answer import Reason
from thidua.law.cite import Cite, Confidence
from thidua.law.table import Table
from thidua.law.tri import Tri

Args = Mapping[str, Any]


class CannotReadCondition(Cannot):
    """No kind of condition bears this name."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing the law asks, where it asks it, and since when."""

    code: str
    kind: str
    cite: Cite
    args: Args = field(default_factory=dict)
    parts: tuple["Condition", ...] = ()
    confidence: Confidence = Confidence.TEXT
    by: str | None = None
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A condition compared with each row: the three values and, where there is one, the figure."""

    tri: Tri
    measured: NDArray[np.int64] | None = None
    parts: tuple["Outcome", ...] = ()


Evaluate = Callable[[Condition, Table], Outcome]
Sentences = Callable[[Args], tuple[str, str]]
FactUsed = Callable[[Args, Table, int], str | None]


def _no_fact(_args: Args, _table: Table, _row: int) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of condition is evaluated, said and shown."""

    name: str
    evaluate: Evaluate
    sentences: Sentences
    fact_used: FactUsed = _no_fact
    needs: Callable[[Args], tuple[str, ...]] = lambda _args: ()
    reason: Reason = "fact"


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    KINDS[kind.name] = kind


def kind_of(condition: Condition) -> Kind:
    try:
        return KINDS[condition.kind]
    except KeyError:
        sentence = f"Không có loại điều kiện «{condition.kind}» (mã {condition.code})."
        raise CannotReadCondition(sentence, field="kind") from None


def evaluate(condition: Condition, table: Table) -> Outcome:
    return kind_of(condition).evaluate(condition, table)
