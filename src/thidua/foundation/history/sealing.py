"""New events are sealed in batches: one link a table and run, signed with a key outside the database."""

import hmac
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Max

from thidua.foundation import keys
from thidua.foundation.history import outside
from thidua.foundation.history.books import SETTLED, Book, books, digest, quoted
from thidua.foundation.models import HistoryLink
from thidua.kernel.hashing import link

BEGINNING = "0" * 64
PURPOSE = "chain"
BATCH = 5_000
# A request may still complete who and why of what it has just written.
STILL_WARM = timedelta(minutes=2)
LOCK = 7_106_061


def seal(now: datetime) -> int:
    """Link everything that is settled; the number of links added."""
    n_links = 0
    while n_new := _round(now):
        n_links += n_new
    if last := HistoryLink.objects.order_by("place").last():
        outside.write(last)
    return n_links


@transaction.atomic
def _round(now: datetime) -> int:
    """At most one batch of each table in a transaction, by one process at a time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(SETTLED)
    last = HistoryLink.objects.order_by("place").last()
    sealed = dict(HistoryLink.objects.values_list("table").annotate(upto=Max("last_id")))
    n_links = 0
    for book in books():
        first = sealed.get(book.events, 0) + 1
        if upto := _settled(book, first, now - STILL_WARM):
            last = _append(last, book, first, upto, now)
            n_links += 1
    return n_links


def _settled(book: Book, first: int, before: datetime) -> int | None:
    """The last id of a batch below which nothing can appear any more.

    Ids are given before a transaction commits, so a smaller one may still be on its way: then this table waits.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT max(pgh_id) FILTER (WHERE NOT is_warm) FROM (
                SELECT pgh_id, bool_or(pgh_created_at >= %s) OVER (ORDER BY pgh_id) AS is_warm FROM (
                    SELECT pgh_id, pgh_created_at FROM {quoted(book.events)}
                    WHERE pgh_id >= %s ORDER BY pgh_id LIMIT {BATCH}) batch) cooling""",  # noqa: S608 -- a name of our own, quoted
            [before, first],
        )
        upto: int | None = cursor.fetchone()[0]
        if upto is None:
            return None
        cursor.execute(
            """SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'relation' AND mode = 'RowExclusiveLock'
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND relation = to_regclass(%s) AND pid <> pg_backend_pid())""",
            [quoted(book.events)],
        )
        return None if cursor.fetchone()[0] else upto


def _append(last: HistoryLink | None, book: Book, first: int, upto: int, now: datetime) -> HistoryLink:
    n_rows, found = digest(book.events, book.all_columns, first, upto)
    new = HistoryLink(
        place=last.place + 1 if last else 1,
        table=book.events,
        columns=book.all_columns,
        first_id=first,
        last_id=upto,
        n_rows=n_rows,
        digest=found,
        sealed_at=now,
        previous=last.hash if last else BEGINNING,
    )
    new.hash = link(new.previous, content(new))
    key = keys.load().current(PURPOSE)
    new.key_id, new.signature = key.id, signature(new.hash, key.secret)
    new.save()
    return new


def content(one: HistoryLink) -> dict[str, object]:
    """What a link's own hash covers."""
    names = ("place", "table", "columns", "first_id", "last_id", "n_rows", "digest")
    return {name: getattr(one, name) for name in names}


def signature(head: str, secret: bytes) -> str:
    return hmac.new(secret, b"history\n" + head.encode(), "sha256").hexdigest()
