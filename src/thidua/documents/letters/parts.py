"""The parts that many papers share."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Boxes 1 to 4 of NĐ 30/2020. Names are given as written in full; they are drawn in capitals.

    Without a number or a day the place is left open for the clerk's pen.
    """

    agency: str
    parent_agency: str = ""
    number: int | str | None = None
    symbol: str = ""
    place: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Boxes 7a and 7b: `authority` is one line or several ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""

    authority: tuple[str, ...]
    name: str = ""
    other_post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """Box 9b. `archive` is what stands after "Lưu:"; no dashes, no semicolons: they are drawn."""

    copies: tuple[str, ...] = ("Như trên",)
    archive: str = "VT"


AS_ABOVE = Recipients()


class NomineeKind(StrEnum):
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """One person, collective or household as it stands in a list."""

    name: str
    kind: NomineeKind = NomineeKind.INDIVIDUAL
    honorific: str = ""
    post: str = ""
    unit: str = ""
    merit: str = ""
    prize: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NomineeGroup:
    """Those proposed for one honour; `honour` as in the sentence: "danh hiệu “Lao động tiên tiến”"."""

    honour: str
    nominees: tuple[Nominee, ...]
