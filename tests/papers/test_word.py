import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from papers.reading import pages, word, word_text
from papers.samples import ACROSS, DECISION, PAPERS, SMALL_DECISION, teachers
from thidua.documents import draw_docx, draw_pdf


@pytest.fixture(scope="module", params=list(PAPERS))
def paper(request):
    return request.param, draw_docx(PAPERS[request.param])


def test_margins_by_the_decree(paper):
    name, docx = paper
    across = name in ACROSS
    for section in word(docx).sections:
        assert round(section.left_margin.mm) == 30
        assert round(section.right_margin.mm) == 15
        assert (round(section.top_margin.mm), round(section.bottom_margin.mm)) == (20, 20)
        assert round(section.page_width.mm) == (297 if across else 210)


def test_times_new_roman_and_no_other_font(paper):
    _, docx = paper
    named = set()
    with ZipFile(BytesIO(docx)) as parts:
        for part in ("word/document.xml", "word/header1.xml"):
            named |= set(re.findall(rb'w:(?:ascii|hAnsi)="([^"]+)"', parts.read(part)))
    assert named <= {b"Times New Roman"}
    normal = word(docx).styles["Normal"]
    assert normal.element.rPr.rFonts.attrib == {
        qn(f"w:{script}"): "Times New Roman" for script in ("ascii", "hAnsi", "cs", "eastAsia")
    }


def test_the_page_number_is_in_the_head_but_not_on_first_pages(paper):
    _, docx = paper
    document = word(docx)
    header = document.sections[0].header._element.xml
    assert 'w:instr="PAGE"' in header
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_header.is_linked_to_previous
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_word_and_pdf_say_the_same(paper):
    """Word by word; in tables the two differ only in how lines of a cell are read back."""
    name, docx = paper
    printed = " ".join(pages(draw_pdf(PAPERS[name])))
    words = set(re.findall(r"\w+", word_text(docx)))
    assert words - set(re.findall(r"\w+", printed)) == set()
    assert {w for w in re.findall(r"\w+", printed) if not w.isdigit()} - words == set()


def test_the_same_letter_gives_the_same_bytes(paper):
    name, docx = paper
    assert draw_docx(PAPERS[name]) == docx


def test_each_annex_is_a_section_with_a_repeated_head():
    document = word(draw_docx(DECISION))
    assert len(document.sections) == 3
    tables = [t for t in document.tables if t._tbl.find(f".//{qn('w:tblHeader')}") is not None]
    assert [len(table.rows) for table in tables] == [202, 6]


def test_styles_carry_their_vietnamese_names():
    used = [paragraph.style.name for paragraph in word(draw_docx(SMALL_DECISION)).paragraphs]
    assert used.count("VB Căn cứ") == 4
    assert "VB Lời văn" in used
    assert "VB Tên loại" in used


def test_body_is_justified_and_indented():
    style = word(draw_docx(SMALL_DECISION)).styles["VB Lời văn"].paragraph_format
    assert style.alignment == 3
    assert round(style.first_line_indent.cm, 2) == 1.27
    assert style.space_after.pt == 6


def test_two_thousand_names_in_under_three_seconds():
    import time

    group = replace(DECISION.groups[0], nominees=teachers(2000, prize=760_000))
    start = time.perf_counter()
    docx = draw_docx(replace(DECISION, groups=(group,)))
    assert time.perf_counter() - start < 3
    assert word_text(docx).count("760.000 đ") == 2000
