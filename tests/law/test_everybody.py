"""One table for many candidates against each decided alone, over every kind of fact."""

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from law.everything import any_record
from thidua.law import Question, Record, decide, national_book, sweep

BOOK = national_book()
PAIRS = sorted({(rule.honour, rule.kind) for rule in BOOK.rules})
DAYS = [date(2015, 3, 3), date(2018, 6, 1), date(2022, 12, 1), date(2024, 6, 30), date(2025, 12, 15)]
GROUPS = (None, "official", "worker", "farmer", "armed_forces")


def questions(seed: int, honour: str, kind: str, on: date) -> list[Question]:
    random = Random(seed)
    year, by = random.choice((on.year, on.year - 1)), random.choice((None, "results", "work", "movement"))
    records = (Record.from_dict(any_record(random)) for _ in range(8))
    return [
        Question(honour, kind, record, on, year=year, by=by, group=random.choice(GROUPS))
        for record in records
    ]


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32), pair=st.sampled_from(PAIRS), on=st.sampled_from(DAYS))
def test_everybody_together_and_each_alone(seed: int, pair: tuple[str, str], on: date) -> None:
    if not any(rule.holds_on(on) for rule in BOOK.dated(*pair)):
        return
    asked = questions(seed, *pair, on)
    assert sweep(BOOK, asked).verdicts() == [decide(BOOK, one).verdict for one in asked]
