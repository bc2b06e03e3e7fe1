"""Templates: the starting ones say what the built-in layout says; broken ones are refused with the place."""

import time
from collections import Counter
from dataclasses import replace

import docx
import pytest

from papers.hostile import WORD, saved, text_of, with_part, word
from papers.samples import DECISION, PAPERS, SMALL_DECISION, TALLY
from thidua.documents import draw_docx
from thidua.documents.templating import (
    REPLACEABLE,
    CannotFill,
    check,
    fields_of,
    fill,
    fill_sample,
    starting_template,
)
from thidua.documents.templating.samples import SAMPLES


def told(content, kind="decision"):
    return [(fault.place.vi if fault.place else "", fault.said.vi) for fault in check(content, kind)]


def words(content):
    return sorted(text_of(content).replace("\n", " ").split())


@pytest.mark.parametrize("kind", REPLACEABLE)
def test_a_starting_template_is_well_made_and_says_the_same(kind):
    template = starting_template(kind)
    assert check(template, kind) == []
    assert words(fill_sample(template, kind)) == words(draw_docx(SAMPLES[kind]))


@pytest.mark.parametrize("kind", REPLACEABLE)
def test_every_field_has_a_meaning_of_its_own(kind):
    for field in fields_of(kind):
        assert field.meaning.vi
        assert field.meaning.vi != f"cột “{field.name.rpartition('.')[2]}”"


@pytest.mark.parametrize(
    ("kind", "letter"),
    [("decision", SMALL_DECISION), ("tally_minutes", TALLY), ("submittal", PAPERS["submittal"])],
)
def test_other_letters_of_the_kind_fit_too(kind, letter):
    filled = words(fill(starting_template(kind), kind, letter))
    # The template has every column that there may be; the built-in layout leaves empty ones out.
    assert not Counter(words(draw_docx(letter))) - Counter(filled)


def test_the_same_letter_gives_the_same_bytes():
    template = starting_template("decision")
    assert fill(template, "decision", SMALL_DECISION) == fill(template, "decision", SMALL_DECISION)


def test_two_hundred_names_in_a_moment():
    template = starting_template("decision")
    begun = time.perf_counter()
    filled = fill(template, "decision", DECISION)
    assert time.perf_counter() - begun < 5
    assert "200" in text_of(filled)


def test_what_is_typed_in_a_letter_is_text_never_a_tag():
    letter = replace(SMALL_DECISION, subject="Về việc <b>{{ luu }}</b> & {% for x in can_cu %}")
    filled = text_of(fill(starting_template("decision"), "decision", letter))
    assert "Về việc <b>{{ luu }}</b> & {% for x in can_cu %}" in filled


def test_a_small_template_of_ones_own():
    content = word(
        "{{ trich_yeu|upper }}",
        "{%p for c in can_cu %}",
        "- {{ c }}",
        "{%p endfor %}",
        '{% if noi_nhan|length > 0 %}{{ noi_nhan|join("; ") }}{% else %}không{% endif %}',
        rows=(("{%tr for p in phu_luc %}", ""), ("{{ p.nhan }}", "{{ p.tieu_de }}"), ("{%tr endfor %}", "")),
    )
    assert told(content) == []
    filled = text_of(fill_sample(content, "decision"))
    assert "VỀ VIỆC KHEN THƯỞNG NĂM 2025" in filled
    assert "- Căn cứ Luật Thi đua, khen thưởng" in filled
    assert "Như Điều 3" in filled
    assert "Phụ lục" in filled


def test_a_tag_cut_into_runs_by_word_is_one_tag():
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ tr", "ich_yeu }", "}"):
        paragraph.add_run(piece).bold = piece == "{ tr"
    assert told(saved(document)) == []
    assert "Về việc khen thưởng" in text_of(fill_sample(saved(document), "decision"))


