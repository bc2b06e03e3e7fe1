"""Every published question, and those made from the statutes, answered as the authority or the text does."""

from pathlib import Path

import pytest
import yaml

from thidua.law import national_book
from thidua.law.cases import Case, load_cases, run

HERE = Path(__file__).parent
FILES = ("cases.yaml", "cases_statute.yaml", "cases_boundaries.yaml", "cases_format.yaml")
CASES = tuple(case for name in FILES for case in load_cases(HERE / name))
# Questions the law package doesn't answer yet, each with its reason.
OPEN: dict[str, str] = yaml.safe_load((HERE / "open.yaml").read_text(encoding="utf-8")) or {}
# Real questions to authorities that the demonstration shows on screen.
SHOWN = {"C013", "C009", "C032", "C081", "C107", "C002", "C133"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_law_answers_as_the_authority_did(case: Case) -> None:
    result = run(national_book(), case)
    explained = "\n".join(result.lines())
    if case.id in OPEN:
        assert result.passed is False, f"{case.id} passes: take it off open.yaml"
    else:
        assert (result.passed, result.cited) == (True, True), explained


def test_every_open_case_exists_and_says_why() -> None:
    known = {case.id for case in CASES}
    assert set(OPEN) - known == set()
    assert [key for key, reason in OPEN.items() if not reason] == []


def test_the_cases_of_the_demonstration_are_settled() -> None:
    assert SHOWN & set(OPEN) == set()
