"""What an officer fills in, as plain values handed from forms to actions."""

from dataclasses import dataclass, field
from datetime import date, time

from thidua.modules.dossiers.models import Procedure
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.register.models import Ground, Line

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDraft:
    """The head of a dossier."""

    title: str
    period: Period | None = None
    ground: str = Ground.MERIT
    line: str = Line.STATE
    procedure: str = Procedure.NORMAL
    simplified_basis: str = ""
    deed_on: date | None = None
    deed_place: str = ""
    confirmed_by: str = ""
    judged_on: date | None = None


def title_for(organisation: Organisation, period: Period | None) -> str:
    """Where nobody has written another one."""
    return f"Đề nghị khen thưởng {period or 'đột xuất'} của {organisation.name}"[:LONGEST_TITLE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom a candidate is: exactly one of the three kinds ("person", "collective", "household")."""

    kind: str
    pk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """One line of a list: who is proposed for which honours, and what for."""

    recipient: Recipient
    honours: tuple[str, ...]
    achievement: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateDraft:
    """What the unit writes about a candidate."""

    honorific: str = ""
    achievement: str = ""
    by: str = ""
    is_posthumous: bool = False
    initiative_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingDraft:
    """The list of households on the group's board; both days are past."""

    place: str
    posted_on: date
    taken_down_on: date
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """The unit's own meeting; `votes` by candidate id: in favour, not in favour, invalid."""

    held_on: date
    place: str
    chair: str
    secretary: str
    n_called: int
    n_present: int
    begins_at: time | None = None
    ends_at: time | None = None
    by_ballot: bool = True
    discussion: str = ""
    votes: dict[int, tuple[int, int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureDraft:
    """The administrative procedure; what stands after `n_days` belongs to a public one."""

    name: str
    is_public: bool = False
    code: str = ""
    n_days: int | None = None
    file_code: str = ""
    filed_by: str = ""
    taken_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagNote:
    """One thing to supplement: of a candidate, or (None) of the whole file."""

    field: str
    note: str
    candidate_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feat:
    """A sudden feat, told in a few lines: what, when, where, who confirms it; `story` tells it at length."""

    achievement: str
    deed_on: date
    deed_place: str
    confirmed_by: str
    honour: str = "GK"
    story: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetDraft:
    """How many of a unit's candidates for an honour (all, where it is blank) shall be direct workers."""

    unit: Organisation
    honour: str
    percent: int
    since: date
    basis: str = ""
    is_printed: bool = False
