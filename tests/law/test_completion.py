"""A yes or a no already given stays, whatever the unknown facts turn out to be."""

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.strategies import ON, records, with_gaps
from thidua.law import Question, Record, Verdict, decide, national_book, sweep

BOOK = national_book()
ASKED = [
    ("LDTT", "individual", None),
    ("CSTDCS", "individual", None),
    ("CSTDCT", "individual", None),
    ("CSTDTQ", "individual", None),
    ("GK", "household", "results"),
    ("BK_TINH", "individual", "results"),
    ("BK_TINH", "collective", "results"),
    ("BK_TTG", "individual", "results"),
    ("BK_TTG", "collective", "results"),
    ("HCLD3", "individual", "results"),
    ("HCLD2", "collective", "results"),
    ("HCLD1", "individual", "results"),
    ("TTLDTT", "collective", None),
    ("TTLDXS", "collective", None),
    ("CO_TINH", "collective", None),
]
GROUPS = {"individual": "official", "collective": "official", "household": None}


def question(asked: tuple[str, str, str | None], record: Mapping[str, object]) -> Question:
    honour, kind, by = asked
    return Question(
        honour,
        kind,
        Record.from_dict(record),
        ON,
        year=2025,
        by=by,
        group=GROUPS[kind],
    )


def without(record: Mapping[str, object], honour: str) -> Mapping[str, object]:
    """An unknown list of awards is presumed not to hold the same honour already: the answer warns."""
    kept = [item for item in record["awards"] if item["honour"] != honour]
    return {**record, "awards": kept}


@settings(max_examples=120, deadline=None)
@given(asked=st.sampled_from(ASKED), facts=with_gaps)
def test_completing_a_record_never_turns_a_yes_or_a_no(
    asked: tuple[str, str, str | None], facts: tuple[Mapping[str, object], Mapping[str, object]]
) -> None:
    known, partial = facts
    if "awards" not in partial:
        known = without(known, asked[0])
    before = decide(BOOK, question(asked, partial)).verdict
    after = decide(BOOK, question(asked, known)).verdict
    assert before in (Verdict.UNKNOWN, after)


@settings(max_examples=30, deadline=None)
@given(asked=st.sampled_from(ASKED), given_records=st.lists(records, min_size=1, max_size=12))
def test_many_candidates_are_answered_as_each_alone(
    asked: tuple[str, str, str | None], given_records: list[Mapping[str, object]]
) -> None:
    questions = [question(asked, record) for record in given_records]
    together = sweep(BOOK, questions).verdicts()
    assert together == [decide(BOOK, one).verdict for one in questions]


@settings(max_examples=30, deadline=None)
@given(asked=st.sampled_from(ASKED), pairs=st.lists(with_gaps, min_size=1, max_size=8))
def test_many_partial_records_too(
    asked: tuple[str, str, str | None],
    pairs: list[tuple[Mapping[str, object], Mapping[str, object]]],
) -> None:
    questions = [question(asked, partial) for _, partial in pairs]
    assert sweep(BOOK, questions).verdicts() == [decide(BOOK, one).verdict for one in questions]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "-".join(filter(None, asked)))
def test_a_wholly_known_record_leaves_nothing_unknown_for_want_of_facts(
    asked: tuple[str, str, str | None],
) -> None:
    reasons: Counter[str] = Counter()

    @settings(max_examples=20, deadline=None)
    @given(record=records)
    def collect(record: Mapping[str, object]) -> None:
        answer = decide(BOOK, question(asked, record))
        if answer.verdict is Verdict.UNKNOWN:
            decisive = {f.unknown_reason for f in answer.leaves() if f.verdict is Verdict.UNKNOWN}
            reasons.update(str(reason) for reason in decisive)

    collect()
    assert reasons["fact"] == 0, reasons


def test_a_presumption_about_earlier_awards_is_said() -> None:
    grades = [{"year": year, "grade": "excellent"} for year in (2024, 2025)]
    asked = ("BK_TINH", "collective", "results")
    silent = decide(BOOK, question(asked, {"grades": grades, "titles": []}))
    assert (silent.verdict, len(silent.warnings)) == (Verdict.YES, 1)
    stated = decide(BOOK, question(asked, {"grades": grades, "titles": [], "awards": []}))
    assert (stated.verdict, stated.warnings) == (Verdict.YES, ())
