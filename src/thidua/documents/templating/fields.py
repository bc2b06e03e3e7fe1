"""The fields of a kind of paper, each with what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from thidua.documents.sentences import Sentence
from thidua.documents.sheet import Table
from thidua.documents.templating.content import fullest, keys_of
from thidua.documents.templating.kinds import sample_content, sample_sheet

MEANINGS = {
    "co_quan_chu_quan": Sentence(
        "cơ quan, tổ chức chủ quản (trống nếu không có)", "the body above (empty if none)"
    ),
    "co_quan": Sentence("cơ quan, tổ chức ban hành văn bản", "the issuing body"),
    "so_ky_hieu": Sentence("số, ký hiệu, kể cả chữ “Số:”", "number and symbol, with the word “Số:”"),
    "dia_danh_ngay": Sentence("địa danh và thời gian ban hành", "place and day"),
    "ve_viec": Sentence("trích yếu công văn, kể cả chữ “V/v”", "what a letter is about, with “V/v”"),
    "ten_loai": Sentence("tên loại văn bản", "kind of paper"),
    "trich_yeu": Sentence("trích yếu nội dung", "what the paper is about"),
    "dong_giua": Sentence(
        "các dòng đậm đứng giữa (thẩm quyền ban hành…)", "bold lines in the middle (authority …)"
    ),
    "kinh_gui": Sentence("các nơi kính gửi", "addressees"),
    "can_cu": Sentence("các căn cứ ban hành", "legal grounds"),
    "noi_dung": Sentence(
        "nội dung theo thứ tự: đoạn, đề mục, bảng", "the body in its order: paragraphs, headings, tables"
    ),
    "noi_dung.loai": Sentence(
        "“doan” (đoạn), “muc” (đề mục) hoặc tên bảng “bang_1”, “bang_2”…",
        "“doan” (paragraph), “muc” (heading) or the table's name “bang_1”, “bang_2” …",
    ),
    "noi_dung.dau": Sentence(
        "phần đầu đoạn, in đậm (“Điều 1. ”)", "bold beginning of a paragraph (“Điều 1. ”)"
    ),
    "noi_dung.chu": Sentence("chữ của đoạn hoặc đề mục", "text of the paragraph or heading"),
    "noi_dung.dong": Sentence("các dòng của bảng", "rows of the table"),
    "danh_sach": Sentence("mọi dòng của các bảng trong văn bản", "all rows of the tables of the paper"),
    "nguoi_ky.quyen_han": Sentence(
        "quyền hạn, chức vụ người ký, từng dòng", "authority and post of the signer, line by line"
    ),
    "nguoi_ky.ho_ten": Sentence("họ tên người ký", "name of the signer"),
    "hang_chu_ky": Sentence("các chữ ký, mỗi hàng hai người", "signatures, two in a row"),
    "noi_nhan": Sentence("các nơi nhận", "recipients"),
    "luu": Sentence("nơi lưu (“VT”)", "where it is filed (“VT”)"),
    "phu_luc": Sentence("các phụ lục", "annexes"),
    "phu_luc.nhan": Sentence("chữ “Phụ lục”, số thứ tự", "the word “Phụ lục” and its number"),
    "phu_luc.tieu_de": Sentence("tiêu đề phụ lục", "title of the annex"),
    "phu_luc.kem_theo": Sentence("dòng “Kèm theo…”", "the line “Kèm theo …”"),
    "phu_luc.danh_sach": Sentence("các dòng của bảng trong phụ lục", "rows of the annex's table"),
    "phu_luc.noi_dung": Sentence("nội dung phụ lục, như noi_dung", "body of the annex, as noi_dung"),
    "la_nhom": Sentence("đúng với dòng tên nhóm", "true for a row that names a group"),
    "nhom": Sentence("tên nhóm (danh hiệu, hình thức)", "name of the group (honour)"),
}
ROWS = frozenset({"danh_sach", "noi_dung.dong", "phu_luc.danh_sach"})
AS_ELSEWHERE = frozenset({"phu_luc.noi_dung"})


@dataclass(frozen=True, slots=True)
class Field:
    """`name` as it is written in a template; a field of a list's items stands behind the list's name."""

    name: str
    meaning: Sentence
    is_list: bool
    sample: str


def fields_of(kind: str) -> list[Field]:
    titles = {
        key: column.title
        for section in sample_sheet(kind).sections
        for block in section.blocks
        if isinstance(block, Table)
        for key, column in zip(keys_of(block), block.columns, strict=True)
    }
    return list(_walk("", sample_content(kind), titles))


def _walk(prefix: str, said: dict[str, Any], titles: dict[str, str]) -> Iterator[Field]:
    for key, value in said.items():
        name = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict):
            yield from _walk(name, value, titles)
            continue
        if value in ("", []) and not prefix:
            continue
        is_list = isinstance(value, list)
        yield Field(name, _meaning(name, key, titles), is_list, "" if is_list else str(value)[:80])
        if (
            is_list
            and value
            and isinstance(value[0], dict)
            and name not in AS_ELSEWHERE
            and name != "hang_chu_ky"
        ):
            # The rows of a table are told once.
            if name in ROWS and name != "danh_sach":
                continue
            yield from _walk(name, fullest(value), titles)


def _meaning(name: str, key: str, titles: dict[str, str]) -> Sentence:
    if known := MEANINGS.get(name) or MEANINGS.get(key):
        return known
    title = titles.get(key, key)
    return Sentence(f"cột “{title}”", f"the column “{title}”")
