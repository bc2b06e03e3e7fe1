"""Over careers of which everything is known, an answer is unknown only for local rules or a judgement."""

import sys
from collections import Counter
from datetime import date

import pytest

from law.careers import long_career
from thidua.kernel.errors import Cannot
from thidua.law import Answer, Question, Record, Verdict, decide, national_book

BOOK = national_book()
GROUPS = {"individual": "official", "collective": "official", "household": None}
OF_MERIT = ("GK", "BK_TINH", "BK_TTG", "HCLD", "HCDL", "HCSV", "HCHCM")


def answers(day: date) -> list[tuple[str, Answer]]:
    found = []
    for code in BOOK.honours:
        for kind, group in GROUPS.items():
            for seed in range(6):
                record = Record.from_dict(long_career(seed, day.year))
                by = "results" if code.startswith(OF_MERIT) else None
                asked = Question(
                    code,
                    kind,
                    record,
                    day,
                    day.year,
                    by=by,
                    group=group,
                    position="leader",
                    sex="male",
                )
                try:
                    found.append((code, decide(BOOK, asked)))
                except Cannot:
                    break
    return found


@pytest.mark.parametrize("year", [2015, 2018, 2022, 2024, 2025])
def test_only_local_rules_and_judgement_leave_an_answer_unknown(year: int) -> None:
    given = answers(date(year, 12, 15))
    reasons: Counter[str] = Counter()
    for code, answer in given:
        if answer.verdict is Verdict.UNKNOWN:
            open_ = {str(leaf.unknown_reason) for leaf in answer.leaves() if leaf.verdict is Verdict.UNKNOWN}
            assert open_, code
            reasons[" + ".join(sorted(open_))] += 1
    shares = {reason: f"{count / len(given):.0%}" for reason, count in reasons.most_common()}
    sys.stdout.write(f"{year}: {len(given)} answers, unknown for {shares}\n")
    assert not [reason for reason in reasons if "fact" in reason]
