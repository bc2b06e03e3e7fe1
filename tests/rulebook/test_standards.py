"""Tra cứu tiêu chuẩn: open to everybody, in both languages, without a query of its own."""

import pytest
from django.test import Client
from django.urls import reverse

HERE = "/tra-cuu/tieu-chuan/"


@pytest.fixture
def visitor() -> Client:
    return Client()


def lines(response) -> list[str]:
    return [line.honour.code for shelf in response.context["shelves"] for line in shelf.lines]


def test_a_visitor_browses_in_vietnamese_without_a_query(db, visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = visitor.get(HERE)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Chiến sĩ thi đua cơ sở" in page
    assert "Danh hiệu thi đua" in page
    assert reverse("rulebook_standards") == HERE


def test_words_are_found_without_diacritics(db, visitor):
    assert lines(visitor.get(HERE, {"q": "chien si thi dua co so"})) == ["CSTDCS"]
    assert lines(visitor.get(HERE, {"q": "giay khen"})) == ["GK"]
    assert lines(visitor.get(HERE, {"q": "không có danh hiệu này"})) == []


def test_an_honour_is_listed_while_it_exists(db, visitor):
    assert "XPTB" not in lines(visitor.get(HERE, {"ngay": "2023-12-31"}))
    assert "XPTB" in lines(visitor.get(HERE, {"ngay": "2024-01-01"}))
    assert "HUYHIEU" in lines(visitor.get(HERE, {"ngay": "31/12/2023"}))


def test_an_honour_of_the_place_names_the_instrument_of_the_place(db, visitor):
    asked = {"q": "cong dan thu do uu tu", "ngay": "2026-01-01", "noi": "ha-noi"}
    found = visitor.get(HERE, asked)
    assert "71/2025" in found.context["shelves"][0].lines[0].cite


def test_the_recipient_narrows(db, visitor):
    assert lines(visitor.get(HERE, {"doi_tuong": "household", "q": "gia dinh"})) == ["GDVH", "BGDVV"]


def test_the_english_is_english(db, visitor):
    visitor.cookies["ngon_ngu"] = "en"
    page = visitor.get(HERE).content.decode()
    assert "Base-level Emulation Fighter" in page
    assert "Emulation titles" in page
