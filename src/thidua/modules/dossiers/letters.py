"""What a dossier's papers say: the submittal, the list, the minutes of the unit's meeting."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from thidua.documents.letters import (
    Attendee,
    Meeting,
    MinutesKind,
    Nominee,
    NomineeGroup,
    NomineeKind,
    ProposalList,
    Submittal,
    UnitMeetingMinutes,
    VotedGroup,
    VoteLine,
)
from thidua.documents.wording import legal_day
from thidua.kernel.days import VIETNAM
from thidua.modules.dossiers import grounds
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, MeetingVote, UnitMeeting
from thidua.modules.dossiers.models import Submittal as Gathering
from thidua.modules.dossiers.queries.direct import listed, shares_of
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import TERRITORIES, agency_name, letterhead, signature, signers_of
from thidua.modules.rulebook import api as rulebook

OUT = (CandidateState.DROPPED, CandidateState.NOT_AGREED, CandidateState.FAILED, CandidateState.NOT_GRANTED)
KINDS = {
    "person": NomineeKind.INDIVIDUAL,
    "collective": NomineeKind.COLLECTIVE,
    "household": NomineeKind.HOUSEHOLD,
}


def honour_in_words(code: str) -> str:
    """As in the sentence: danh hiệu “Lao động tiên tiến”; Giấy khen."""
    asked = rulebook.honour(code)
    return f"danh hiệu “{asked.name_vi}”" if asked.nature == "title" else asked.name_vi


def nominee(candidate: Candidate) -> Nominee:
    kind = next(kind for kind in KINDS if getattr(candidate, f"{kind}_id"))
    return Nominee(
        name=candidate.name,
        kind=KINDS[kind],
        honorific=candidate.honorific,
        post=candidate.post,
        unit=candidate.unit_name,
        merit=candidate.achievement,
        note="truy tặng" if candidate.is_posthumous else "",
    )


def groups_of(candidates: Iterable[Candidate]) -> tuple[NomineeGroup, ...]:
    """One group for each honour, the highest first; in it the order of the list."""
    rows = sorted(candidates, key=lambda row: (rulebook.honour(row.honour).rank, row.place, row.pk))
    codes = list(dict.fromkeys(row.honour for row in rows))
    return tuple(
        NomineeGroup(
            honour=honour_in_words(code), nominees=tuple(nominee(row) for row in rows if row.honour == code)
        )
        for code in codes
    )


def proposed(dossier: Dossier) -> list[Candidate]:
    return list(dossier.candidates.exclude(state__in=OUT).order_by("place", "id"))


def period_of(dossier: Dossier) -> str:
    return dossier.period.label if dossier.period else ""


def addressee(receiver: Organisation) -> str:
    name = agency_name(receiver.name, receiver.kind)
    return f"Chủ tịch {name}" if receiver.kind in TERRITORIES else name


def submittal_letter(dossier: Dossier, on: date) -> Submittal:
    """Tờ trình of the unit."""
    rows = proposed(dossier)
    bases = list(grounds.legal(dossier.judged_on or on))
    if meeting := meeting_of(dossier):
        bases.append(
            f"Căn cứ Biên bản họp bình xét {legal_day(meeting.held_on)} của {dossier.organisation.name}"
        )
    return Submittal(
        head=letterhead(dossier.organisation, on, symbol="TTr"),
        to=(addressee(dossier.receiver),),
        subject=f"Về việc {_lowered(dossier.title)}",
        period=period_of(dossier),
        grounds=tuple(bases),
        groups=groups_of(rows),
        signature=signature(signers_of(dossier.organisation, on).first()),
        paragraphs=(*_feat(dossier), *_share(dossier, rows, on)),
        enclosures=tuple(_enclosures(dossier, rows)),
    )


def _lowered(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _feat(dossier: Dossier) -> tuple[str, ...]:
    """A sudden feat is told in the submittal itself: day, place, who confirms."""
    if dossier.deed_on is None:
        return ()
    told = [f"Thành tích đột xuất lập {legal_day(dossier.deed_on)}"]
    told += [f"tại {dossier.deed_place}"] if dossier.deed_place else []
    told += [f"được {dossier.confirmed_by} xác nhận"] if dossier.confirmed_by else []
    return (", ".join(told) + ".",)


def _share(dossier: Dossier, rows: list[Candidate], on: date) -> Iterator[str]:
    """The share of direct workers, where the receiving body has chosen that it is written; never the note."""
    for share in shares_of(dossier, listed(rows), on):
        if share.target and share.target.is_printed and share.n_all:
            whom = (
                f"cá nhân đề nghị {honour_in_words(share.honour)}" if share.honour else "cá nhân được đề nghị"
            )
            yield (
                f"Người trực tiếp lao động, sản xuất, kinh doanh: {share.n_direct}/{share.n_all} {whom} "
                f"({share.percent}%)."
            )


def _enclosures(dossier: Dossier, rows: list[Candidate]) -> Iterator[str]:
    n_reports = sum(1 for row in rows if hasattr(row, "report"))
    if n_reports:
        yield f"Báo cáo thành tích ({n_reports:02} bản)"
    if meeting_of(dossier):
        yield "Biên bản bình xét (01 bản)"
    yield from dossier.evidence.order_by("id").values_list("label", flat=True)


def list_letter(dossier: Dossier, on: date) -> ProposalList:
    return ProposalList(
        head=letterhead(dossier.organisation, on),
        subject="Đề nghị khen thưởng",
        period=period_of(dossier),
        groups=groups_of(proposed(dossier)),
        signature=signature(signers_of(dossier.organisation, on).first()),
    )


def meeting_of(dossier: Dossier) -> UnitMeeting | None:
    return UnitMeeting.objects.filter(dossier=dossier).first()


def minutes_letters(dossier: Dossier, on: date) -> dict[MinutesKind, UnitMeetingMinutes]:
    """Titles and forms have minutes of their own (Law 06/2022/QH15, Art 84.1 and 84.2)."""
    meeting = meeting_of(dossier)
    if meeting is None:
        return {}
    votes = list(meeting.votes.select_related("candidate").order_by("candidate__place", "id"))
    found: dict[MinutesKind, UnitMeetingMinutes] = {}
    for kind in MinutesKind:
        own = [vote for vote in votes if (kind is MinutesKind.TITLES) == _is_title(vote)]
        if own:
            found[kind] = _minutes(dossier, meeting, kind, own, on)
    return found


def _is_title(vote: MeetingVote) -> bool:
    return rulebook.honour(vote.candidate.honour).nature == "title"


def _minutes(
    dossier: Dossier, meeting: UnitMeeting, kind: MinutesKind, votes: list[MeetingVote], on: date
) -> UnitMeetingMinutes:
    return UnitMeetingMinutes(
        head=letterhead(dossier.organisation, on, symbol="BB"),
        kind=kind,
        period=period_of(dossier),
        meeting=Meeting(
            started=_at(meeting.held_on, meeting.begins_at) if meeting.begins_at else meeting.held_on,
            ended=_at(meeting.held_on, meeting.ends_at) if meeting.ends_at else None,
            place=meeting.place,
            chair=Attendee(name=meeting.chair),
            secretary=Attendee(name=meeting.secretary),
            n_members=meeting.n_called,
            n_present=meeting.n_present,
        ),
        groups=tuple(_voted(votes, meeting.n_present)),
        opinions=tuple(line.strip() for line in meeting.discussion.splitlines() if line.strip()),
        ballot="bỏ phiếu kín" if meeting.by_ballot else "biểu quyết",
    )


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=VIETNAM)


def _voted(votes: list[MeetingVote], n_present: int) -> Iterator[VotedGroup]:
    codes = sorted({vote.candidate.honour for vote in votes}, key=lambda code: rulebook.honour(code).rank)
    for code in codes:
        lines = tuple(_line(vote, n_present) for vote in votes if vote.candidate.honour == code)
        yield VotedGroup(honour=honour_in_words(code), n_voters=n_present, lines=lines)


def _line(vote: MeetingVote, n_present: int) -> VoteLine:
    """More than half of those present carry a proposal in the unit's own meeting."""
    return VoteLine(
        nominee=nominee(vote.candidate),
        n_for=vote.n_in_favour,
        n_against=vote.n_against,
        n_blank=vote.n_invalid,
        passed=2 * vote.n_in_favour > n_present,
    )


def gathering_letter(submittal: Gathering, on: date) -> Submittal:
    """Tờ trình of the receiving body for the dossiers it has gathered."""
    rows = list(
        Candidate.objects.filter(dossier__submittal=submittal)
        .exclude(state__in=OUT)
        .order_by("dossier__organisation__sort", "place", "id")
    )
    units = list(
        submittal.dossiers.order_by("organisation__sort").values_list("organisation__name", flat=True)
    )
    return Submittal(
        head=letterhead(submittal.organisation, on, symbol="TTr"),
        to=(submittal.addressed_to,),
        subject=f"Về việc {_lowered(submittal.title)}",
        period=submittal.period.label if submittal.period else "",
        grounds=tuple(grounds.legal(on)),
        groups=groups_of(rows),
        signature=signature(signers_of(submittal.organisation, on).first()),
        paragraphs=(f"Trên cơ sở hồ sơ đề nghị của {len(units):02} đơn vị: {', '.join(units)}.",),
        enclosures=("Hồ sơ đề nghị khen thưởng của các đơn vị",),
    )
