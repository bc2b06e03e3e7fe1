"""Every month from a rule's first day has exactly one rule and no missing value."""

from collections.abc import Iterator
from datetime import date

import pytest

from thidua.law import CannotAnswer, Question, Record, catalogue, decide, national_book, parameter
from thidua.law.parameters import CannotFindValue, parameter_names

BOOK = national_book()
END = date(2027, 3, 1)  # the end announced for the decrees in force
COVERED = sorted({(rule.honour, rule.kind) for rule in BOOK.rules})


def months(since: date, until: date) -> Iterator[date]:
    day = since
    while day < until:
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


@pytest.mark.parametrize(("honour", "kind"), COVERED)
def test_each_month_has_exactly_one_rule_with_standards(honour: str, kind: str) -> None:
    rules = BOOK.dated(honour, kind)
    for day in months(min(rule.since for rule in rules), catalogue()[honour].until or END):
        in_force = [rule for rule in rules if rule.holds_on(day)]
        assert len(in_force) == 1, (honour, kind, day)
        assert in_force[0].standards_on(day) != (), (honour, kind, day)


@pytest.mark.parametrize(("honour", "kind"), COVERED)
def test_rules_are_for_recipients_the_catalogue_names(honour: str, kind: str) -> None:
    assert kind in catalogue()[honour].recipient


@pytest.mark.parametrize(("honour", "kind"), COVERED)
def test_no_obstacle_is_asked_twice_on_a_day(honour: str, kind: str) -> None:
    first = min(rule.since for rule in BOOK.dated(honour, kind))
    for day in months(first, catalogue()[honour].until or END):
        codes = [item.code for item in BOOK.rule(honour, kind, day).obstacles_on(day)]
        assert sorted(codes) == sorted(set(codes)), (honour, kind, day)


@pytest.mark.parametrize("name", parameter_names())
def test_each_value_file_reads_and_refuses_earlier_days(name: str) -> None:
    values = parameter(name).values
    assert [value.since for value in values] == sorted(value.since for value in values)
    for day in months(values[0].since, END):
        assert parameter(name).on(day).since <= day
    with pytest.raises(CannotFindValue):
        parameter(name).on(date(values[0].since.year - 1, 1, 1))


def test_a_day_before_the_horizon_is_refused_with_the_first_day() -> None:
    question = Question("CSTDCS", "individual", Record(), date(2010, 5, 1), year=2010)
    with pytest.raises(CannotAnswer, match="01/05/2010") as refusal:
        decide(BOOK, question)
    assert refusal.value.field == "on"


def test_a_year_to_come_is_refused() -> None:
    question = Question("CSTDCS", "individual", Record(), date(2025, 5, 1), year=2026)
    with pytest.raises(CannotAnswer, match="2026"):
        decide(BOOK, question)


def test_today_answers_with_the_warning_that_the_new_law_is_not_at_hand() -> None:
    record = Record.from_dict({"grades": [{"year": 2026, "grade": "good"}]})
    answer = decide(BOOK, Question("LDTT", "individual", record, date(2026, 11, 23), year=2026))
    assert (answer.verdict.value, answer.regime) == ("yes", "D")
    assert any("06/2026/QH16" in warning for warning in answer.warnings)
    before = decide(BOOK, Question("LDTT", "individual", record, date(2026, 9, 30), year=2026))
    assert (before.verdict.value, before.regime, before.warnings) == ("yes", "C", ())


def test_after_the_announced_end_the_last_rule_says_so() -> None:
    record = Record.from_dict({"pending": []})
    answer = decide(BOOK, Question("BK_TINH", "individual", record, date(2027, 3, 1)))
    assert any("152/2025/NĐ-CP" in w and "hết hiệu lực" in w for w in answer.warnings)
