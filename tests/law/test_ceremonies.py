"""The order in which honours are called, and the provision that asks for it."""

from datetime import date

from thidua.law.ceremonies import calling_order, ceremony_law
from thidua.law.cite import Confidence


def test_the_highest_first_and_collectives_before_persons():
    called = [("LDTT", "person"), ("GK", "person"), ("GK", "collective"), ("CSTDCS", "person")]
    ordered = sorted(called, key=lambda one: calling_order(*one))
    assert ordered.index(("CSTDCS", "person")) < ordered.index(("LDTT", "person"))
    assert ordered.index(("GK", "collective")) + 1 == ordered.index(("GK", "person"))


def test_an_honour_that_nobody_knows_comes_last():
    assert calling_order("LA", "collective") > calling_order("LDTT", "person")


def test_the_provision_by_day():
    assert ceremony_law(date(2023, 12, 31)) is None
    read = ceremony_law(date(2024, 1, 1))
    assert read is not None
    assert (read.cite.article, read.confidence, read.note_vi) == ("25", Confidence.SECONDARY, "")
    today = ceremony_law(date(2025, 7, 1))
    assert today is not None
    assert (today.confidence, bool(today.note_vi)) == (Confidence.UNVERIFIED, True)
