"""The papers of oversight: plan to overcome shortcomings, plan and conclusion of inspections."""

from datetime import date, timedelta

from thidua.documents.letters import OversightPaper, PaperPart, PaperTable
from thidua.modules.oversight.models import (
    Inspection,
    InspectionFinding,
    InspectionPlan,
    InspectionState,
    ItemResult,
    RemedyPlan,
    Shortcoming,
    ShortcomingState,
)
from thidua.modules.papers.api import letterhead, signature, signers_of

# A paper is Vietnamese whatever the language of the screen.
STATES = {
    ShortcomingState.OPEN: "Đang khắc phục",
    ShortcomingState.DONE: "Đơn vị báo cáo đã khắc phục",
    ShortcomingState.CLOSED: "Đã khắc phục",
}
TITLES = ("Tồn tại, hạn chế", "Nguyên nhân", "Biện pháp khắc phục", "Thực hiện; thời hạn", "Tiến độ")
WIDTHS = (5.0, 4.0, 5.0, 4.0, 3.0)


def plan(row: RemedyPlan, on: date) -> OversightPaper:
    day = row.issued_on or on
    number, _slash, symbol = row.number.partition("/")
    held = list(row.shortcomings.select_related("organisation", "owner").order_by("due_on", "pk"))
    return OversightPaper(
        head=letterhead(row.organisation, day, number=number or None, symbol=symbol or "KH-UBND"),
        kind="KẾ HOẠCH",
        about=row.title,
        parts=(
            PaperPart(heading="I. MỤC ĐÍCH, YÊU CẦU", text=row.aim),
            PaperPart(
                heading="II. TỒN TẠI, HẠN CHẾ VÀ BIỆN PHÁP KHẮC PHỤC",
                table=PaperTable(titles=TITLES, widths=WIDTHS, rows=tuple(map(_line, held))),
            ),
            PaperPart(heading="III. TIẾN ĐỘ", text=progress(held, on)),
            PaperPart(heading="IV. TỔ CHỨC THỰC HIỆN", text=row.carrying_out),
        ),
        signature=signature(signers_of(row.organisation, day).first()),
    )


def _line(row: Shortcoming) -> tuple[str, ...]:
    where = f"{row.title} ({row.organisation.name})"
    who = (
        f"{row.owner.name}{f', {row.owner_post}' if row.owner_post else ''}; trước ngày {row.due_on:%d/%m/%Y}"
    )
    state = STATES[ShortcomingState(row.state)]
    if row.is_overridden:
        state = f"Kết thúc theo ý kiến lãnh đạo: {row.close_reason}"
    return where, row.cause, row.measure, who, state


def progress(rows: list[Shortcoming], on: date) -> str:
    n_closed = sum(1 for row in rows if row.state == ShortcomingState.CLOSED)
    n_late = sum(1 for row in rows if row.state != ShortcomingState.CLOSED and row.due_on < on)
    if not rows:
        return ""
    return (
        f"Đến ngày {on:%d/%m/%Y}: {len(rows)} tồn tại, hạn chế; đã khắc phục {n_closed},"
        f" đang khắc phục {len(rows) - n_closed}, quá hạn {n_late}."
    )


RESULTS = {
    "open": "Chưa xem xét",
    "met": "Đúng quy định",
    "not_met": "Chưa đúng",
    "not_needed": "Không phát sinh",
}
KINDS = {
    "inspection": "Kiểm tra",
    "supervision": "Giám sát",
    "self": "Tự kiểm tra",
}


