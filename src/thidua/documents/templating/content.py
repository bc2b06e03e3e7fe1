"""What a template may say: the composed paper as plain texts and lists, under Vietnamese names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from thidua.documents.letters import Signature
from thidua.documents.sheet import (
    Addressees,
    AnnexHead,
    Block,
    Centred,
    Ground,
    Head,
    Paragraph,
    Row,
    Sheet,
    Signing,
    Signings,
    Subhead,
    Table,
    Title,
)
from thidua.kernel.text import fold

Content: TypeAlias = dict[str, Any]
# Columns whose title changes with what is in them, or reads badly as a name.
COLUMN_KEYS = {
    "Chức vụ, đơn vị, địa chỉ": "don_vi",
    "Tóm tắt thành tích": "thanh_tich",
    "Mức tiền thưởng": "tien_thuong",
    "Không hợp lệ, ý kiến khác": "khong_hop_le",
}
NAMES = ("Họ và tên", "Tên tập thể", "Hộ gia đình")
NO_SIGNATURE: Content = {"quyen_han": [], "ho_ten": ""}


class UnknownShape(Exception):
    """The paper has a table or a part that no template of its kind knows."""


def key_of(title: str) -> str:
    """As in ghi_chu for "Ghi chú"."""
    if title.startswith(NAMES):
        return "ten"
    return COLUMN_KEYS.get(title) or re.sub(r"[^a-z0-9]+", "_", fold(title)).strip("_")


def keys_of(table: Table) -> tuple[str, ...]:
    return tuple(key_of(column.title) for column in table.columns)


def tables_of(sheet: Sheet) -> list[tuple[str, ...]]:
    """The different tables of a sheet, each by its columns, in the order in which they come."""
    found = [keys_of(block) for part in sheet.sections for block in part.blocks if isinstance(block, Table)]
    return list(dict.fromkeys(found))


def content_of(sheet: Sheet, known: Sequence[tuple[str, ...]]) -> Content:
    """`known` are the tables of the kind's sample: bang_1, bang_2 …; one of them holds every table of the paper."""
    main, *rest = sheet.sections
    content = _opening(main.blocks) | _ending(main.blocks)
    content |= _body(main.blocks, known)
    return content | {"phu_luc": [_annex(section.blocks, known) for section in rest]}


def _opening(blocks: Iterable[Block]) -> Content:
    said: Content = {
        "co_quan_chu_quan": "",
        "co_quan": "",
        "so_ky_hieu": "",
        "dia_danh_ngay": "",
        "ve_viec": "",
    }
    said |= {"ten_loai": "", "trich_yeu": "", "dong_giua": [], "kinh_gui": [], "can_cu": []}
    for block in blocks:
        if isinstance(block, Head):
            said["co_quan_chu_quan"], said["co_quan"] = block.parent_agency, block.agency
            said["so_ky_hieu"], said["dia_danh_ngay"] = block.number, block.place_and_day
            said["ve_viec"] = block.concerning
        elif isinstance(block, Title):
            said["ten_loai"], said["trich_yeu"] = block.kind, block.subject
        elif isinstance(block, Centred):
            said["dong_giua"].append(block.text)
        elif isinstance(block, Addressees):
            said["kinh_gui"] += block.to
        elif isinstance(block, Ground):
            said["can_cu"].append(block.text)
    return said


def _ending(blocks: Iterable[Block]) -> Content:
    signed: list[Signature] = []
    recipients = None
    for block in blocks:
        if isinstance(block, Signing):
            signed, recipients = [block.signature], block.recipients
        elif isinstance(block, Signings):
            signed, recipients = list(block.signatures), block.recipients
    signatures = [_signature(one) for one in signed]
    return {
        "nguoi_ky": signatures[0] if signatures else NO_SIGNATURE,
        "hang_chu_ky": list(_pairs(signatures)),
        "noi_nhan": list(recipients.copies) if recipients else [],
        "luu": recipients.archive if recipients else "",
    }


def _signature(signed: Signature) -> Content:
    lines = [text for text in (signed.other_post.upper(), signed.name) if text]
    return {"quyen_han": list(signed.authority), "ho_ten": "\n".join(lines)}


def _pairs(signatures: Sequence[Content]) -> Iterator[Content]:
    """Two in a row, the first at the left."""
    for start in range(0, len(signatures), 2):
        left, *right = signatures[start : start + 2]
        yield {"trai": left, "phai": right[0] if right else NO_SIGNATURE}


def _body(blocks: Iterable[Block], known: Sequence[tuple[str, ...]]) -> Content:
    items = [item for block in blocks if (item := _item(block, known))]
    return {"noi_dung": items, "danh_sach": [row for item in items for row in item["dong"]]}


def _item(block: Block, known: Sequence[tuple[str, ...]]) -> Content | None:
    if isinstance(block, Paragraph):
        return {"loai": "doan", "dau": f"{block.lead} " if block.lead else "", "chu": block.text, "dong": []}
    if isinstance(block, Subhead):
        return {"loai": "muc", "dau": "", "chu": block.text, "dong": []}
    if isinstance(block, Table):
        return {"loai": _name(block, known), "dau": "", "chu": "", "dong": _rows(block, known)}
    return None


def _name(table: Table, known: Sequence[tuple[str, ...]]) -> str:
    """The known table with the fewest columns that has all of this one's."""
    holding = [(len(keys), n) for n, keys in enumerate(known, 1) if set(keys_of(table)) <= set(keys)]
    if not holding:
        raise UnknownShape
    return f"bang_{min(holding)[1]}"


def _rows(table: Table, known: Sequence[tuple[str, ...]]) -> list[Content]:
    empty = dict.fromkeys([key for keys in known for key in keys], "")
    return [empty | _row(row, keys_of(table)) for row in table.rows]


def _row(row: Row, keys: Sequence[str]) -> Content:
    if row.band:
        return {"la_nhom": True, "nhom": row.cells[0]}
    return {"la_nhom": False, "nhom": ""} | dict(zip(keys, row.cells, strict=True))


def _annex(blocks: Sequence[Block], known: Sequence[tuple[str, ...]]) -> Content:
    heads = [block for block in blocks if isinstance(block, AnnexHead)]
    if len(heads) != 1:
        raise UnknownShape
    head = heads[0]
    said = {"nhan": head.label, "tieu_de": head.title, "kem_theo": head.reference}
    return said | _body(blocks, known)


def fullest(rows: Sequence[Content]) -> Content:
    """All that the items of a list may say: each key with the first value that is not empty."""
    return {key: next((row[key] for row in rows if row[key]), rows[0][key]) for key in rows[0]}
