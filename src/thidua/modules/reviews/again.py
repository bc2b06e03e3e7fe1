"""What drawing up again would change: heading by heading, the text that stands and the one that is known now."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from thidua.modules.reviews import facts
from thidua.modules.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Change:
    code: str
    heading: str
    mine: str
    fresh: str


@dataclass(frozen=True, slots=True)
class Again:
    """`seal` stands for the texts that were shown: what became known meanwhile is shown first."""

    fresh: Mapping[str, str]
    changes: tuple[Change, ...]

    @property
    def seal(self) -> str:
        said = "\0".join(f"{one.code}\0{one.mine}\0{one.fresh}" for one in self.changes)
        return sha256(said.encode()).hexdigest()[:20]


def again_of(review: Review) -> Again:
    """A heading of which nothing is known has nothing to take."""
    fresh = facts.drawn_up(facts.Stretch(review.campaign, review.since, review.until))
    changes = tuple(
        Change(code, heading, str(review.parts.get(code, "")), fresh[code])
        for code, heading in facts.HEADINGS.items()
        if fresh[code] and fresh[code].splitlines() != str(review.parts.get(code, "")).splitlines()
    )
    return Again(fresh, changes)
