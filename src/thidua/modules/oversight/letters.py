"""The plan to overcome shortcomings as a paper (kế hoạch khắc phục tồn tại, hạn chế), with its progress."""

from datetime import date

from thidua.documents.letters import OversightPaper, PaperPart, PaperTable
from thidua.modules.oversight.models import RemedyPlan, Shortcoming, ShortcomingState
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