def inspection_plan(row: InspectionPlan, on: date) -> OversightPaper:
    day = row.issued_on or on
    number, _slash, symbol = row.number.partition("/")
    held = row.inspections.exclude(state=InspectionState.CALLED_OFF).select_related("organisation")
    lines = tuple(
        (
            one.organisation.name,
            f"{KINDS[one.kind]}: {one.title}",
            _days(one.begins_on, one.ends_on),
            _days(one.since, one.until - timedelta(days=1)),
        )
        for one in held.order_by("begins_on", "pk")
    )
    table = PaperTable(
        titles=("Đơn vị", "Nội dung", "Thời gian", "Thời kỳ được kiểm tra"),
        widths=(4.0, 6.0, 3.0, 3.0),
        rows=lines,
    )
    return OversightPaper(
        head=letterhead(row.organisation, day, number=number or None, symbol=symbol or "KH-UBND"),
        kind="KẾ HOẠCH",
        about=f"Kiểm tra, giám sát công tác thi đua, khen thưởng năm {row.year}",
        parts=(
            PaperPart(heading="I. MỤC ĐÍCH, YÊU CẦU", text=row.aim),
            PaperPart(heading="II. ĐƠN VỊ, NỘI DUNG, THỜI GIAN", table=table),
            PaperPart(heading="III. TỔ CHỨC THỰC HIỆN", text=row.carrying_out),
        ),
        signature=signature(signers_of(row.organisation, day).first()),
    )


def _days(first: date, last: date) -> str:
    return f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"


def conclusion(row: Inspection, on: date) -> OversightPaper:
    day = row.concluded_on or on
    number, _slash, symbol = row.number.partition("/")
    period = _days(row.since, row.until - timedelta(days=1))
    opening = (
        f"Từ {_days(row.begins_on, row.ends_on)}, đoàn {KINDS[row.kind].lower()} đã làm việc tại"
        f" {row.organisation.name} về: {row.title}; thời kỳ được xem xét: {period}."
    )
    return OversightPaper(
        head=letterhead(row.body, day, number=number or None, symbol=symbol or "KL-UBND"),
        kind="KẾT LUẬN",
        about=f"{KINDS[row.kind]} công tác thi đua, khen thưởng tại {row.organisation.name}",
        parts=(
            PaperPart(heading="I. KHÁI QUÁT", text=f"{opening}\nThành phần đoàn:\n{row.team}"),
            PaperPart(heading="II. NỘI DUNG ĐÃ XEM XÉT", table=_examined(row)),
            PaperPart(heading="III. HỒ SƠ ĐÃ XEM (CHỌN MẪU)", text=_drawn(row), table=_sampled(row)),
            PaperPart(heading="IV. PHÁT HIỆN VÀ KIẾN NGHỊ", table=_findings(row)),
            PaperPart(heading="V. KẾT LUẬN", text=row.conclusion),
        ),
        signature=signature(signers_of(row.body, day).first()),
    )


def _examined(row: Inspection) -> PaperTable:
    items = row.items.exclude(result=ItemResult.NOT_NEEDED).order_by("place")
    lines = tuple((one.text, one.cite, RESULTS[one.result], one.note) for one in items)
    return PaperTable(
        titles=("Nội dung", "Căn cứ", "Kết quả", "Ghi chú"), widths=(6.0, 4.0, 2.5, 3.5), rows=lines
    )


def _drawn(row: Inspection) -> str:
    return f"Mẫu gồm {row.sample.count()} hồ sơ, chọn theo mã “{row.seed}”; chọn lại bằng mã này cho cùng kết quả."


def _sampled(row: Inspection) -> PaperTable:
    rows = row.sample.select_related("dossier").order_by("place")
    lines = tuple((f"Hồ sơ {one.dossier.code}", RESULTS[one.result], one.note) for one in rows)
    return PaperTable(titles=("Hồ sơ", "Kết quả", "Ghi chú"), widths=(5.0, 3.0, 6.0), rows=lines)


def _findings(row: Inspection) -> PaperTable:
    rows = row.findings.select_related("item", "dossier").order_by("pk")
    lines = tuple((one.text, _about(one), _recommended(one)) for one in rows)
    return PaperTable(titles=("Phát hiện", "Căn cứ, hồ sơ", "Kiến nghị"), widths=(6.0, 4.0, 6.0), rows=lines)


def _about(one: InspectionFinding) -> str:
    told = [
        one.item.cite if one.item else "",
        f"hồ sơ {one.dossier.code}" if one.dossier else "",
        one.entry_place,
    ]
    return "; ".join(words for words in told if words)


def _recommended(one: InspectionFinding) -> str:
    by = f" Thực hiện trước ngày {one.due_on:%d/%m/%Y}." if one.due_on else ""
    return one.recommendation + by
