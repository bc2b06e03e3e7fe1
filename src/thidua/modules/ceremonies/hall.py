"""What is shown and lies in the hall: slides, name cards, the plan of the seats."""

from collections.abc import Callable, Sequence

from django.conf import settings
from django.urls import reverse

from thidua.documents.letters import HallPaper, NameCard, NameCards, Seat, SeatPlan, Slide, Slides
from thidua.modules.ceremonies.letters import honour_of
from thidua.modules.ceremonies.models import Attendee, Ceremony
from thidua.modules.ceremonies.queries import recipients_of
from thidua.modules.ceremonies.seating import Seated, people_of, seat_name, seats


def slides(ceremony: Ceremony) -> Slides:
    """The occasion, then each name as it is called."""
    where = f"{ceremony.venue} · {ceremony.starts_at:%H:%M}, {ceremony.on:%d/%m/%Y}"
    opening = Slide(name=ceremony.title, below=where)
    return Slides(
        occasion=ceremony.title,
        body=ceremony.organisation.name,
        day=ceremony.on,
        slides=(opening, *map(_slide, recipients_of(ceremony))),
    )


def _slide(row: Attendee) -> Slide:
    remark = "Truy tặng" if row.is_posthumous else ""
    return Slide(kicker=honour_of(row.honour), name=str(row), below=row.role, remark=remark)


def seat_of(people: Sequence[Seated], per_row: int) -> dict[int, str]:
    """The seat of each invitation; a person called twice has one."""
    return {
        row.pk: seat_name(line, at)
        for line, places in enumerate(seats(people, per_row))
        for at, one in enumerate(places)
        if one
        for row in one.rows
    }


def seat_plan(ceremony: Ceremony) -> SeatPlan:
    rows = tuple(
        tuple(_seat(seat_name(line, at), one) for at, one in enumerate(places))
        for line, places in enumerate(seats(people_of(ceremony), ceremony.seats_per_row))
    )
    about = f"{ceremony.venue}, {ceremony.starts_at:%H:%M} ngày {ceremony.on:%d/%m/%Y}"
    return SeatPlan(occasion=ceremony.title, about=about, day=ceremony.on, rows=rows)


def _seat(label: str, one: Seated | None) -> Seat:
    if one is None:
        return Seat(label=label)
    called = ", ".join(str(row.place) for row in one.rows if row.is_recipient)
    remark = f"gọi: {called}" if called else "đại biểu"
    return Seat(label=label, name=one.name, remark=f"{remark} · hỗ trợ" if one.needs else remark)


def name_cards(ceremony: Ceremony) -> NameCards:
    """One for each person, with the code that the door reads and the seat."""
    people = people_of(ceremony)
    labels = seat_of(people, ceremony.seats_per_row)
    door = f"{settings.BASE_URL}{reverse('ceremonies_door', args=[ceremony.pk])}#"
    return NameCards(
        occasion=ceremony.title,
        when=f"{ceremony.starts_at:%H:%M}, {ceremony.on:%d/%m/%Y}",
        day=ceremony.on,
        cards=tuple(_card(one, labels, door) for one in people),
    )


def _card(one: Seated, labels: dict[int, str], door: str) -> NameCard:
    called = ", ".join(str(row.place) for row in one.rows if row.is_recipient)
    return NameCard(
        name=one.name,
        role=one.first.role,
        seat=labels.get(one.first.pk, ""),
        url=door + one.first.code,
        remark=f"Thứ tự gọi: {called}" if called else "Đại biểu, khách mời",
    )


PAPERS: dict[str, Callable[[Ceremony], HallPaper]] = {
    "trinh-chieu": slides,
    "so-do": seat_plan,
    "the-ten": name_cards,
}
