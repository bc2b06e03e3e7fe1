"""Mục lục hồ sơ: what lies in a file, for whoever receives or archives it."""

from dataclasses import dataclass
from datetime import date

from thidua.documents.letters.parts import Letterhead, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPaper:
    """One paper of the file; `of` is the body or person it comes from or tells about."""

    title: str
    of: str = ""
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIndex:
    """`file` is the title of the file, `code` its number; the sheets are counted by hand when it is bound."""

    head: Letterhead
    file: str
    code: str
    papers: tuple[FiledPaper, ...]
    signature: Signature
