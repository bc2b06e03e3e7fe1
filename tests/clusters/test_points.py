"""From a number to points: each rule at its edges, rounding half up, groups with ceilings, shared places."""

from decimal import Decimal

import pytest

from thidua.modules.clusters.forms.numbers import NumberField
from thidua.modules.clusters.models import CardState, ClusterYear, Criterion, CriterionGroup, Score, Scorecard
from thidua.modules.clusters.points import CannotScore, own_points, refuse_outside, rule_in_words
from thidua.modules.clusters.tally import CardTally, Source, counting, places, tally

D = Decimal


def criterion(way: str, most: str, **more: object) -> Criterion:
    return Criterion(pk=1, name="Tiêu chí", way=way, most=D(most), weight=more.pop("weight", D(1)), **more)


TARGET = criterion("target", "10", target=D(98))
MINUS = criterion("minus", "5", each=D(2))
BONUS = criterion("bonus", "5", each=D(2))
TYPED = criterion("typed", "20")


@pytest.mark.parametrize(
    ("one", "figure", "decimals", "points"),
    [
        (TARGET, "98", 2, "10"),
        (TARGET, "120", 2, "10"),
        (TARGET, "0", 2, "0"),
        (TARGET, "90", 2, "9.18"),
        (TARGET, "90", 1, "9.2"),
        (TARGET, "90", 0, "9"),
        (criterion("target", "1", target=D(200)), "1", 2, "0.01"),
        (TYPED, "20", 2, "20"),
        (criterion("typed", "20"), "9.25", 1, "9.3"),
        (MINUS, "0", 2, "0"),
        (MINUS, "1", 2, "-2"),
        (MINUS, "9", 2, "-5"),
        (BONUS, "2", 2, "4"),
        (BONUS, "3", 2, "5"),
    ],
)
def test_each_rule_at_its_edges(one, figure, decimals, points):
    assert own_points(one, D(figure), decimals) == D(points)


@pytest.mark.parametrize(("one", "figure"), [(TYPED, "20.01"), (TYPED, "-1"), (MINUS, "-1")])
def test_what_the_rule_does_not_allow(one, figure):
    with pytest.raises(CannotScore):
        own_points(one, D(figure), 2)


@pytest.mark.parametrize(
    ("one", "points"), [(TARGET, "10.01"), (TARGET, "-1"), (MINUS, "1"), (MINUS, "-6"), (BONUS, "6")]
)
def test_a_check_stays_within_the_criterion(one, points):
    with pytest.raises(CannotScore):
        refuse_outside(one, D(points))


def test_the_rule_says_itself():
    one = criterion("target", "10", target=D(98), unit="%", weight=D("1.5"))
    assert rule_in_words(one) == (
        "10 points × number reached ÷ 98 %; beyond the target still 10 points; times 1.5"
    )
    assert rule_in_words(MINUS) == "2 points off for each case, at most 5 points off"


@pytest.mark.parametrize(
    ("own", "checked", "settled", "found"),
    [
        (None, None, None, (Source.NONE, D(0))),
        ("8", None, None, (Source.OWN, D(8))),
        ("8", "7", None, (Source.CHECKED, D(7))),
        ("8", "7", "0", (Source.SETTLED, D(0))),
    ],
)
def test_whose_points_count(own, checked, settled, found):
    values = {"own": own, "checked": checked, "settled": settled}
    assert counting(Score(**{k: v and D(v) for k, v in values.items()})) == found


def test_a_total_is_the_sum_of_capped_groups():
    bonus = Criterion(pk=2, name="Thưởng", way="bonus", most=D(9), each=D(1), weight=D("1.5"))
    sheet = [
        (CriterionGroup(pk=1, name="A"), [TYPED]),
        (CriterionGroup(pk=2, name="B", ceiling=D(5)), [bonus]),
    ]
    scores = [Score(criterion=TYPED, own=D("17.5")), Score(criterion=bonus, own=D(4))]
    found = tally(Scorecard(), sheet, scores, 2)
    assert [(group.sum, group.counted, group.is_capped) for group in found.groups] == [
        (D("17.50"), D("17.50"), False),
        (D("6.00"), D(5), True),
    ]
    assert found.total == D("22.50")


def card(pk: int, total: str, votes: int = 0, first: int = 0, state: str = "checked") -> CardTally:
    return CardTally(Scorecard(pk=pk, state=state, vote_points=votes, n_first=first), (), D(total))


def test_equal_points_share_a_place():
    cards = [
        card(1, "80"),
        card(2, "90"),
        card(3, "80"),
        card(4, "70"),
        card(5, "99", state=CardState.EXCUSED),
    ]
    assert places(ClusterYear(), cards) == {2: 1, 1: 2, 3: 2, 4: 4}


def test_the_vote_parts_equal_points_or_ranks_alone():
    cards = [card(1, "80", votes=3), card(2, "90", votes=1), card(3, "80", votes=5)]
    assert places(ClusterYear(ranked_by="points"), cards) == {2: 1, 3: 2, 1: 3}
    assert places(ClusterYear(ranked_by="vote"), cards) == {3: 1, 1: 2, 2: 3}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("9,5", "9.5"),
        ("9.5", "9.5"),
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("12 345", "12345"),
        ("7", "7"),
    ],
)
def test_numbers_as_people_write_them(typed, number):
    assert NumberField(max_digits=14).clean(typed) == D(number)


def test_a_number_is_shown_as_it_is_typed():
    assert [NumberField().prepare_value(D(v)) for v in ("9.50", "10.00", "0.05")] == ["9,5", "10", "0,05"]
