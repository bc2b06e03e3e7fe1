"""The law over long rows against each record decided alone."""

from datetime import date
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from law.everything import any_record
from law.long_rows import long_rows
from thidua.law import Question, Record, Verdict, decide, national_book
from thidua.law.explain import REASONS
from thidua.law.sweeping import LongSheet, PlainColumns, answer, plan

BOOK = national_book()
DAYS = [date(2015, 3, 3), date(2018, 6, 1), date(2022, 12, 1), date(2024, 6, 30), date(2025, 12, 15)]
GROUPS = (None, "official", "worker", "farmer", "armed_forces")
KINDS = ("individual", "individual", "collective", "household")

Answer = tuple[str, str | None]


def crowd(random: Random, n: int) -> tuple[dict[int, Any], dict[int, Any]]:
    ids = sorted(random.sample(range(1000), n))
    kinds = {person: {"kind": random.choice(KINDS), "group": random.choice(GROUPS)} for person in ids}
    return {person: any_record(random) for person in ids}, kinds


def swept(people: dict[int, Any], attributes: dict[int, Any], on: date, year: int) -> dict[Any, Answer]:
    rows = {name: PlainColumns(columns) for name, columns in long_rows(people, attributes).items()}
    found = {}
    for item in answer(plan(BOOK, on, year), LongSheet.of(rows)):
        for place, person in enumerate(item.person):
            verdict = item.tri.at(place)
            reason = REASONS[item.reason[place]] if verdict is Verdict.UNKNOWN else None
            found[int(person), item.asked.honour.code] = (verdict.value, reason)
    return found


def decided(people: dict[int, Any], attributes: dict[int, Any], on: date, year: int) -> dict[Any, Answer]:
    records = {person: Record.from_dict(facts) for person, facts in people.items()}
    return {
        (person, asked.honour.code): alone(
            Question(
                asked.honour.code,
                asked.kind,
                record,
                on,
                year,
                by=asked.by,
                group=attributes[person]["group"],
            )
        )
        for person, record in records.items()
        for asked in plan(BOOK, on, year).of_kind(attributes[person]["kind"])
    }


def alone(question: Question) -> Answer:
    given = decide(BOOK, question)
    if given.verdict is not Verdict.UNKNOWN:
        return given.verdict.value, None
    reasons = {finding.unknown_reason for finding in given.findings}
    return "unknown", next(reason for reason in REASONS if reason in reasons)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32), on=st.sampled_from(DAYS), back=st.integers(0, 1))
def test_every_honour_of_everybody_as_if_asked_alone(seed: int, on: date, back: int) -> None:
    people, attributes = crowd(Random(seed), 12)
    year = on.year - back
    assert swept(people, attributes, on, year) == decided(people, attributes, on, year)
