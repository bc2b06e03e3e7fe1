from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from papers.reading import fonts, pages, sizes, word, word_text
from papers.samples import CERTIFICATE
from thidua.documents import draw_docx, draw_pdf, draw_print_file
from thidua.documents.letters import Emblem
from thidua.documents.pdf.certificate import CannotFit

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HAI BÀ TRƯNG",
    "TẶNG",
    "GIẤY KHEN",
    "Bà Nguyễn Thị Ánh Nguyệt",
    "Giáo viên, Trường Trung học cơ sở Ngô Quyền",
    "Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt, học tốt” năm học 2025 - 2026",
)
NOTES = ("Số quyết định: 1254/QĐ-UBND, ngày 25 tháng 6 năm 2026", "Số sổ vàng: 07")
SIGNED = (
    "Hai Bà Trưng, ngày 25 tháng 6 năm 2026",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Đặng Quốc Hưởng",
)
LONG = replace(
    CERTIFICATE,
    verb="Tặng danh hiệu",
    award="Tập thể lao động tiên tiến",
    honorific="",
    name="Tổ Chuyên môn Khoa học tự nhiên và Công nghệ, Trường Trung học phổ thông chuyên Khoa học",
    merit="Đã có thành tích đặc biệt xuất sắc, sáng tạo trong tổ chức thực hiện phong trào thi đua"
    " “Cả nước chung sức xây dựng nông thôn mới” giai đoạn 2021 - 2025, góp phần hoàn thành toàn"
    " diện các chỉ tiêu phát triển kinh tế - xã hội của địa phương",
)


def png() -> bytes:
    target = BytesIO()
    Image.new("RGB", (40, 40), "red").save(target, "PNG")
    return target.getvalue()


def test_lines_in_their_order():
    (text,) = pages(draw_pdf(CERTIFICATE))
    assert text.startswith(" ".join(LINES))
    assert [line for line in (*NOTES, *SIGNED) if line not in text] == []


def test_it_lies_across_a4_with_our_fonts():
    pdf = draw_pdf(CERTIFICATE)
    assert sizes(pdf) == [(297, 210)]
    assert fonts(pdf) == {("LiberationSerif", True), ("LiberationSerif-Bold", True)} | {
        ("LiberationSerif-BoldItalic", True)
    }


def test_the_name_of_the_award_is_red():
    import pypdfium2

    with pypdfium2.PdfDocument(draw_pdf(replace(CERTIFICATE, with_border=False))) as document:
        page = document[0]
        drawn = page.render(scale=1).to_pil().convert("RGB")
        page.close()
    assert (200, 16, 46) in {colour for _, colour in drawn.getcolors(1 << 20)}


def test_long_texts_shrink_and_stay_on_one_page():
    assert [len(pages(draw_pdf(letter))) for letter in (CERTIFICATE, LONG)] == [1, 1]
    (text,) = pages(draw_pdf(LONG))
    assert LONG.name in text
    assert LONG.merit in text


@pytest.mark.parametrize("field", ["decider", "award", "name", "description", "merit"])
def test_a_text_that_cannot_fit_is_refused_by_name(field):
    letter = replace(CERTIFICATE, **{field: "Hoàn thành xuất sắc nhiệm vụ " * 60})
    with pytest.raises(CannotFit) as refusal:
        draw_pdf(letter)
    assert refusal.value.field == field
    assert str(refusal.value).endswith("quá dài. Hãy rút gọn rồi in lại.")


def test_all_texts_long_at_once_either_fit_one_page_or_are_refused():
    for times in range(1, 12):
        more = {"description": LONG.name, "merit": LONG.merit + ", đạt nhiều kết quả" * times}
        try:
            pdf = draw_pdf(replace(LONG, **more))
        except CannotFit:
            assert times > 1
            break
        assert len(pages(pdf)) == 1


def test_a_batch_keeps_its_order_and_counts_its_pages():
    letters = [replace(CERTIFICATE, name=f"Nguyễn Văn {n}", golden_book=n) for n in range(1, 26)]
    drawn = pages(draw_print_file(letters))
    assert [text.split("Số sổ vàng: ")[1][:2] for text in drawn] == [f"{n:02}" for n in range(1, 26)]


def test_a_batch_is_not_empty_and_not_over_a_thousand():
    for count in (0, 1001):
        with pytest.raises(ValueError, match="holds 1 to 1000"):
            draw_print_file([CERTIFICATE] * count)


def test_pictures_as_emblem():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    for emblem in (Emblem(content=png(), form="png"), Emblem(content=svg, form="svg")):
        letter = replace(CERTIFICATE, emblem=emblem)
        assert len(pages(draw_pdf(letter))) == 1
        assert "GIẤY KHEN" in word_text(draw_docx(letter))


def test_word_bears_the_same_lines():
    text = word_text(draw_docx(CERTIFICATE))
    assert [line for line in (*LINES, *NOTES, *SIGNED) if line not in text] == []
    section = word(draw_docx(CERTIFICATE)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_the_code_leads_to_the_checking_page():
    from thidua.documents.compose.certificate import qr_code

    code = Image.open(BytesIO(qr_code(CERTIFICATE.check_url, "png")))
    assert code.size[0] == code.size[1] == (33 + 2 * 2) * 8
