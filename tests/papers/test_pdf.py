from dataclasses import replace

import pytest

from papers.reading import fonts, pages, sizes
from papers.samples import (
    ACROSS,
    COUNCIL_MINUTES,
    DECISION,
    PAPERS,
    RETURN_NOTICE,
    SMALL_DECISION,
    SUBMITTAL,
    TALLY,
    UNIT_MINUTES,
    WARD_HEAD,
)
from thidua.documents import draw_pdf

N_PAGES = {
    "submittal": 2,
    "proposal_list": 2,
    "proof_list": 2,
    "payment_list": 1,
    "advance_request": 1,
    "advance_settlement": 1,
    "year_book": 5,
    "unit_minutes": 2,
    "council_minutes": 2,
    "tally": 2,
    "decision": 12,
    "small_decision": 1,
    "consultation": 2,
    "return_notice": 1,
    "refusal": 1,
    "receipt": 1,
    "report": 1,
    "campaign_report": 1,
    "praise": 1,
    "file_index": 1,
    "launch_plan": 1,
    "council_decision": 1,
    "meeting_invitation": 1,
    "ballots": 2,
}
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
CREED = "Độc lập - Tự do - Hạnh phúc"


@pytest.fixture(scope="module", params=list(PAPERS))
def paper(request):
    return request.param, draw_pdf(PAPERS[request.param])


def test_number_of_pages(paper):
    name, pdf = paper
    assert len(pages(pdf)) == N_PAGES[name]


def test_every_paper_begins_with_issuer_nation_and_creed(paper):
    _, pdf = paper
    first = pages(pdf)[0]
    assert first.startswith("ỦY BAN NHÂN DÂN ")
    assert first.count(NATION) == 1
    assert first.count(CREED) == 1


def test_all_fonts_are_ours_and_embedded(paper):
    _, pdf = paper
    used = fonts(pdf)
    allowed = {"", "-Bold", "-Italic", "-BoldItalic"}
    assert used <= {(f"LiberationSerif{style}", True) for style in allowed}
    assert ("LiberationSerif-Bold", True) in used


def test_it_says_that_it_is_archival(paper):
    _, pdf = paper
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert b"/OutputIntents" in pdf


def test_the_same_letter_gives_the_same_bytes(paper):
    name, pdf = paper
    assert draw_pdf(PAPERS[name]) == pdf


def test_pages_are_a4_and_only_the_list_lies_across(paper):
    name, pdf = paper
    expected = (297, 210) if name in ACROSS else (210, 297)
    assert set(sizes(pdf)) == {expected}


def test_page_numbers_begin_on_the_second_page_and_anew_in_each_annex():
    first, *annex_one, annex_two = pages(draw_pdf(DECISION))
    starts = [text.split(" ", 1)[0] for text in annex_one]
    assert first.startswith("ỦY BAN")
    assert starts == ["Phụ", *(str(n) for n in range(2, len(annex_one) + 1))]
    assert annex_two.startswith("Phụ lục II ")


def test_the_head_of_the_table_is_on_each_page():
    annex = pages(draw_pdf(DECISION))[1:-1]
    assert [text.count("TT Họ và tên Chức vụ, đơn vị, địa chỉ Mức") for text in annex] == [1] * len(annex)


def test_nobody_is_lost_in_a_long_list():
    text = " ".join(pages(draw_pdf(DECISION))[1:-1])
    rows = [f" {n} {who.honorific} {who.name} " for n, who in enumerate(names(), 1)]
    assert [row for row in rows if row not in text] == []
    assert "Cộng 152.000.000 đ" in text


def names():
    return DECISION.groups[0].nominees


def test_decision():
    text = pages(draw_pdf(DECISION))[0]
    assert "Số: 1254/QĐ-UBND Hai Bà Trưng, ngày 25 tháng 6 năm 2026 QUYẾT ĐỊNH Về việc" in text
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HAI BÀ TRƯNG Căn cứ Luật Thi đua, khen thưởng" in text
    assert "Theo đề nghị của Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng. QUYẾT ĐỊNH:" in text
    assert "1. Tặng danh hiệu “Lao động tiên tiến” cho 200 cá nhân, đã có thành tích" in text
    assert "2. Tặng danh hiệu “Chiến sĩ thi đua cơ sở” cho 04 cá nhân (có danh sách kèm theo)." in text
    assert "Điều 3. Quyết định này có hiệu lực kể từ ngày ký." in text
    assert "chịu trách nhiệm thi hành Quyết định này./. Nơi nhận:" in text
    assert text.endswith("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đặng Quốc Hưởng")


