"""The council's two kinds of minutes, and the minutes of the tally, as plain letters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time

from django.utils.translation import gettext as _

from thidua.documents.letters import (
    Attendee,
    BallotCount,
    CouncilMinutes,
    Letterhead,
    Meeting,
    MinutesKind,
    TallyMinutes,
    VotedGroup,
    VoteLine,
)
from thidua.kernel.days import VIETNAM
from thidua.kernel.errors import Cannot
from thidua.modules.consultations import api as consultations
from thidua.modules.consultations.api import nominee
from thidua.modules.councils.models import (
    AgendaItem,
    Attendance,
    ItemResult,
    MemberRole,
    Sitting,
    SittingSubject,
    VotingWay,
)
from thidua.modules.councils.queries import agenda
from thidua.modules.councils.shares import share_of
from thidua.modules.papers import api as papers
from thidua.modules.rulebook import api as rulebook

SYMBOL = "BB-HĐTĐKT"
NATURES = {MinutesKind.TITLES: "title", MinutesKind.FORMS: "form"}
WAYS = {
    VotingWay.PAPER: "bỏ phiếu kín bằng phiếu giấy",
    VotingWay.WRITTEN: "lấy ý kiến bằng văn bản",
    VotingWay.SCREEN: "bỏ phiếu kín trên hệ thống",
}


class CannotDraw(Cannot):
    """The minutes lack something that form 1.9 asks for."""


def minutes_kinds(sitting: Sitting) -> list[MinutesKind]:
    """Titles and forms have minutes of their own; only those that something was voted on."""
    if sitting.subject == SittingSubject.TITLES:
        return [MinutesKind.TITLES]
    if sitting.subject == SittingSubject.FORMS:
        return [MinutesKind.FORMS]
    codes = sitting.items.values_list("candidate__honour", flat=True)
    is_title = {rulebook.honour(code).nature == "title" for code in codes}
    return [
        kind
        for kind, wanted in ((MinutesKind.TITLES, True), (MinutesKind.FORMS, False))
        if wanted in is_title
    ]


def council_minutes(sitting: Sitting, kind: MinutesKind) -> CouncilMinutes:
    seats = _seats(sitting)
    items = [item for item in agenda(sitting) if _is_of(item, kind, sitting)]
    return CouncilMinutes(
        head=letterhead(sitting),
        council=sitting.council.name,
        kind=kind,
        period=_periods(items),
        meeting=meeting(sitting, seats),
        groups=voted_groups(items, len(seats)),
        established_by=sitting.council.decision,
        ballot=_ways(seats),
        opinions=(
            *_shown(items),
            *(line.strip() for line in sitting.discussion.splitlines() if line.strip()),
        ),
        written_opinions=tuple(_written(seats)),
        recusals=tuple(_recusals(items, sitting)),
        conclusion=_conclusion(items),
    )


def _shown(items: Iterable[AgendaItem]) -> list[str]:
    """What came of showing the candidates to the public, as the law wants it noted in the minutes."""
    return consultations.results_of([item.candidate_id for item in items])


def tally_minutes(sitting: Sitting) -> TallyMinutes:
    seats = _seats(sitting)
    items = list(agenda(sitting))
    tellers = tuple(_teller(line) for line in sitting.tellers.splitlines() if line.strip())
    if not tellers:
        raise CannotDraw(_("Enter the tellers: they sign the minutes of the tally."), field="tellers")
    return TallyMinutes(
        head=letterhead(sitting),
        council=sitting.council.name,
        meeting=meeting(sitting, seats),
        tellers=tellers,
        counts=tuple(ballot_count(code, found, seats) for code, found in by_honour(items).items()),
        groups=voted_groups(items, len(seats)),
        ballot=_ways(seats),
    )


def letterhead(sitting: Sitting) -> Letterhead:
    """The council writes under the name of its body."""
    head = papers.letterhead(sitting.organisation, sitting.held_on, symbol=SYMBOL, day=sitting.held_on)
    return replace(head, parent_agency=head.agency, agency=sitting.council.name)


def meeting(sitting: Sitting, seats: Sequence[Attendance]) -> Meeting:
    if sitting.begins_at is None or not sitting.place:
        raise CannotDraw(
            _("Enter the hour and the place of the sitting: the minutes name them."), field="begins_at"
        )
    present = [seat for seat in seats if seat.is_present]
    return Meeting(
        started=_instant(sitting, sitting.begins_at),
        ended=_instant(sitting, sitting.ends_at) if sitting.ends_at else None,
        place=sitting.place,
        chair=_holder(seats, MemberRole.CHAIR),
        secretary=_holder(seats, MemberRole.SECRETARY),
        n_members=len(seats),
        n_present=len(present),
        present=tuple(_attendee(seat) for seat in present),
        absent=tuple(_attendee(seat) for seat in seats if not seat.is_present),
    )


def voted_groups(items: Iterable[AgendaItem], n_members: int) -> tuple[VotedGroup, ...]:
    return tuple(
        VotedGroup(
            honour=named(code),
            n_voters=n_members,
            threshold=f"Yêu cầu: {needed(found[0])} ({found[0].share_basis}).",
            lines=tuple(_line(item) for item in found),
        )
        for code, found in by_honour(items).items()
    )


def needed(item: AgendaItem) -> str:
    share = share_of(item)
    assert share is not None, "voting opens only when each item has its share"
    if share.is_half_over:
        return "quá nửa tổng số thành viên Hội đồng"
    if share.is_over:
        return f"trên {share.amount} tổng số thành viên Hội đồng"
    return f"từ {share.amount} tổng số thành viên Hội đồng trở lên"


def by_honour(items: Iterable[AgendaItem]) -> dict[str, list[AgendaItem]]:
    found: dict[str, list[AgendaItem]] = {}
    for item in items:
        found.setdefault(item.candidate.honour, []).append(item)
    return found


def named(code: str) -> str:
    """As in the sentence: a title in quotation marks, a form by its name."""
    known = rulebook.honour(code)
    return f"danh hiệu “{known.name_vi}”" if known.nature == "title" else known.name_vi


def ballot_count(code: str, items: Sequence[AgendaItem], seats: Sequence[Attendance]) -> BallotCount:
    """One ballot paper for an honour: returned when any item on it is marked, invalid when none is."""
    issued = {seat.member_id for seat in seats if seat.is_present or seat.way != VotingWay.PAPER}
    excused = [{member.pk for member in item.recused.all()} for item in items]
    n_issued = sum(1 for member in issued if not all(member in away for away in excused))
    cast = [(item.n_in_favour or 0) + (item.n_against or 0) + (item.n_invalid or 0) for item in items]
    n_returned = max(cast)
    n_invalid = min(item.n_invalid or 0 for item in items)
    return BallotCount(
        name=rulebook.honour(code).name_vi,
        n_issued=n_issued,
        n_returned=n_returned,
        n_valid=n_returned - n_invalid,
    )


def _seats(sitting: Sitting) -> list[Attendance]:
    return list(sitting.attendance.select_related("member").order_by("member_id"))


def _is_of(item: AgendaItem, kind: MinutesKind, sitting: Sitting) -> bool:
    """A sitting called for one subject has one minutes, whatever is on its agenda."""
    if sitting.subject != SittingSubject.BOTH:
        return True
    return (rulebook.honour(item.candidate.honour).nature == "title") == (kind == MinutesKind.TITLES)


def _periods(items: Iterable[AgendaItem]) -> str:
    labels = [item.candidate.dossier.period.label for item in items if item.candidate.dossier.period]
    return ", ".join(dict.fromkeys(labels))


def _instant(sitting: Sitting, at: time) -> datetime:
    return datetime.combine(sitting.held_on, at, tzinfo=VIETNAM)


def _attendee(seat: Attendance) -> Attendee:
    return Attendee(name=seat.member.name, post=seat.member.post)


def _teller(line: str) -> Attendee:
    name, _comma, post = line.partition(",")
    return Attendee(name=name.strip(), post=post.strip())


def _holder(seats: Iterable[Attendance], role: MemberRole) -> Attendee:
    found = next((seat for seat in seats if seat.member.role == role), None)
    if found is None:
        raise CannotDraw(_("The council has no %(role)s on that day.") % {"role": role.label})
    return _attendee(found)


def _line(item: AgendaItem) -> VoteLine:
    return VoteLine(
        nominee=nominee(item.candidate),
        n_for=item.n_in_favour or 0,
        n_against=item.n_against or 0,
        n_blank=item.n_invalid or 0,
        passed=item.result == ItemResult.PASSED,
        note=item.reason,
    )


def _ways(seats: Iterable[Attendance]) -> str:
    used = {VotingWay(seat.way) for seat in seats if seat.is_present or seat.way != VotingWay.PAPER}
    return "; ".join(words for way, words in WAYS.items() if way in used)


def _written(seats: Iterable[Attendance]) -> Iterable[str]:
    for seat in seats:
        if seat.way == VotingWay.WRITTEN:
            yield f"{seat.member.name} gửi ý kiến bằng văn bản; ý kiến được tính vào kết quả kiểm phiếu."


def _recusals(items: Iterable[AgendaItem], sitting: Sitting) -> Iterable[str]:
    for item in items:
        for member in item.recused.all():
            yield (
                f"{member.name} không bỏ phiếu đối với {item.candidate.name}"
                f" ({named(item.candidate.honour)}), theo {sitting.recusal_basis}."
            )


def _conclusion(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    n_passed = sum(1 for item in items if item.result == ItemResult.PASSED)
    n_failed = len(items) - n_passed
    said = f"Hội đồng thống nhất đề nghị cấp có thẩm quyền khen thưởng {n_passed:02} trường hợp đủ số phiếu đồng ý"
    return (f"{said}; {n_failed:02} trường hợp không được đề nghị.",) if n_failed else (f"{said}.",)
