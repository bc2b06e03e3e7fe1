"""The hall: who sits where, slides, name cards."""

from types import SimpleNamespace

import pypdfium2
import pytest
from django.urls import reverse

from factories.ceremonies import cleared, with_recipients
from factories.dossiers import place
from factories.signing_in import client_of
from thidua.modules.ceremonies import hall
from thidua.modules.ceremonies.actions import inviting
from thidua.modules.ceremonies.drafts import GuestDraft
from thidua.modules.ceremonies.seating import Seated, people_of, seat_name, seats


@pytest.fixture
def at():
    return place()


def person(name: str, *, needs: str = "", is_recipient: bool = True) -> Seated:
    row = SimpleNamespace(needs=needs, is_recipient=is_recipient, representative="", name=name)
    return Seated(row, (row,))  # type: ignore[arg-type]


def names(rows) -> list[str]:
    return ["".join(one.first.name if one else "." for one in row) for row in rows]


def test_guests_in_front_recipients_in_their_order_behind():
    people = [person("1"), person("2"), person("3"), person("g", is_recipient=False)]
    assert names(seats(people, 2)) == ["g.", "12", "3."]


def test_who_needs_help_sits_at_the_aisle():
    people = [person("1"), person("2", needs="xe lăn"), person("3"), person("4", needs="mắt kém")]
    assert names(seats(people, 5)) == ["213.4"]


@pytest.mark.parametrize(("row", "seat", "name"), [(0, 0, "A1"), (25, 11, "Z12"), (26, 0, "AA1")])
def test_names_of_seats(row, seat, name):
    assert seat_name(row, seat) == name


@pytest.mark.django_db
def test_a_person_with_two_honours_has_one_seat_and_one_card(at):
    ceremony = with_recipients(at)
    assert [[row.honour for row in one.rows] for one in people_of(ceremony)] == [["CSTDCS", "LDTT"]]
    labels = hall.seat_of(people_of(ceremony), per_row=12)
    assert set(labels.values()) == {"A1"}
    assert len(labels) == 2
    (card,) = hall.name_cards(ceremony).cards
    assert card.remark == "Thứ tự gọi: 1, 2"


@pytest.mark.django_db
def test_a_slide_for_each_name_as_it_is_called(at):
    slides = hall.slides(with_recipients(at)).slides
    assert [one.kicker for one in slides] == ["", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["trinh-chieu", "so-do", "the-ten"])
def test_drawn_as_pdf_only(at, name):
    ceremony = cleared(at)
    guest = GuestDraft(honorific="Bà", name="Lê Thị Kim Oanh", role="Trưởng ban")
    inviting.invite_guest(ceremony=ceremony, draft=guest, actor=at.specialist)
    client = client_of(at.specialist)
    answer = client.get(reverse("ceremonies_paper", args=[ceremony.pk, name, "pdf"]))
    pdf = pypdfium2.PdfDocument(answer.content)
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    assert ceremony.attendees.earliest("place").name in words
    assert ("Kim Oanh" in words) == (name != "trinh-chieu")
    assert len(pdf) == (3 if name == "trinh-chieu" else 1)
    word = client.get(reverse("ceremonies_paper", args=[ceremony.pk, name, "docx"]))
    assert word.status_code == 404
