"""What the law's sweep says of a batch of recipients, as suggestions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from thidua import law
from thidua.law.conditions import Condition, kind_of
from thidua.law.items import Numbers
from thidua.law.sweeping import Answers, Asked, answer, plan, ways
from thidua.law.tri import Bools
from thidua.modules.people.models import Collective, Person
from thidua.modules.register.api import Recipients, records_for
from thidua.modules.suggestions.kinds import SuggestionKind
from thidua.modules.suggestions.rows import sheet_of

K = SuggestionKind


@dataclass(frozen=True, slots=True)
class Why:
    """One condition with its article, in words."""

    sentence_vi: str
    sentence_en: str
    cite_vi: str
    cite_en: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One recipient (by id) and one honour worth looking at."""

    pk: int
    kind: SuggestionKind
    honour: str
    by: str
    why: Why | None


def look(
    book: law.Book, recipients: Sequence[Person] | Sequence[Collective], on: date, year: int
) -> Iterator[Seen]:
    """Whoever meets a standard and was not given that honour, and whoever is one step away from it.

    All of one kind, for one year. What is proposed already is left out where the list is read.
    """
    ids = [row.pk for row in recipients]
    is_person = isinstance(recipients[0], Person)
    wanted = Recipients(persons=ids) if is_person else Recipients(collectives=ids)
    records = {pk: facts for (_kind, pk), facts in records_for(wanted, on=on, year=year).items()}
    for found in answer(plan(book, on, year), sheet_of(recipients, records)):
        way, limbs = ways(found.comparison)
        yield from _seen(found, K.QUALIFIES, np.where(found.forgotten, way, -1), limbs, found.forgotten)
        yield from _seen(found, K.ONE_STEP, found.missing, found.leaves, found.missing >= 0)


def _seen(
    found: Answers, kind: SuggestionKind, place: Numbers, conditions: Sequence[Condition], wanted: Bools
) -> Iterator[Seen]:
    asked = found.asked
    whys: dict[int, Why] = {-1: _standard(asked, found.comparison.table.on)}
    for row in np.flatnonzero(wanted):
        at = int(place[row])
        if at not in whys:
            whys[at] = _why(conditions[at])
        yield Seen(int(found.person[row]), kind, asked.honour.code, asked.by or "", whys[at])


def _why(condition: Condition) -> Why:
    vi, en = kind_of(condition).sentences(condition.args)
    return Why(vi, en, condition.cite.label_vi(), condition.cite.label_en())


def _standard(asked: Asked, on: date) -> Why:
    """Where a standard has no alternatives: all it asks, and its article."""
    whys = [_why(condition) for condition in asked.rule.standards_on(on)]
    if len(whys) == 1:
        return whys[0]
    cite = asked.honour.cite(on)
    vi, en = (
        "; ".join(each) for each in zip(*((why.sentence_vi, why.sentence_en) for why in whys), strict=True)
    )
    return Why(vi, en, cite.label_vi(), cite.label_en())
