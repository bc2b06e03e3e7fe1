"""Keyset pages: every row once, in order, forwards and backwards, whatever the token."""

import pytest

from factories.accounts import UserFactory
from thidua.foundation.paging import COUNTED_TO, Counting, count_in_words, keyset
from thidua.modules.accounts.models import User

ORDER = ["-full_name", "id"]


@pytest.fixture
def people(db):
    return [UserFactory(full_name=name) for name in ("An", "Bình", "Bình", "Chi", "Dung")]


def names(page):
    return [row.full_name for row in page.rows]


def test_pages_follow_each_other(people):
    first = keyset(User.objects.all(), order=ORDER, size=2)
    second = keyset(User.objects.all(), order=ORDER, token=first.next, size=2)
    third = keyset(User.objects.all(), order=ORDER, token=second.next, size=2)
    assert [names(first), names(second), names(third)] == [["Dung", "Chi"], ["Bình", "Bình"], ["An"]]
    assert (first.previous, third.next) == ("", "")


def test_the_way_back_is_the_same(people):
    first = keyset(User.objects.all(), order=ORDER, size=2)
    second = keyset(User.objects.all(), order=ORDER, token=first.next, size=2)
    back = keyset(User.objects.all(), order=ORDER, token=second.previous, size=2)
    assert back.rows == first.rows


@pytest.mark.parametrize("token", ["", "rubbish", "W10", "éé", "WzAsICJBbiJd"])
def test_a_token_not_made_here_begins_anew(people, token):
    assert names(keyset(User.objects.all(), order=ORDER, token=token, size=2)) == ["Dung", "Chi"]


def test_counts_are_exact_to_ten_thousand():
    assert count_in_words(COUNTED_TO) == "10,000"
    assert count_in_words(COUNTED_TO + 1) == "more than 10,000"


def test_rows_are_counted_together_under_their_names(people, django_assert_num_queries):
    everybody, nobody = User.objects.order_by("full_name"), User.objects.none()
    two = User.objects.filter(full_name="Bình").select_related(None)
    with django_assert_num_queries(1):
        counts = Counting.of([("a", everybody), ("b", nobody), ("c", two), ("a", two)]).counts()
    assert (counts["a"], counts["b"], counts["c"]) == (7, 0, 2)


def test_nothing_to_count_asks_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not Counting.of([]).counts() + Counting.of([("a", User.objects.none())]).counts()