@pytest.mark.parametrize(
    ("tag", "words_of_it"),
    [
        ("{{ trich_yu }}", "Không có trường “trich_yu” ở loại văn bản này. Có phải “trich_yeu”?"),
        ("{{ nguoi_ky.ten }}", "Không có trường “ten”"),
        ("{{ can_cu }}", "Đây là danh sách"),
        ("{{ can_cu[99] }}", "Danh sách không có mục thứ 99."),
        ("{{ trich_yeu", "Thẻ thiếu dấu mở hoặc dấu đóng"),
        ("{{ trich_yeu | }}", "Thẻ viết sai cú pháp."),
        ("{{ }}", "Thẻ viết sai cú pháp."),
        ("{% endfor %}", "không khớp"),
        ("{% else %}", "không đi với thẻ if nào"),
        ("{% if trich_yeu %}", "Chưa có thẻ kết thúc {% endif %}"),
        ("{% for c in trich_yeu %}{% endfor %}", "Chỉ lặp được trên trường dạng danh sách."),
        ("{%tr for c in can_cu %}{%tr endfor %}", "chỉ dùng trong bảng"),
        ("{{r trich_yeu }}", "Trường viết là {{ tên }}"),
        ("{% colspan 3 %}", "Mẫu chỉ dùng được trường"),
    ],
)
def test_a_broken_tag_is_refused_with_its_paragraph(tag, words_of_it):
    found = told(word("{{ trich_yeu }}", "Lời văn.", tag))
    assert found[0][0] == "đoạn 3"
    assert words_of_it in found[0][1]


def test_a_broken_tag_in_a_table_is_told_by_row_and_cell():
    rows = (
        ("TT", "Họ và tên"),
        ("{%tr for h in danh_sach %}", ""),
        ("{{ h.tt }}", "{{ h.ho_ten }}"),
        ("{%tr endfor %}", ""),
    )
    found = told(word("Mở đầu", rows=rows), "proposal_list")
    assert found[0][0] == "bảng 1, hàng 3, ô 2"
    assert "ho_ten" in found[0][1]


def test_a_fault_in_the_header_is_told_as_there():
    document = docx.Document()
    document.add_paragraph("{{ trich_yeu }}")
    document.sections[0].header.paragraphs[0].text = "{{ co_qan }}"
    assert told(saved(document))[0][0] == "đầu trang, đoạn 1"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ trich_yeu.__class__.__mro__ }}",
        "{{ trich_yeu['__class__'] }}",
        "{{ can_cu.append(1) }}",
        "{{ trich_yeu.upper() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ range(9999999) }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ trich_yeu * 99999999 }}",
        "{{ trich_yeu|attr('__class__') }}",
        "{{ trich_yeu|format(1) }}",
        "{{ trich_yeu|safe }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro m() %}{% endmacro %}",
        "{% for x in range(99999999) %}{% endfor %}",
        "{% for x in can_cu recursive %}{% endfor %}",
        "{% for x in can_cu if x.__class__ %}{% endfor %}",
        "{{" + "(" * 140 + "1" + ")" * 140 + "}}",
    ],
)
def test_nothing_but_fields_loops_and_conditions(tag):
    content = word("{{ trich_yeu }}", tag)
    found = told(content)
    assert found
    assert found[0][0] == "đoạn 2"
    with pytest.raises(CannotFill):
        fill_sample(content, "decision")


def test_raw_text_is_no_way_around():
    assert told(word("{{ trich_yeu }}", "{% raw %}{{ ''.__class__ }}{% endraw %}"))


def test_loops_do_not_multiply():
    content = word(
        "{% for a in can_cu %}{% for b in noi_dung %}{% for c in danh_sach %}x{% endfor %}{% endfor %}{% endfor %}"
    )
    assert any("Vòng lặp bên trong" in said for _, said in told(content))
    with pytest.raises(CannotFill):
        fill_sample(content, "decision")


def test_a_loop_that_cuts_through_a_table_is_refused():
    rows = (("{%tr for h in danh_sach %}", ""), ("{{ h.tt }}", "{% for q in can_cu %}{%tr endfor %}"))
    assert told(word("x", rows=rows), "submittal")


def hidden(mark):
    return with_part(
        word("{{ trich_yeu }}"),
        WORD,
        lambda xml: xml.replace(b"<w:sectPr", mark + b"<w:sectPr", 1),
    )


