"""The ballot box of a sitting: sealed until voting closes, shaken at every ballot.

Every ballot put in rewrites the whole box and the whole turnout, in random order, under new ids and newly
sealed. So no transaction id, place on disk, id or order tells which ballot came with which member; see
docs/decisions/secret-ballots.md.
"""

import secrets
from collections.abc import Iterable
from typing import TypeVar

from django.db import connection, transaction

from thidua.foundation.keys import decrypt, encrypt, is_current, on_rotation
from thidua.modules.councils.models import Attendance, SealedBallot, Sitting, Turnout

PURPOSE = "ballot"
T = TypeVar("T")
_random = secrets.SystemRandom()


def hold(sitting_id: int) -> None:
    """One at a time, to the end of the transaction; an advisory lock leaves no trace in a row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('councils.box'), %s)", [sitting_id])


def put(sitting: Sitting, attendance: Attendance, ballot: bytes) -> None:
    """Turnout and ballot together or not at all. Each part has a (sub)transaction id of its own."""
    hold(sitting.pk)
    with transaction.atomic():
        _shake_turnout(sitting.pk, attendance.pk)
    with transaction.atomic():
        _shake(sitting.pk, [*opened(sitting.pk), ballot])


def opened(sitting_id: int) -> list[bytes]:
    """What lies in the box, read; in no order that means anything."""
    place = _place(sitting_id)
    return [
        decrypt(bytes(row.sealed), place=place) for row in SealedBallot.objects.filter(sitting=sitting_id)
    ]


def empty(sitting_id: int) -> list[bytes]:
    """Take all ballots out, in random order."""
    ballots = shuffled(opened(sitting_id))
    SealedBallot.objects.filter(sitting=sitting_id).delete()
    return ballots


def forget(sitting_id: int) -> None:
    """The vote begins anew: nobody has voted."""
    hold(sitting_id)
    SealedBallot.objects.filter(sitting=sitting_id).delete()
    Turnout.objects.filter(attendance__sitting=sitting_id).delete()


def shuffled(items: Iterable[T]) -> list[T]:
    rows = list(items)
    _random.shuffle(rows)
    return rows


def _shake_turnout(sitting_id: int, new: int) -> None:
    voted = Turnout.objects.filter(attendance__sitting=sitting_id)
    members = shuffled([*voted.values_list("attendance", flat=True), new])
    voted.delete()
    Turnout.objects.bulk_create(Turnout(attendance_id=member) for member in members)


def _shake(sitting_id: int, ballots: Iterable[bytes]) -> None:
    place = _place(sitting_id)
    SealedBallot.objects.filter(sitting=sitting_id).delete()
    SealedBallot.objects.bulk_create(
        SealedBallot(sitting_id=sitting_id, sealed=encrypt(PURPOSE, ballot, place=place))
        for ballot in shuffled(ballots)
    )


def _place(sitting_id: int) -> str:
    return f"ballot:{sitting_id}"


@on_rotation("ballots")
def reseal(_batch: int) -> int:
    """One sitting's whole box under the new key; how many ballots it held."""
    old = next((row for row in SealedBallot.objects.all() if not is_current(bytes(row.sealed))), None)
    if old is None:
        return 0
    with transaction.atomic():
        hold(old.sitting_id)
        ballots = opened(old.sitting_id)
        _shake(old.sitting_id, ballots)
    return len(ballots)
