"""Walks the chain of the history and names the first link that does not hold."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils.translation import gettext as _

from thidua.foundation import keys
from thidua.foundation.history import outside
from thidua.foundation.history.books import SETTLED, books, columns_of, digest, quoted
from thidua.foundation.history.sealing import BEGINNING, content, signature
from thidua.foundation.models import HistoryLink
from thidua.kernel.errors import Cannot
from thidua.kernel.hashing import link


@dataclass(frozen=True, slots=True)
class Break:
    """The first link that does not hold: its place, the run of rows that it covers, and why."""

    place: int
    rows: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    n_links: int
    n_rows: int
    n_unreadable: int
    n_waiting: int
    head: str
    broken: Break | None


@transaction.atomic
def verify() -> Verdict:
    with connection.cursor() as cursor:
        cursor.execute(SETTLED)
    walk = _Walk()
    broken = next(walk.breaks(), None)
    return Verdict(walk.n_links, walk.n_rows, walk.n_unreadable, _waiting(walk.sealed), walk.head, broken)


class _Walk:
    """What is known so far of the chain, link by link."""

    def __init__(self) -> None:
        self.head, self.n_links, self.n_rows, self.n_unreadable = BEGINNING, 0, 0, 0
        self.sealed: dict[str, int] = {}
        self._columns: dict[str, set[str]] = {}
        self._ring = keys.load()

    def breaks(self) -> Iterator[Break]:
        noted = outside.read()
        for one in HistoryLink.objects.order_by("place").iterator(chunk_size=1_000):
            if why := self._fault(one) or _differs(one, noted):
                yield Break(one.place, f"{one.table} {one.first_id}–{one.last_id}", why)
            self.head, self.sealed[one.table] = one.hash, one.last_id
            self.n_links, self.n_rows = one.place, self.n_rows + one.n_rows
        if noted and noted[0] > self.n_links:
            why = _("The last links are missing: link %(place)d was noted outside the database.")
            yield Break(self.n_links + 1, "", why % {"place": noted[0]})

    def _fault(self, one: HistoryLink) -> str:
        if one.place != self.n_links + 1 or one.previous != self.head:
            return _("The link before it is missing.")
        if one.hash != link(one.previous, content(one)):
            return _("The link itself was changed.")
        if not self._is_signed(one):
            return _("The link was not signed with our key.")
        if one.first_id != self.sealed.get(one.table, 0) + 1:
            return _("Rows between two links are covered by none.")
        return self._rows_fault(one)

    def _is_signed(self, one: HistoryLink) -> bool:
        try:
            key = self._ring.by_id(one.key_id)
        except Cannot:
            return False
        return hmac.compare_digest(signature(one.hash, key.secret), one.signature)

    def _rows_fault(self, one: HistoryLink) -> str:
        if one.table not in self._columns:
            self._columns[one.table] = columns_of(one.table)
        if not set(one.columns) <= self._columns[one.table]:
            self.n_unreadable += 1
            return ""
        n_rows, found = digest(one.table, one.columns, one.first_id, one.last_id)
        if n_rows != one.n_rows:
            words = {"was": one.n_rows, "now": n_rows}
            return _("It covered %(was)d recorded changes; now there are %(now)d.") % words
        return "" if found == one.digest else _("A recorded change, or who made it and why, was changed.")


def _differs(one: HistoryLink, noted: tuple[int, str] | None) -> str:
    if noted and noted[0] == one.place and noted[1] != one.hash:
        return _("The link differs from what was noted outside the database.")
    return ""


def _waiting(sealed: dict[str, int]) -> int:
    """Recorded changes newer than the last link of their table."""
    n_rows = 0
    with connection.cursor() as cursor:
        for book in books():
            newer = f"SELECT count(*) FROM {quoted(book.events)} WHERE pgh_id > %s"  # noqa: S608 -- a name of our own
            cursor.execute(newer, [sealed.get(book.events, 0)])
            n_rows += cursor.fetchone()[0]
    return n_rows
