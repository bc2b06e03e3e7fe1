"""A paper as a list of blocks: what `compose` makes of a letter, and `pdf` and `word` draw alike."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from thidua.documents.letters import Recipients, Signature

Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Head:
    """Boxes 1 to 4, and 5b when `concerning` is given. Each side is drawn centred."""

    parent_agency: str
    agency: str
    number: str
    place_and_day: str
    concerning: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Box 5a: the kind of paper and, below it, what it is about."""

    kind: str
    subject: str


@dataclass(frozen=True, slots=True)
class Centred:
    """A line of its own in bold: the authority, or "QUYẾT ĐỊNH:"."""

    text: str


@dataclass(frozen=True, slots=True)
class Addressees:
    """Box 9a: one line each, with its closing mark."""

    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """One căn cứ, in italics, with its closing mark."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Justified, first line indented; `lead` stands before it in bold ("Điều 1.")."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Subhead:
    """A bold line that stays with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: float
    """Share of the table's width, in any unit."""
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, or a band across the whole table when `band` is set."""

    cells: tuple[str, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The head is repeated on each page; no row is broken between pages."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Boxes 7 and 9b side by side; kept on one page."""

    recipients: Recipients | None
    signature: Signature


@dataclass(frozen=True, slots=True)
class Signings:
    """Several signatures, two in a row, the first at the left; kept together row by row."""

    signatures: tuple[Signature, ...]
    recipients: Recipients | None = None


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """The label, the title and to which paper the annex belongs."""

    label: str
    title: str
    reference: str


Block: TypeAlias = (
    Head
    | Title
    | Centred
    | Addressees
    | Ground
    | Paragraph
    | Subhead
    | Table
    | Signing
    | Signings
    | AnnexHead
)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages with a numbering of their own."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    author: str
    day: date | None
    sections: tuple[Section, ...]
