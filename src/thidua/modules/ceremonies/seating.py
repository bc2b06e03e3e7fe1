"""Who takes a seat, and which: guests in front, recipients behind them in the order in which they are called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua.modules.ceremonies.models import Answer, Attendee, Ceremony
from thidua.modules.ceremonies.queries import attendees_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Seated:
    """One person, who may be called more than once; who sends somebody keeps the seat for him."""

    first: Attendee
    rows: tuple[Attendee, ...]

    @property
    def name(self) -> str:
        return self.first.representative or str(self.first)

    @property
    def needs(self) -> str:
        return "; ".join(dict.fromkeys(row.needs for row in self.rows if row.needs))


def people_of(ceremony: Ceremony) -> list[Seated]:
    """Everybody who needs a seat, as they are called; a person with two honours once, who declined never."""
    return coming(attendees_of(ceremony))


def coming(rows: Iterable[Attendee]) -> list[Seated]:
    return gathered(row for row in rows if row.answer != Answer.DECLINES)


def gathered(rows: Iterable[Attendee]) -> list[Seated]:
    found: dict[tuple[str, int], list[Attendee]] = {}
    for row in rows:
        found.setdefault(_who(row), []).append(row)
    return [Seated(rows[0], tuple(rows)) for rows in found.values()]


def same_person(attendee: Attendee) -> tuple[Attendee, ...]:
    """Every invitation of this ceremony that is his."""
    everybody = gathered(attendees_of(attendee.ceremony))
    return next(one.rows for one in everybody if attendee in one.rows)


def _who(row: Attendee) -> tuple[str, int]:
    """The person, collective or household behind an invitation; a guest is himself."""
    honoured = row.entry or (row.item.candidate if row.item else None)
    if honoured is None:
        return "guest", row.pk
    for kind in ("person", "collective", "household"):
        if key := getattr(honoured, f"{kind}_id"):
            return kind, key
    return "guest", row.pk


def seats(people: Sequence[Seated], per_row: int) -> list[list[Seated | None]]:
    """Rows of seats from the stage backwards. Guests begin the first row, recipients a new one.

    Who needs help to reach a seat sits at the aisle, the end of his row.
    """
    guests = [one for one in people if not one.first.is_recipient]
    called = [one for one in people if one.first.is_recipient]
    return [*_rows(guests, per_row), *_rows(called, per_row)]


def _rows(people: Sequence[Seated], per_row: int) -> list[list[Seated | None]]:
    return [_row(people[at : at + per_row], per_row) for at in range(0, len(people), per_row)]


def _row(people: Sequence[Seated], per_row: int) -> list[Seated | None]:
    helped = [one for one in people if one.needs]
    placed: list[Seated | None] = [one for one in people if not one.needs]
    placed[:0] = helped[::2]
    empty = [None] * (per_row - len(people))
    return [*placed, *empty, *helped[1::2]]


def seat_name(row: int, seat: int) -> str:
    """A1 is the first seat of the first row; after Z comes AA."""
    tens, one = divmod(row, len(LETTERS))
    letters = (LETTERS[tens - 1] if tens else "") + LETTERS[one]
    return f"{letters}{seat + 1}"
