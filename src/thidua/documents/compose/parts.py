"""Blocks that several papers begin or end with."""

from collections.abc import Iterable, Sequence

from thidua.documents.compose.breaks import broken
from thidua.documents.letters import Letterhead, Recipients, Signature
from thidua.documents.sheet import (
    AnnexHead,
    Block,
    Ground,
    Head,
    Paragraph,
    Section,
    Sheet,
    Signing,
    Signings,
)
from thidua.documents.wording import document_number, open_day

END = "./."
GROUND_WORDS = ("Căn cứ", "Theo", "Xét", "Thực hiện", "Thi hành", "Sau khi")
# The left side of the head in points, on a page that stands and on one that lies.
UPRIGHT, ACROSS = 185.0, 285.0


def head(letterhead: Letterhead, concerning: str = "", *, room: float = UPRIGHT) -> Head:
    return Head(
        parent_agency=broken(letterhead.parent_agency.upper(), 12, room),
        agency=broken(letterhead.agency.upper(), 12, room, bold=True),
        number=f"Số: {document_number(letterhead.number, letterhead.symbol)}",
        place_and_day=f"{letterhead.place}, {open_day(letterhead.day)}",
        concerning=f"V/v {concerning}" if concerning else "",
    )


def minutes_head(letterhead: Letterhead) -> Head:
    """Minutes bear no place and day: the text begins with them (App. III, form 1.9)."""
    drawn = head(letterhead)
    return Head(drawn.parent_agency, drawn.agency, drawn.number, "")


def unmarked(text: str) -> str:
    return text.strip().rstrip(";.,").rstrip()


def marked(texts: Sequence[str]) -> list[str]:
    """Each closed with a semicolon, the last with a full stop."""
    listed = [unmarked(text) for text in texts]
    return [f"{text};" for text in listed[:-1]] + [f"{text}." for text in listed[-1:]]


def grounds(texts: Sequence[str], last: str = "") -> list[Ground]:
    """Each ends with a semicolon, the last with a full stop (App. I, II.6a)."""
    return [Ground(text) for text in marked([begun(text) for text in (*texts, last) if text])]


def begun(text: str) -> str:
    return text if text.startswith(GROUND_WORDS) else f"Căn cứ {text}"


def paragraphs(texts: Iterable[str]) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]


def dashes(texts: Sequence[str]) -> list[Paragraph]:
    """A list with dashes, closed with semicolons and a full stop."""
    return [Paragraph(f"- {text}") for text in marked(texts)]


def closed(blocks: Sequence[Block]) -> list[Block]:
    """The body's last paragraph ends with "./.": nothing can be added below it."""
    *before, last = blocks
    if isinstance(last, Paragraph):
        return [*before, Paragraph(unmarked(last.text) + END, last.lead)]
    return [*blocks]


def annex_head(
    letterhead: Letterhead, paper: str, title: str, *, label: str = "Phụ lục", issuer: str = ""
) -> AnnexHead:
    """With the line that says which paper it belongs to (App. I, III.1c)."""
    number = document_number(letterhead.number, letterhead.symbol)
    issued = f"{open_day(letterhead.day)} của {issuer or letterhead.agency}"
    return AnnexHead(label, title.upper(), f"(Kèm theo {paper} số {number} {issued})")


def signing(signature: Signature, recipients: Recipients | None) -> Signing:
    return Signing(recipients, in_capitals(signature))


def signings(signatures: Iterable[Signature], recipients: Recipients | None = None) -> Signings:
    return Signings(tuple(in_capitals(signature) for signature in signatures), recipients)


def in_capitals(signature: Signature) -> Signature:
    lines = tuple(line.upper() for line in signature.authority)
    return Signature(authority=lines, name=signature.name, other_post=signature.other_post)


def sheet(letterhead: Letterhead, title: str, *sections: Sequence[Block]) -> Sheet:
    drawn = tuple(Section(tuple(blocks)) for blocks in sections)
    return Sheet(title, letterhead.agency, letterhead.day, drawn)
