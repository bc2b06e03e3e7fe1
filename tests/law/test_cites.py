"""Every provision that is cited exists, as far as the texts are at hand."""

from collections.abc import Iterator

import pytest

from thidua.law import Cite, instruments, national_book, parameter
from thidua.law.authority import proposer
from thidua.law.conditions import Condition
from thidua.law.files import load
from thidua.law.indexing import amended, holds, index_of
from thidua.law.parameters import parameter_names

BOOK = national_book()
INDEX = load("index.yaml")


def conditions(items: tuple[Condition, ...]) -> Iterator[Condition]:
    for item in items:
        yield item
        yield from conditions(item.parts)


def written() -> Iterator[str]:
    """The cites of the data files."""
    for spans in load("authority.yaml").values():
        for row in spans.values():
            yield from row["cites"]
    for act in load("competence.yaml").values():
        rows = [part for row in act.values() for part in (row, row.get("before", {}))]
        yield from (text for row in rows for text in (*row.get("cites", ()), row.get("cite")) if text)
    campaigns = load("campaigns.yaml")
    yield from (item["cite"] for row in campaigns["requirements"] for item in row["items"])
    yield from (row["cite"] for row in campaigns["registration"])
    papers = load("papers.yaml")
    for row in [*papers["lists"], papers["simplified"]]:
        yield from row["cites"]
    yield from (row["cite"] for row in papers["sets"])
    for rows in load("deadlines.yaml").values():
        yield from (row["cite"] for row in rows)


def cited() -> set[Cite]:
    found = {c.cite for rule in BOOK.rules for c in conditions((*rule.standards, *rule.obstacles))}
    found |= {value.cite for name in parameter_names() for value in parameter(name).values}
    return found | {Cite.parse(text) for text in written()}


CITED = sorted(cited(), key=lambda cite: cite.label_vi())


@pytest.mark.parametrize("cite", CITED, ids=Cite.label_en)
def test_each_cite_resolves(cite: Cite) -> None:
    assert cite.instrument in instruments()
    if cite.instrument in INDEX and cite.article:
        assert holds(INDEX[cite.instrument], cite.article, cite.clause, cite.point)


@pytest.mark.parametrize("number", sorted(instruments()))
def test_an_index_stands_behind_each_text_said_to_be_at_hand(number: str) -> None:
    at_hand = instruments()[number].text_at_hand
    assert at_hand is (number in INDEX or number == "39/2013/QH13")


def test_conditions_read_in_a_statute_say_so_and_others_do_not() -> None:
    every = [c for rule in BOOK.rules for c in _leaves((*rule.standards, *rule.obstacles))]
    overclaimed = {
        c.cite.label_en()
        for c in every
        if c.confidence == "text" and not instruments()[c.cite.instrument].text_at_hand
    }
    assert overclaimed == set()


def _leaves(items: tuple[Condition, ...]) -> Iterator[Condition]:
    return (item for item in conditions(items) if not item.parts)


def test_a_label_reads_as_officers_write_it() -> None:
    assert Cite.parse("06/2022/QH15 23.2.a").label_vi() == "Luật 06/2022/QH15, Điều 23 khoản 2 điểm a"
    assert Cite.parse("15/2025/TT-BNV").label_vi() == "Thông tư 15/2025/TT-BNV"


def test_the_index_is_read_from_numbers_at_the_beginning_of_lines() -> None:
    text = "Điều 1. Tên\n1. Một\na) x\nđ) y\n2. Hai\nĐiều 2\nKhông có khoản\n"
    assert index_of(text) == {"1": {"1": ["a", "đ"], "2": []}, "2": {}}


def test_an_amending_law_replaces_articles_and_clauses() -> None:
    base = {"1": {"1": ["a"], "2": []}, "2": {"1": []}}
    amendment = (
        "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n“1. Mới\na) x\nb) y\n"
        "2. Sửa đổi, bổ sung Điều 2 như sau:\n“Điều 2\nMột đoạn”\n"
        "3. Sửa đổi, bổ sung tên Chương V như sau:\n“Chương V”\n"
    )
    assert amended(base, amendment) == {"1": {"1": ["a", "b"], "2": []}, "2": {}}


def test_the_province_proposes_what_the_centre_gives() -> None:
    from datetime import date

    office = proposer(BOOK, "HCLD3", "xa", date(2024, 5, 1))
    assert office is not None
    assert (office.code, office.cite.label_vi()) == ("tinh", "Luật 06/2022/QH15, Điều 83 khoản 2")