@pytest.mark.parametrize(
    "mark",
    [
        b"<w:p><w:r><w:instrText>{{ ''.__class__ }}</w:instrText></w:r></w:p>",
        b"<w:p w:rsidR=\"{{ ''.__class__ }}\"/>",
        b"<w:p/>{{ ''.__class__ }}",
        b"<!-- {% for x in can_cu %} -->",
    ],
)
def test_tags_where_nobody_writes_are_refused(mark):
    assert "không soạn thảo được" in told(hidden(mark))[0][1]


def test_tags_in_the_files_properties_are_refused():
    document = docx.Document()
    document.add_paragraph("{{ trich_yeu }}")
    document.core_properties.title = "{{ ''.__class__ }}"
    assert "không soạn thảo được" in told(saved(document))[0][1]


def test_a_zip_bomb_is_refused_unread():
    bomb = with_part(word("{{ trich_yeu }}"), "word/media/image1.xml", lambda _: b"<a>" + b" " * 300_000_000)
    begun = time.perf_counter()
    assert told(bomb)
    assert time.perf_counter() - begun < 10


def test_too_much_text_is_refused():
    large = with_part(
        word("{{ trich_yeu }}"),
        WORD,
        lambda xml: xml.replace(b"<w:sectPr", b"<!--" + b"x" * 1_100_000 + b"--><w:sectPr", 1),
    )
    assert "quá lớn" in told(large)[0][1]


def test_entities_are_refused():
    content = with_part(
        word("{{ trich_yeu }}"), WORD, lambda xml: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + xml.split(b"?>", 1)[1]
    )
    assert "Không đọc được" in told(content)[0][1]


def test_a_picture_fetched_from_elsewhere_is_refused():
    relation = b'<Relationship Id="rId99" TargetMode="External" Target="http://example.vn/a.png" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    content = with_part(
        word("{{ trich_yeu }}"),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", relation),
    )
    assert "từ nơi khác" in told(content)[0][1]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 none", b"%PDF-1.7", b"{{ trich_yeu }}"])
def test_what_is_no_word_file_is_refused(content):
    assert told(content)


def test_a_template_without_a_field_is_refused():
    assert "không có trường nào" in told(word("Chỉ có chữ."))[0][1]


def test_too_many_tags_are_refused():
    assert "quá nhiều thẻ" in told(word(*["{{ luu }}"] * 700))[0][1]


def test_a_paper_with_another_table_is_not_filled():
    strange = PAPERS["launch_plan"]
    table = replace(strange.parts[2].table, titles=("Cột lạ", "Khác", "Nữa"))
    letter = replace(strange, parts=(replace(strange.parts[2], table=table),))
    with pytest.raises(CannotFill):
        fill(starting_template("launch_plan"), "launch_plan", letter)


def test_a_header_under_another_name_is_no_way_around():
    content = with_part(word("{{ trich_yeu }}"), "word/other.xml", lambda _: b"<a>{{ ''.__class__ }}</a>")
    assert "không soạn thảo được" in told(content)[0][1]


def test_a_table_that_word_would_not_write_is_refused_not_a_crash():
    table = b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{ luu }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert "Không ráp được" in told(hidden(table))[0][1]


def test_a_paper_that_grows_beyond_all_papers_is_not_filled():
    said = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    loop = [b"{%p for p in phu_luc %}", b"{%p for h in p.danh_sach %}", b"{{ h.ten }}" + b"x" * 500_000]
    content = hidden(
        b"".join(said.replace(b"%s", text) for text in (*loop, b"{%p endfor %}", b"{%p endfor %}"))
    )
    assert told(content) == []
    with pytest.raises(CannotFill) as failed:
        fill(content, "decision", DECISION)
    assert "quá lớn" in str(failed.value)


@pytest.mark.parametrize("body", [b"{{ " * 1_900 + b"x" * 900_000, b"{" * 3_900])
def test_a_slow_text_is_refused_at_once(body):
    begun = time.perf_counter()
    assert told(hidden(b"<w:p><w:r><w:t>" + body + b"</w:t></w:r></w:p>"))
    assert time.perf_counter() - begun < 5