def test_a_decision_on_one_person_names_him_and_has_no_annex():
    text = pages(draw_pdf(SMALL_DECISION))[0]
    assert (
        "Điều 1. Tặng Giấy khen cho ông Dương Văn Dũng, Tổ dân phố số 12, đã có hành động dũng cảm"
        " cứu người trong vụ cháy ngày 20 tháng 6 năm 2026. Điều 2. Quyết định này"
    ) in text
    assert "kèm theo" not in text


def test_submittal():
    first, annex = pages(draw_pdf(SUBMITTAL))
    assert "Số: 07/TTr-THCSNQ Hai Bà Trưng, ngày 05 tháng 6 năm 2026 TỜ TRÌNH" in first
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng." in first
    assert "quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; Căn cứ" in first
    assert "ngày 29 tháng 5 năm 2026 của nhà trường. Trường" in first
    assert "1. Danh hiệu “Lao động tiên tiến”: 12 cá nhân; 2. Danh hiệu" in first
    assert "- Biên bản bình xét thi đua (01 bản)./. Nơi nhận: - Như trên; - Lưu: VT." in first
    assert annex.startswith("Phụ lục DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM HỌC 2025 - 2026 (Kèm theo Tờ")
    assert "III. Danh hiệu “Tập thể lao động tiên tiến” (01 tập thể) 1 Tổ Khoa học tự nhiên" in annex


def test_minutes_say_when_where_who_and_how_they_voted():
    text = " ".join(pages(draw_pdf(UNIT_MINUTES)))
    assert "BIÊN BẢN Họp bình xét thi đua năm học 2025 - 2026" in text
    assert "Thời gian bắt đầu: 08 giờ 30 phút, ngày 18 tháng 6 năm 2026." in text
    assert "có mặt 10/11 thành viên" in text
    assert "Bùi Xuân Đạt, Ủy viên (lý do: đi công tác)" in text
    assert "11 0 100% Đạt" in text
    assert "8 3 72,73% Không đạt" in text
    assert "Kết quả: 01/02 trường hợp đủ số phiếu đồng ý." in text
    assert "Cuộc họp kết thúc vào 10 giờ 05 phút, ngày 18 tháng 6 năm 2026./." in text
    assert text.endswith("THƯ KÝ Vũ Thị Hồng Nguyệt CHỦ TỌA Trần Đức Lượng")


def test_the_two_kinds_of_minutes_differ_in_their_title():
    text = pages(draw_pdf(COUNCIL_MINUTES))[0]
    assert "Khen thưởng phường Hai Bà Trưng xét khen thưởng năm học 2025 - 2026" in text
    assert "II. Ý KIẾN BẰNG VĂN BẢN CỦA THÀNH VIÊN VẮNG MẶT" in text


def test_every_teller_signs():
    text = " ".join(pages(draw_pdf(TALLY)))
    assert "Chiến sĩ thi đua cơ sở 11 11 10 1" in text
    for name in ("Phạm Hữu Khuê", "Lê Thị Cẩm", "Đỗ Minh Giang"):
        assert text.count(name) == 2


def test_return_notice_is_a_letter_without_a_title():
    text = pages(draw_pdf(RETURN_NOTICE))[0]
    assert "Hai Bà Trưng, ngày 03 tháng 02 năm 2026" in text
    assert "Số: 88/UBND-VHXH V/v bổ sung, hoàn thiện hồ sơ khen thưởng" in text
    assert "trước ngày 10 tháng 02 năm 2026" in text


def test_a_number_not_yet_given_leaves_room_for_the_pen():
    letter = replace(SMALL_DECISION, head=replace(WARD_HEAD, number=None, day=None))
    assert "Số: /QĐ-UBND Hai Bà Trưng, ngày tháng năm QUYẾT ĐỊNH" in pages(draw_pdf(letter))[0]


def test_a_signature_never_stands_alone_on_a_page():
    for n in range(12):
        further = tuple(f"Điều khoản bổ sung thứ {k}." for k in range(n))
        last = pages(draw_pdf(replace(SMALL_DECISION, articles=further)))[-1]
        assert "chịu trách nhiệm thi hành Quyết định này./." in last
