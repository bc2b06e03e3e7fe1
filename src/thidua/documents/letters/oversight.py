"""Kế hoạch, báo cáo, kết luận của công tác kiểm tra, giám sát và khắc phục tồn tại, hạn chế."""

from dataclasses import dataclass

from thidua.documents.letters.parts import AS_ABOVE, Letterhead, Recipients, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """`widths` are shares of the width, in any unit."""

    titles: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPart:
    """A heading, what stands under it line by line, and a table after it; an empty part is left out."""

    heading: str
    text: str = ""
    table: PaperTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OversightPaper:
    """`kind` is the kind of paper in capitals: KẾ HOẠCH, KẾT LUẬN KIỂM TRA, BÁO CÁO."""

    head: Letterhead
    kind: str
    about: str
    parts: tuple[PaperPart, ...]
    signature: Signature
    recipients: Recipients = AS_ABOVE
