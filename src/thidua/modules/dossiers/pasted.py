"""A residential group's list as it is pasted from Excel or typed: one household a line, columns parted by tabs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.kernel.text import clean, fold

MOST = 5_000
MOST_MEMBERS = 50
LONGEST = {"head": 120, "address": 200, "note": 300, "reason": 300}
HEADS = ("chu ho", "ho va ten", "ho ten", "ten chu ho")
PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")


@dataclass(slots=True)
class Row:
    """One line: `n` counts the lines as they were pasted; `errors` are sentences for the screen."""

    n: int
    head: str = ""
    address: str = ""
    n_members: int | None = None
    agreement: Decimal | None = None
    note: str = ""
    reason: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return fold(self.head), fold(self.address)


def read(text: str) -> list[Row]:
    """Every household of the text, each with what is wrong with it."""
    rows = [_row(n, cells) for n, cells in _lines(text)]
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        first = seen.setdefault(row.key, row.n)
        if row.head and first != row.n:
            row.errors.append(_("The same household stands in line %(n)s.") % {"n": first})
    return rows


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for n, line in enumerate(text.splitlines(), 1):
        cells = [clean(cell) for cell in line.split("\t" if "\t" in line else ";")]
        if len(cells) > 1 and (cells[0].rstrip(".").isdecimal() or fold(cells[0]) in {"stt", "tt", "so tt"}):
            del cells[0]
        if any(cells) and not fold(cells[0]).startswith(HEADS):
            yield n, cells


def _row(n: int, cells: list[str]) -> Row:
    head, address, members, agreement, note, reason = [*cells, "", "", "", "", "", ""][:6]
    row = Row(n, head=head, address=address, note=note, reason=reason)
    if not head:
        row.errors.append(_("The head of the household is missing."))
    for name, most in LONGEST.items():
        if len(getattr(row, name)) > most:
            row.errors.append(_("“%(text)s…” is too long.") % {"text": getattr(row, name)[:20]})
    _read_members(row, members)
    _read_agreement(row, agreement)
    return row


def _read_members(row: Row, text: str) -> None:
    if not text:
        return
    if text.isdecimal() and 0 < int(text[:9]) <= MOST_MEMBERS:
        row.n_members = int(text)
    else:
        row.errors.append(_("“%(text)s” is no number of members.") % {"text": text[:20]})


def _read_agreement(row: Row, text: str) -> None:
    """95, 95% or 95,5 %. A fraction such as 0,95 is not guessed at."""
    if not text:
        return
    found = PERCENT.fullmatch(text)
    share = Decimal(f"{found[1]}.{found[2] or 0}") if found else None
    if share is None or share > 100 or 0 < share < 1:
        row.errors.append(_("“%(text)s” is no share: write it in percent, such as 95.") % {"text": text[:20]})
    else:
        row.agreement = share
