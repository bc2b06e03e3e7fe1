"""How long names are shown before an honour is proposed."""

from dataclasses import dataclass
from datetime import date

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence

# Publication before proposing is a duty for what the State President gives (06/2022/QH15 article 84.5)
# and, on the central portal, for the highest titles; elsewhere a local rule may ask for it.
ON_PORTAL = ("CSTDTQ", "AHLD", "AHLLVT")


@dataclass(frozen=True, slots=True)
class Publication:
    n: int
    unit: str
    cite: Cite
    confidence: Confidence


def publication(book: Book, honour: str, where: str, on: date) -> Publication | None:
    """None: the law that is loaded asks for no publication there."""
    name = _name(book, honour, where)
    local = book.local_value(f"publicity/{where}-{honour}", on)
    found = local or (book.value(name, on) if name else None)
    if found is None:
        return None
    n, unit = found.value.split()
    return Publication(int(n), unit, found.cite, found.confidence)


def _name(book: Book, honour: str, where: str) -> str | None:
    if where == "village":
        return f"publicity/village-{honour}"
    if honour == "CDTDUT":
        return "publicity/province-CDTDUT"
    if book.honour(honour).level == "ctn" or (honour in ON_PORTAL and where == "portal"):
        return f"publicity/{where}"
    return None
