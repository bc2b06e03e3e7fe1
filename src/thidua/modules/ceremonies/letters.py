"""What the papers of a ceremony say. A paper is Vietnamese whatever the language of the screen."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from thidua.documents.letters import CeremonyPaper, Invitation, Invitations, PaperPart, PaperTable
from thidua.kernel.days import VIETNAM
from thidua.law.honours import catalogue
from thidua.modules.ceremonies.models import Attendee, Ceremony
from thidua.modules.ceremonies.queries import attendees_of, recipients_of
from thidua.modules.decisions.api import WITHOUT_CERTIFICATE, number_of
from thidua.modules.papers.api import letterhead, signature, signers_of

LENGTH_WITHOUT_PROGRAMME = 60


def honour_of(code: str) -> str:
    known = catalogue().get(code)
    return known.name_vi if known else code


def starts(ceremony: Ceremony) -> list[str]:
    """The hour at which each part begins."""
    at = datetime.combine(ceremony.on, ceremony.starts_at)
    hours = []
    for part in ceremony.parts.order_by("place", "id"):
        hours.append(f"{at:%H:%M}")
        at += timedelta(minutes=part.minutes)
    return hours


def about(ceremony: Ceremony) -> str:
    return f"{ceremony.title} (ngày {ceremony.on:%d/%m/%Y}, {ceremony.venue})"


def script(ceremony: Ceremony, on: date) -> CeremonyPaper:
    """Run-sheet with minutes, then what the MC reads: decision by decision, name by name."""
    parts = list(ceremony.parts.order_by("place", "id"))
    rows = tuple(
        (hour, part.label, f"{part.minutes} phút", part.leads)
        for hour, part in zip(starts(ceremony), parts, strict=True)
    )
    run_sheet = PaperTable(
        titles=("Giờ", "Nội dung", "Thời lượng", "Người điều hành"), widths=(2, 8, 2.5, 4), rows=rows
    )
    return CeremonyPaper(
        head=letterhead(ceremony.organisation, on),
        kind="KỊCH BẢN ĐIỀU HÀNH",
        about=about(ceremony),
        parts=(
            PaperPart(heading="I. CHƯƠNG TRÌNH", table=run_sheet),
            PaperPart(heading="II. LỜI DẪN PHẦN TRAO TẶNG", text="\n".join(_spoken(ceremony))),
        ),
        signature=signature(signers_of(ceremony.organisation, on).first()),
    )


def _spoken(ceremony: Ceremony) -> list[str]:
    lines, honour = [f"Người trao: {ceremony.presenter}."], ""
    for row in recipients_of(ceremony):
        if row.honour != honour:
            honour = row.honour
            lines.append(f"Xin trân trọng kính mời lên nhận: {honour_of(honour)}.")
        lines.append(f"{row.place}. {_named(row)}")
    return lines


def _named(row: Attendee) -> str:
    words = ", ".join(part for part in (str(row), row.role) if part)
    if row.reading:
        words += f" (đọc là: {row.reading})"
    if row.is_posthumous:
        words += " – truy tặng"
        words += f", người nhận thay: {row.representative}" if row.representative else ""
    elif row.representative:
        words += f" – người nhận thay: {row.representative}"
    return words


def signature_list(ceremony: Ceremony, on: date) -> CeremonyPaper:
    """Those who receive something that can be handed over; an honour without a certificate isn't on it."""
    rows = [row for row in recipients_of(ceremony) if row.honour not in WITHOUT_CERTIFICATE]
    titles = (
        "Họ và tên, tên tập thể",
        "Danh hiệu, hình thức; số quyết định",
        "Người nhận (ghi rõ họ tên)",
        "Ký nhận",
    )
    return CeremonyPaper(
        head=letterhead(ceremony.organisation, on),
        kind="DANH SÁCH KÝ NHẬN",
        about=about(ceremony),
        parts=(
            PaperPart(
                heading="Giao nhận hiện vật khen thưởng",
                table=PaperTable(titles=titles, widths=(5, 5, 4, 3), rows=tuple(map(_to_sign, rows))),
            ),
        ),
        signature=signature(signers_of(ceremony.organisation, on).first()),
    )


def _to_sign(row: Attendee) -> tuple[str, ...]:
    return str(row), f"{honour_of(row.honour)}; {_decision(row)}", row.representative, ""


def _decision(row: Attendee) -> str:
    if row.item:
        return number_of(row.item.decision)
    return row.entry.decision_number if row.entry else ""


def invitations(ceremony: Ceremony, on: date) -> Invitations:
    notes = [f"Kết hợp với: {ceremony.combined_with}"] if ceremony.combined_with else []
    return Invitations(
        head=letterhead(ceremony.organisation, on),
        occasion=ceremony.title,
        when=f"{ceremony.starts_at:%H:%M}, ngày {ceremony.on:%d/%m/%Y}",
        where=ceremony.venue,
        notes=(*notes, "Đề nghị trả lời và báo trước nếu cần hỗ trợ đi lại, chỗ ngồi"),
        each=tuple(_invitation(row) for row in attendees_of(ceremony)),
        signature=signature(signers_of(ceremony.organisation, on).first()),
    )


def _invitation(row: Attendee) -> Invitation:
    honour = (
        f"Đến dự và nhận {honour_of(row.honour)}"
        if row.is_recipient
        else "Đến dự với tư cách đại biểu, khách mời"
    )
    to = ", ".join(part for part in (str(row), row.role) if part)
    return Invitation(to=to, as_what=honour, code=row.code, answer_at=answer_url(row))


def answer_url(row: Attendee) -> str:
    """Where the holder of the invitation answers without signing in."""
    return f"{settings.BASE_URL}{reverse('ceremonies_answer', args=[row.code])}"


def calendar_of(ceremony: Ceremony, now: datetime) -> str:
    """The day as a calendar takes it (RFC 5545), in universal time."""
    begins = datetime.combine(ceremony.on, ceremony.starts_at, tzinfo=VIETNAM).astimezone(UTC)
    minutes = sum(ceremony.parts.values_list("minutes", flat=True)) or LENGTH_WITHOUT_PROGRAMME
    event = Event()
    event.add("uid", f"ceremony-{ceremony.pk}@{settings.BASE_URL.partition('://')[2]}")
    event.add("dtstamp", now)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=minutes))
    event.add("summary", ceremony.title)
    event.add("location", ceremony.venue)
    calendar = Calendar()
    calendar.add("prodid", "-//thidua//ceremonies//VI")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def paper(ceremony: Ceremony, name: str, on: date) -> CeremonyPaper | Invitations:
    """Raises KeyError for a name that no paper has."""
    if name == "giay-moi":
        return invitations(ceremony, on)
    return {"kich-ban": script, "ky-nhan": signature_list}[name](ceremony, on)


def groups(rows: Sequence[Attendee]) -> list[tuple[str, list[Attendee]]]:
    """Recipients under the name of their honour, in the order of the list."""
    found: list[tuple[str, list[Attendee]]] = []
    for row in rows:
        name = honour_of(row.honour)
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(row)
    return found
