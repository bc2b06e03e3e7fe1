"""Minutes: of the unit's meeting, of the council, of the count."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from thidua.documents.letters.parts import Letterhead, Nominee, Recipients, Signature

TO_MEMBERS = Recipients(copies=("Thành viên Hội đồng",), archive="VT, hồ sơ")


class MinutesKind(StrEnum):
    """Titles and forms have different minutes (Law 06/2022, Art. 84.1 and 84.2)."""

    TITLES = "bình xét thi đua"
    FORMS = "xét khen thưởng"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    name: str
    post: str = ""
    reason: str = ""
    """Why absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Who met where and when; an instant with a time zone is shown in Vietnamese time."""

    started: datetime | date
    place: str
    chair: Attendee
    secretary: Attendee
    n_members: int
    n_present: int
    ended: datetime | None = None
    present: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    guests: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteLine:
    """How one nominee fared. The share is that of `n_for` in the group's `n_voters`."""

    nominee: Nominee
    n_for: int
    n_against: int
    passed: bool
    n_blank: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VotedGroup:
    """The votes for one honour; `threshold` says the rule and where it comes from."""

    honour: str
    n_voters: int
    lines: tuple[VoteLine, ...]
    threshold: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMeetingMinutes:
    """Biên bản bình xét thi đua, or xét khen thưởng, of a unit's own meeting."""

    head: Letterhead
    kind: MinutesKind
    period: str
    meeting: Meeting
    groups: tuple[VotedGroup, ...]
    opinions: tuple[str, ...] = ()
    conclusion: tuple[str, ...] = ()
    ballot: str = ""
    """How the vote was taken: "bỏ phiếu kín", "biểu quyết giơ tay"…"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMinutes:
    """Biên bản họp Hội đồng thi đua, khen thưởng."""

    head: Letterhead
    council: str
    kind: MinutesKind
    period: str
    meeting: Meeting
    groups: tuple[VotedGroup, ...]
    established_by: str = ""
    ballot: str = ""
    opinions: tuple[str, ...] = ()
    written_opinions: tuple[str, ...] = ()
    """Of members who were absent."""
    recusals: tuple[str, ...] = ()
    conclusion: tuple[str, ...] = ()
    recipients: Recipients = TO_MEMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotCount:
    """One kind of ballot paper: issued, returned, valid, invalid."""

    name: str
    n_issued: int
    n_returned: int
    n_valid: int

    @property
    def n_invalid(self) -> int:
        return self.n_returned - self.n_valid


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyMinutes:
    """Biên bản kiểm phiếu: signed by every teller; the first of them is their head."""

    head: Letterhead
    council: str
    meeting: Meeting
    tellers: tuple[Attendee, ...]
    counts: tuple[BallotCount, ...]
    groups: tuple[VotedGroup, ...]
    ballot: str = "bỏ phiếu kín"
    chair: Signature | None = None
