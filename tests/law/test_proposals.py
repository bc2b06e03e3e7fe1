"""Several proposals read together."""

from datetime import date
from typing import Any

import pytest

from thidua.law import Proposal, Verdict, read_together

ON = date(2025, 12, 15)


def remarks(*proposals: Proposal, on: date = ON) -> list[tuple[str, Verdict]]:
    return [(remark.rule, remark.verdict) for remark in read_together(proposals, on)]


def proposal(key: str, honour: str, recipient: str = "An", **more: Any) -> Proposal:
    return Proposal(key, recipient, honour, **more)


IDEA = frozenset({"idea"})
DEED = frozenset({"deed"})


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("CSTDCS", "An"), ("BK_TINH", "An"), [("initiative_twice", Verdict.NO)]),
        (("BK_TINH", "An"), ("CSTDCT", "An"), [("initiative_twice", Verdict.NO)]),
        (("CSTDCS", "An"), ("CSTDCT", "An"), []),
        (("CSTDCS", "An"), ("CSTDCS", "Bình"), [("initiative_twice", Verdict.UNKNOWN)]),
    ],
)
def test_one_initiative_for_two_honours(
    first: tuple[str, str], second: tuple[str, str], found: list[tuple[str, Verdict]]
) -> None:
    rows = [
        proposal(str(n), honour, who, initiatives=IDEA) for n, (honour, who) in enumerate((first, second))
    ]
    assert remarks(*rows) == found


def test_one_achievement_is_rewarded_once_even_up_two_lines() -> None:
    state, party = proposal("1", "BK_TINH", deeds=DEED), proposal("2", "GK", deeds=DEED, line="party")
    assert remarks(state, proposal("2", "GK", deeds=DEED)) == [("achievement_twice", Verdict.NO)]
    assert remarks(state, party) == [("two_lines", Verdict.NO)]
    assert remarks(state, proposal("2", "GK", "Bình", deeds=DEED)) == []


def test_the_same_form_for_years_already_rewarded() -> None:
    given = proposal("1", "BK_TINH", for_years=(2023, 2024), given=True)
    again = proposal("2", "BK_TINH", for_years=(2024, 2025))
    assert remarks(given, again) == [("same_period", Verdict.NO)]
    assert remarks(given, proposal("2", "BK_TINH", for_years=(2025, 2026))) == []


def test_two_honours_of_the_centre_in_one_year_until_2017() -> None:
    rows = proposal("1", "HCLD3"), proposal("2", "CSTDTQ")
    assert remarks(*rows, on=date(2014, 5, 15)) == [("not_together", Verdict.NO)]
    assert remarks(*rows, on=ON) == []
