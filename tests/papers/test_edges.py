"""Letters with as little in them as can be, and with much more than is usual."""

from dataclasses import replace

import pytest

from papers.reading import pages, word_text
from papers.samples import (
    CONSULTATION,
    COUNCIL_MINUTES,
    DECISION,
    PROPOSAL_LIST,
    RETURN_NOTICE,
    SMALL_DECISION,
    SUBMITTAL,
    TALLY,
    TEAM,
    UNIT_MINUTES,
    teacher,
    teachers,
)
from thidua.documents import draw_docx, draw_pdf
from thidua.documents.letters import AwardGroup, Letterhead, Nominee, NomineeGroup, NomineeKind, Signature

BARE = {
    "submittal": replace(SUBMITTAL, groups=(), grounds=(), enclosures=(), paragraphs=()),
    "proposal_list": replace(PROPOSAL_LIST, groups=(), period=""),
    "unit_minutes": replace(UNIT_MINUTES, groups=(), opinions=(), conclusion=(), ballot=""),
    "council_minutes": replace(COUNCIL_MINUTES, groups=(), established_by="", conclusion=()),
    "tally": replace(TALLY, tellers=(), counts=(), groups=()),
    "decision": replace(DECISION, groups=(), grounds=(), money=""),
    "consultation": replace(CONSULTATION, groups=(), matters=(), to=(), reply_by=None, reply_to=""),
    "return_notice": replace(RETURN_NOTICE, points=(), received_on=None, due_on=None, contact=""),
    "unsigned": replace(SMALL_DECISION, signature=Signature(authority=())),
    "headless": replace(SMALL_DECISION, head=Letterhead(agency="")),
}


@pytest.mark.parametrize("letter", BARE.values(), ids=BARE)
def test_a_bare_letter_is_drawn_in_both_forms(letter):
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages(draw_pdf(letter))[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in word_text(draw_docx(letter))


def test_a_merit_longer_than_a_page_goes_on_on_the_next():
    words = [f"từ{n}" for n in range(1500)]
    group = NomineeGroup(honour="Giấy khen", nominees=(replace(teacher(1), merit=" ".join(words)),))
    drawn = " ".join(pages(draw_pdf(replace(PROPOSAL_LIST, groups=(group,)))))
    assert [word for word in words if word not in drawn] == []


def test_lines_of_a_merit_stay_lines_in_both_forms():
    group = NomineeGroup(honour="Giấy khen", nominees=(replace(teacher(1), merit="Một\nHai"),))
    letter = replace(PROPOSAL_LIST, groups=(group,))
    assert "Một Hai" in pages(draw_pdf(letter))[0]
    assert "Một Hai" in word_text(draw_docx(letter))


def test_the_columns_are_named_for_those_who_are_in_them():
    family = Nominee(name="Gia đình ông Đỗ Văn An", kind=NomineeKind.HOUSEHOLD)
    groups = (
        AwardGroup(honour="Giấy khen", nominees=(TEAM, *teachers(3))),
        AwardGroup(honour="danh hiệu “Gia đình văn hóa”", nominees=(family,) * 4),
    )
    _, first, second = pages(draw_pdf(replace(DECISION, groups=groups)))
    assert "TT Họ và tên, tên tập thể Chức vụ" in first
    assert "TT Hộ gia đình Chức vụ" in second


def test_a_revocation_speaks_of_what_it_revokes():
    groups = tuple(
        AwardGroup(honour="Giấy khen", nominees=(teacher(n),), merit="tại Quyết định số 12/QĐ-UBND")
        for n in range(2)
    )
    letter = replace(SMALL_DECISION, verb="Hủy bỏ việc tặng", groups=groups, articles=("Thu hồi.",))
    text = pages(draw_pdf(letter))[0]
    assert "Điều 1. Hủy bỏ việc tặng danh hiệu thi đua, hình thức khen thưởng đối với các cá nhân" in text
    assert "1. Hủy bỏ việc tặng Giấy khen cho bà Nguyễn Thị Ánh, Giáo viên, Trường" in text
    assert "Nơi nhận: - Như Điều 3; - Lưu: VT." in text
    many = replace(letter, groups=(AwardGroup(honour="Giấy khen", nominees=teachers(4)),))
    assert "Phụ lục DANH SÁCH HỦY BỎ VIỆC TẶNG GIẤY KHEN" in pages(draw_pdf(many))[1]


def test_one_honour_with_many_names_is_annexed_and_another_with_few_is_not():
    groups = (
        AwardGroup(honour="danh hiệu “Lao động tiên tiến”", nominees=teachers(4, prize=760_000)),
        AwardGroup(honour="Giấy khen", nominees=teachers(1, prize=530_000)),
    )
    first, annex = pages(draw_pdf(replace(DECISION, groups=groups)))
    assert "cho bà Nguyễn Thị Ánh, Giáo viên, Trường Trung học cơ sở Ngô Quyền (tiền thưởng 530.000" in first
    assert annex.startswith("Phụ lục DANH SÁCH ĐƯỢC TẶNG DANH HIỆU “LAO ĐỘNG TIÊN TIẾN”")
    assert annex.endswith("Cộng 3.040.000 đ")


def test_grounds_are_begun_and_closed_however_they_were_typed():
    typed = ("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Căn cứ Kế hoạch số 3;", "Xét hồ sơ.")
    text = pages(draw_pdf(replace(SMALL_DECISION, grounds=typed)))[0]
    assert (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Căn cứ Kế hoạch số 3; Xét hồ sơ;"
        " Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."
    ) in text


def test_three_names_stand_in_the_article_and_four_in_an_annex():
    for count, n_pages in ((3, 1), (4, 2)):
        group = AwardGroup(honour="Giấy khen", nominees=teachers(count))
        assert len(pages(draw_pdf(replace(SMALL_DECISION, groups=(group,))))) == n_pages


def test_a_rank_keeps_its_capital_in_a_sentence():
    soldier = Nominee(name="Lê Văn Khuê", honorific="Thượng úy", unit="Công an phường")
    group = AwardGroup(honour="Giấy khen", nominees=(soldier,))
    text = pages(draw_pdf(replace(SMALL_DECISION, groups=(group,))))[0]
    assert "Tặng Giấy khen cho Thượng úy Lê Văn Khuê, Công an phường." in text
