"""What would change if a draft were put in force: open questions answered with and without it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua import law
from thidua.foundation import slots
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook import actions, books
from thidua.modules.rulebook.models import LocalRule
from thidua.modules.rulebook.words import name_of

# A preview looks at the newest open dossiers only, so that it costs the same in a ward and in a province.
MOST = 300


@dataclass(frozen=True, slots=True)
class Both:
    """The law of a day with and without the draft."""

    on: date
    before: law.Book
    after: law.Book


@dataclass(frozen=True, slots=True)
class Effect:
    """One candidate's two answers; None where the law that is loaded gives none."""

    label: str
    detail: str
    url: str
    honour: str
    before: law.Answer | None
    after: law.Answer | None

    @property
    def verdicts(self) -> tuple[law.Verdict, law.Verdict]:
        first, second = (each.verdict if each else law.Verdict.UNKNOWN for each in (self.before, self.after))
        return first, second

    @property
    def name(self) -> str:
        """What the honour is called."""
        known = law.catalogue().get(self.honour)
        return name_of(known) if known else self.honour

    @property
    def is_flip(self) -> bool:
        return self.verdicts[0] is not self.verdicts[1]

    @property
    def reasons(self) -> tuple[law.Finding, ...]:
        """What stands in the way with the draft; where nothing does, what stood in the way without it."""
        for answer in (self.after, self.before):
            lacking = law.gaps(answer) if answer else ()
            if lacking:
                return lacking
        return ()


@dataclass(frozen=True, slots=True)
class Preview:
    both: Both
    compared: tuple[Effect, ...]

    @property
    def flips(self) -> tuple[Effect, ...]:
        return tuple(effect for effect in self.compared if effect.is_flip)

    @property
    def is_cut(self) -> bool:
        return len(self.compared) >= MOST


def preview(rule: LocalRule, actor: Actor, today: date) -> Preview:
    """On the first day on which the draft would stand, not before today."""
    both = _both(rule, max(today, rule.since or today))
    honours = frozenset(item.honour for item in books.read(rule.text, rule.until).criteria)
    found = slots.gather("rulebook.effects", actor, rule.organisation_id, honours, both, MOST)
    return Preview(both, tuple(found))


def _both(rule: LocalRule, on: date) -> Both:
    standing = books.governing(rule.organisation_id, on)
    former = actions.replaced_by(rule)
    others = tuple(books.versions(standing.exclude(pk__in=[each.pk for each in former])))
    ended = (books.read(each.text, rule.since) for each in former)
    after = books.book_of(others, *ended, books.read(rule.text, rule.until))
    return Both(on, books.book_of(tuple(books.versions(standing))), after)


def in_order(effects: tuple[Effect, ...]) -> Iterator[Effect]:
    """Who would no longer meet the standard first."""
    order = {law.Verdict.NO: 0, law.Verdict.UNKNOWN: 1, law.Verdict.YES: 2}
    yield from sorted(effects, key=lambda each: (order[each.verdicts[1]], each.label))
