"""What the register says of an award today: it stands, it was corrected, it was revoked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua.modules.register.models import Act, Entry


class Standing(StrEnum):
    REAL = "real"
    CORRECTED = "corrected"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Stands:
    """`entry` is the newest wording; `by` the later act that says so."""

    standing: Standing
    entry: Entry
    by: Entry | None = None

    @property
    def is_revoked(self) -> bool:
        return self.standing == Standing.REVOKED


def standings(entries: Iterable[Entry]) -> dict[int, Stands]:
    """By the id of the conferral; one query for all."""
    known = {entry.pk: Stands(Standing.REAL, entry) for entry in entries}
    for act in Entry.objects.filter(refers_to__in=known).order_by("place"):
        first = act.refers_to_id
        assert first is not None  # it was asked for
        if act.act == Act.REVOKE:
            known[first] = Stands(Standing.REVOKED, known[first].entry, act)
        else:
            known[first] = Stands(Standing.CORRECTED, act, act)
    return known


def standing_of(entry: Entry) -> Stands:
    return standings([entry])[entry.pk]
