"""One question about several candidates against each of them asked alone."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.everything import any_record
from thidua.law import CannotAnswer, Question, Record, decide, decide_each, national_book

BOOK = national_book()
DAYS = [date(2018, 6, 1), date(2022, 12, 1), date(2024, 6, 30), date(2025, 12, 15)]
GROUPS = (None, "official", "worker", "farmer")


def questions(random: Random, honour: str, kind: str, on: date) -> list[Question]:
    lower = (frozenset(), frozenset({"LDTT"}))
    return [
        Question(
            honour,
            kind,
            Record.from_dict(any_record(random)),
            on,
            on.year - 1,
            group=random.choice(GROUPS),
            provisional=random.choice(lower),
        )
        for _ in range(5)
    ]


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    honour=st.sampled_from(["LDTT", "CSTDCS", "CSTDCT", "GK", "BK_TINH", "HCLD3"]),
    kind=st.sampled_from(["individual", "collective"]),
    on=st.sampled_from(DAYS),
)
def test_each_is_answered_as_if_asked_alone(seed: int, honour: str, kind: str, on: date) -> None:
    asked = questions(Random(seed), honour, kind, on)
    assert decide_each(BOOK, asked) == tuple(decide(BOOK, question) for question in asked)


def test_different_questions_are_refused() -> None:
    random = Random(1)
    mixed = [
        *questions(random, "LDTT", "individual", DAYS[0]),
        *questions(random, "GK", "individual", DAYS[0]),
    ]
    with pytest.raises(CannotAnswer):
        decide_each(BOOK, mixed)
