"""How many answers of each kind, by honour."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from thidua.law.explain import REASONS
from thidua.law.sweeping.answering import Answers

COLUMNS = ("yes", "no", *REASONS, "one_step", "forgotten")
Key = tuple[str, str, str]


@dataclass(slots=True)
class Tally:
    """By honour, kind of recipient and ground."""

    counts: dict[Key, Counter[str]] = field(default_factory=dict)
    people: int = 0

    def count(self, answers: Answers) -> None:
        asked = answers.asked
        counter = self.counts.setdefault((asked.honour.code, asked.kind, asked.by or ""), Counter())
        counter["yes"] += int(np.count_nonzero(answers.tri.yes))
        counter["no"] += int(np.count_nonzero(answers.tri.no))
        counter["one_step"] += int(np.count_nonzero(answers.missing >= 0))
        counter["forgotten"] += int(np.count_nonzero(answers.forgotten))
        open_ = answers.reason[~(answers.tri.yes | answers.tri.no)]
        for place, reason in enumerate(REASONS):
            counter[reason] += int(np.count_nonzero(open_ == place))

    def add(self, other: "Tally") -> None:
        self.people += other.people
        for key, counter in other.counts.items():
            self.counts.setdefault(key, Counter()).update(counter)
