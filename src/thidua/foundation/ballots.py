"""A ballot box that tells nobody who put in which ballot: sealed until voting closes, shaken at every ballot.

Every ballot put in rewrites the whole box and the whole turnout, in random order, under new ids and newly
sealed. So no transaction id, place on disk, id or order tells which ballot came with which voter; see
docs/decisions/secret-ballots.md.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, models, transaction

from thidua.foundation.keys import decrypt, encrypt, is_current

PURPOSE = "ballot"
T = TypeVar("T")
_random = secrets.SystemRandom()


def shuffled(items: Iterable[T]) -> list[T]:
    rows = list(items)
    _random.shuffle(rows)
    return rows


@dataclass(frozen=True, slots=True)
class BallotBox:
    """The boxes of one kind of poll: `ballot` has a foreign key `poll` and the bytes `sealed`, `turnout` one to the
    voter's row, which leads to the poll by the same name.
    """

    lock: str
    place: str
    ballot: type[models.Model]
    poll: str
    turnout: type[models.Model]
    voter: str

    def hold(self, poll_id: int) -> None:
        """One at a time, to the end of the transaction; an advisory lock leaves no trace in a row."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [self.lock, poll_id])

    def put(self, poll_id: int, voter_id: int, ballots: Iterable[bytes]) -> None:
        """Turnout and ballot together or not at all. Each part has a (sub)transaction id of its own."""
        self.hold(poll_id)
        with transaction.atomic():
            self._shake_turnout(poll_id, voter_id)
        with transaction.atomic():
            self._shake(poll_id, [*self.opened(poll_id), *ballots])

    def turned_out(self, poll_id: int) -> models.QuerySet[Any]:
        return self.turnout._default_manager.filter(**{f"{self.voter}__{self.poll}": poll_id})

    def opened(self, poll_id: int) -> list[bytes]:
        """What lies in the box, read; in no order that means anything."""
        return [decrypt(bytes(row.sealed), place=self._place(poll_id)) for row in self._ballots(poll_id)]

    def empty(self, poll_id: int) -> list[bytes]:
        """Take all ballots out, in random order."""
        ballots = shuffled(self.opened(poll_id))
        self._ballots(poll_id).delete()
        return ballots

    def forget(self, poll_id: int) -> None:
        """The vote begins anew: nobody has voted."""
        self.hold(poll_id)
        self._ballots(poll_id).delete()
        self.turned_out(poll_id).delete()

    def reseal(self, _batch: int) -> int:
        """One poll's whole box under the new key; how many ballots it held."""
        rows = self.ballot._default_manager.all()
        old: Any = next((row for row in rows if not is_current(bytes(row.sealed))), None)  # type: ignore[attr-defined]
        if old is None:
            return 0
        poll_id: int = getattr(old, f"{self.poll}_id")
        with transaction.atomic():
            self.hold(poll_id)
            ballots = self.opened(poll_id)
            self._shake(poll_id, ballots)
        return len(ballots)

    def _ballots(self, poll_id: int) -> models.QuerySet[Any]:
        return self.ballot._default_manager.filter(**{self.poll: poll_id})

    def _shake_turnout(self, poll_id: int, new: int) -> None:
        voted = self.turned_out(poll_id)
        voters = shuffled([*voted.values_list(self.voter, flat=True), new])
        voted.delete()
        self.turnout._default_manager.bulk_create(
            self.turnout(**{f"{self.voter}_id": voter}) for voter in voters
        )

    def _shake(self, poll_id: int, ballots: Iterable[bytes]) -> None:
        place = self._place(poll_id)
        self._ballots(poll_id).delete()
        self.ballot._default_manager.bulk_create(
            self.ballot(**{f"{self.poll}_id": poll_id, "sealed": encrypt(PURPOSE, ballot, place=place)})
            for ballot in shuffled(ballots)
        )

    def _place(self, poll_id: int) -> str:
        return f"{self.place}:{poll_id}"
