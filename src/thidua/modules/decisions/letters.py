"""What a decision says, as a plain letter for `documents`."""

from collections.abc import Iterable, Sequence
from datetime import date

from thidua.documents.letters import (
    AwardGroup,
    Decision,
    Nominee,
    NomineeKind,
    Recipients,
)
from thidua.documents.wording import deed, document_number, legal_day
from thidua.modules.decisions.competence import phrase
from thidua.modules.decisions.models import Decision as Row
from thidua.modules.decisions.models import DecisionItem, DecisionKind, DecisionState
from thidua.modules.dossiers.models import Candidate
from thidua.modules.papers.api import letterhead, signature
from thidua.modules.register.models import Entry

DRAFT_MARK = "DỰ THẢO"
HAS_NUMBER = frozenset({DecisionState.NUMBERED, DecisionState.IN_FORCE})
# Money and no certificate goes with these (NĐ 98/2023, Art. 54, read in a secondary source).
WITHOUT_CERTIFICATE = frozenset({"LDTT", "CSTT", "TTLDTT", "DVTT"})
RECOVERED = (
    "Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận của các tập thể, cá nhân có tên tại Điều 1 theo quy định của "
    "pháp luật."
)
VERBS = {
    DecisionKind.GRANT: "Tặng",
    DecisionKind.REVOKE: "Hủy bỏ việc tặng",
    DecisionKind.CORRECT: "Đính chính nội dung tặng",
}
FIELDS = {
    "name": "tên",
    "honorific": "danh xưng",
    "post": "chức vụ",
    "unit_name": "đơn vị",
    "achievement": "thành tích",
}


def _kind(row: Candidate | Entry) -> NomineeKind:
    if row.person_id:
        return NomineeKind.INDIVIDUAL
    return NomineeKind.COLLECTIVE if row.collective_id else NomineeKind.HOUSEHOLD


def nominee(row: Candidate | Entry, prize: int | None = None, note: str = "") -> Nominee:
    """One recipient as the list names him: frozen on the candidate or the entry."""
    return Nominee(
        name=row.name,
        kind=_kind(row),
        honorific=row.honorific,
        post=row.post,
        unit="" if row.unit_name == row.name else row.unit_name,
        merit=row.achievement,
        prize=prize or None,
        note=note,
    )


def number_of(decision: Row) -> str:
    """12/QĐ-UBND; the draft's mark before the records office has given a number."""
    if decision.state in HAS_NUMBER:
        return document_number(decision.number, decision.symbol)
    return document_number(DRAFT_MARK, decision.symbol)


def _groups(decision: Row, items: Iterable[DecisionItem]) -> tuple[AwardGroup, ...]:
    by_code: dict[str, list[DecisionItem]] = {}
    for item in items:
        by_code.setdefault(item.granted.honour, []).append(item)
    return tuple(
        AwardGroup(
            honour=phrase(code),
            nominees=tuple(nominee(item.granted, item.prize) for item in listed),
            merit=deed(decision.merit),
        )
        for code, listed in by_code.items()
    )


def referred(entry: Entry) -> str:
    """The decision that a later one is about: tại Quyết định số 12/QĐ-UBND ngày 05 tháng 6 năm 2026."""
    day = f" {legal_day(entry.decided_on)}" if entry.decided_on else ""
    return f"tại Quyết định số {entry.decision_number}{day}"


def _later_merit(item: DecisionItem) -> str:
    said = [referred(item.amended)]
    changes = [f"{FIELDS[name]} sửa thành “{value}”" for name, value in item.correction.items()]
    return "; ".join([*said, *changes, *([f"lý do: {item.reason}"] if item.reason else [])])


def _later_groups(items: Iterable[DecisionItem]) -> tuple[AwardGroup, ...]:
    """A revocation or correction names each recipient with what is said of him."""
    return tuple(
        AwardGroup(
            honour=phrase(item.amended.honour),
            nominees=(nominee(item.amended),),
            merit=_later_merit(item),
        )
        for item in items
    )


def _verb(decision: Row, items: Sequence[DecisionItem]) -> str:
    if decision.kind == DecisionKind.GRANT and any(item.granted.is_posthumous for item in items):
        return "Truy tặng"
    return VERBS[DecisionKind(decision.kind)]


def letter(decision: Row, items: Sequence[DecisionItem], on: date) -> Decision:
    """The decision; before its number exists it is marked as a draft in the number's place."""
    is_final = decision.state in HAS_NUMBER
    is_grant = decision.kind == DecisionKind.GRANT
    return Decision(
        head=letterhead(
            decision.organisation,
            decision.signed_on or on,
            number=decision.number if is_final else DRAFT_MARK,
            symbol=decision.symbol,
            day=decision.signed_on if is_final else None,
        ),
        authority=decision.authority,
        subject=decision.title,
        grounds=tuple(decision.grounds),
        proposer=decision.proposer,
        groups=_groups(decision, items) if is_grant else _later_groups(items),
        executors=decision.executors,
        signature=signature(decision.signer),
        verb=_verb(decision, items),
        money=decision.money,
        articles=(RECOVERED,) if decision.kind == DecisionKind.REVOKE else (),
        recipients=Recipients(copies=tuple(decision.copies) or ("Như Điều 3",)),
    )


def has_certificate(code: str) -> bool:
    return code not in WITHOUT_CERTIFICATE


def certificate_merit(candidate: Candidate, achievement: str) -> str:
    """“Đã có thành tích…” as typed; else from the period, as the paper names it."""
    if achievement:
        words = deed(achievement)
        return f"{words[:1].upper()}{words[1:]}"
    period = candidate.dossier.period
    return f"Đã có thành tích xuất sắc trong {period.label}" if period else "Đã có thành tích xuất sắc"
