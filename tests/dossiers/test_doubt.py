"""What builds on a lower title of the same file, without a database."""

from dataclasses import replace
from datetime import date

from thidua import law
from thidua.modules.dossiers.queries.comparison import _doubted

YES, UNKNOWN = law.Verdict.YES, law.Verdict.UNKNOWN
# Two years as fighter at the base, and the third proposed in the same file.
QUESTION = law.Question(
    honour="CSTDCT",
    kind="individual",
    record=law.Record.from_dict(
        {
            "titles": [{"honour": "CSTDCS", "year": 2024}, {"honour": "CSTDCS", "year": 2025}],
            "awards": [],
            "grades": [{"year": year, "grade": "excellent"} for year in (2024, 2025, 2026)],
            "initiatives": [{"year": 2026, "scope": "province"}],
            "leave": [],
            "discipline": [],
            "pending": [],
        }
    ),
    on=date(2026, 6, 20),
    year=2026,
    group="public_employee",
    provisional=frozenset({"CSTDCS"}),
)


def answered(question):
    return law.decide(law.national_book(), question)


def test_the_lower_title_of_the_file_is_what_carries_it():
    without = answered(replace(QUESTION, provisional=frozenset()))
    assert (answered(QUESTION).verdict, without.verdict) == (YES, law.Verdict.NO)


def test_a_yes_that_rests_on_a_sure_lower_title_stays():
    assert _doubted(law.national_book(), answered(QUESTION), QUESTION, {"CSTDCS": YES}).verdict is YES


def test_a_yes_that_rests_on_a_doubtful_lower_title_is_doubtful():
    doubted = _doubted(law.national_book(), answered(QUESTION), QUESTION, {"CSTDCS": UNKNOWN})
    assert (doubted.verdict, doubted.warnings[-1]) == (
        UNKNOWN,
        "Còn tùy CSTĐCS trong cùng hồ sơ: chưa đủ căn cứ.",
    )
