import pytest

from thidua.modules.councils.shares import Share


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("80", Share(80, 100)),
        (" 80 % ", Share(80, 100)),
        ("2/3", Share(2, 3)),
        ("> 1/2", Share(1, 2, is_over=True)),
        ("Trên 50 %", Share(50, 100, is_over=True)),
        ("Quá nửa", Share(1, 2, is_over=True)),
    ],
)
def test_a_share_is_read_as_it_is_typed(typed, share):
    assert Share.read(typed) == share


@pytest.mark.parametrize("typed", ["0", "101", "3/2", "2/0", "nửa", "1/2/3", "-5", ""])
def test_what_is_no_share_is_not_read(typed):
    assert Share.read(typed) is None


@pytest.mark.parametrize(("n", "of", "reached"), [(6, 9, True), (5, 9, False), (7, 10, True), (6, 10, False)])
def test_two_thirds_are_not_rounded(n, of, reached):
    assert Share(2, 3).reached(n, of) is reached


@pytest.mark.parametrize(("n", "of", "reached"), [(3, 6, False), (4, 6, True), (3, 5, True)])
def test_half_is_not_more_than_half(n, of, reached):
    assert Share(1, 2, is_over=True).reached(n, of) is reached


@pytest.mark.parametrize(
    ("share", "words"),
    [(Share(4, 5), "≥ 80 %"), (Share(2, 3), "≥ 2/3"), (Share(1, 2, is_over=True), "> 50 %")],
)
def test_a_share_is_written_as_officers_write_it(share, words):
    assert str(share) == words
