"""What a council needs before it votes: its decision, the invitation, the ballots."""

from dataclasses import dataclass
from datetime import date, datetime

from thidua.documents.letters.awards import AS_LAST_ARTICLE
from thidua.documents.letters.parts import AS_ABOVE, Letterhead, NomineeGroup, Recipients, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSeat:
    """`role` as the decision writes it: "Chủ tịch Hội đồng"."""

    name: str
    post: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecision:
    """Quyết định thành lập hội đồng. Whoever it concerns carries it out, and `executors` besides."""

    head: Letterhead
    authority: str
    council: str
    grounds: tuple[str, ...]
    proposer: str
    seats: tuple[CouncilSeat, ...]
    tasks: tuple[str, ...]
    executors: str
    signature: Signature
    recipients: Recipients = AS_LAST_ARTICLE


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingInvitation:
    """Giấy mời họp by form 1.7: one paper for all who are called. A day alone leaves room for the hour."""

    head: Letterhead
    inviter: str
    to: tuple[str, ...]
    subject: str
    starts: datetime | date
    place: str
    chair: str
    agenda: tuple[str, ...]
    signature: Signature
    recipients: Recipients = AS_ABOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballots:
    """Phiếu bầu: a ballot for each honour; it bears no name of the voter."""

    head: Letterhead
    council: str
    day: date
    groups: tuple[NomineeGroup, ...]
