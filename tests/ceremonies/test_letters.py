"""Invitations by e-mail, answers on the web, honours received from above, what came of it."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from conftest import NOW
from factories.ceremonies import cleared, draft, held, planned, with_recipients
from factories.decisions import leader
from factories.dossiers import ON, place
from factories.people import PersonFactory
from factories.register import award_to
from factories.signing_in import client_of
from thidua.foundation.models import OutgoingMail
from thidua.foundation.outbox import send_batch
from thidua.foundation.permissions import Refused
from thidua.modules.ceremonies import queries
from thidua.modules.ceremonies.actions import day, inviting, letters, planning
from thidua.modules.ceremonies.drafts import AnswerDraft, GuestDraft
from thidua.modules.ceremonies.models import Attendee
from thidua.modules.ceremonies.outcome import outcome_of
from thidua.modules.register import api as register
from thidua.modules.register.models import Source

pytestmark = pytest.mark.django_db
MINISTRY = register.Basis(
    decided_by="Chủ tịch nước", decision_number="99/QĐ-CTN", decided_on=ON - timedelta(days=20)
)


@pytest.fixture(autouse=True)
def _at_that_time(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def with_address(at, ceremony) -> Attendee:
    row = ceremony.attendees.earliest("place")
    said = AnswerDraft(answer="open", email="giang@example.vn")
    return inviting.note_answer(attendee=row, draft=said, actor=at.specialist)


def test_written_to_once_with_the_day_for_the_calendar(at):
    ceremony = cleared(at)
    row = with_address(at, ceremony)
    written = [letters.mail_invitations(ceremony=ceremony, actor=at.specialist, now=NOW) for _n in range(2)]
    assert written == [1, 0]
    assert send_batch(lambda: NOW) == 1
    (letter,) = mail.outbox
    assert f"/giay-moi/{row.code}/" in letter.body
    ((name, told, kind),) = letter.attachments
    (event,) = Calendar.from_ical(told).events
    assert (name, kind, event["SUMMARY"]) == ("moi.ics", "text/calendar", ceremony.title)
    assert event.start.isoformat() == f"{ceremony.on}T01:00:00+00:00"
    assert event.end - event.start == timedelta(minutes=50)


def test_written_to_again_when_the_place_changes(at):
    ceremony = cleared(at)
    with_address(at, ceremony)
    letters.mail_invitations(ceremony=ceremony, actor=at.specialist, now=NOW)
    planning.move(ceremony=ceremony, step="reopen", actor=at.specialist, on=ON, reason="Mất điện")
    moved = draft(venue="Nhà văn hóa")
    planning.change(ceremony=ceremony, draft=moved, version=ceremony.version, actor=at.specialist)
    planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON)
    later = NOW + timedelta(minutes=1)
    assert letters.mail_invitations(ceremony=ceremony, actor=at.specialist, now=later) == 1
    assert "Nhà văn hóa" in OutgoingMail.objects.latest("pk").body


def test_no_letter_before_safety(at):
    ceremony = with_recipients(at)
    with_address(at, ceremony)
    with pytest.raises(Refused):
        letters.mail_invitations(ceremony=ceremony, actor=at.specialist, now=NOW)
    assert not OutgoingMail.objects.exists()


def test_answered_by_the_holder_of_the_letter_once_for_both_honours(at, client):
    ceremony = cleared(at)
    first, second = ceremony.attendees.order_by("place")
    url = reverse("ceremonies_answer", args=[first.code])
    page = client.get(url)
    assert page.context["honours"] == ["Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"]
    lacking = client.post(url, {"answer": "sends", "needs": "xe lăn"})
    assert lacking.context["form"].errors.keys() == {"representative"}
    assert lacking.context["form"]["needs"].value() == "xe lăn"
    client.post(url, {"answer": "sends", "representative": "Lê Văn B", "needs": "xe lăn"})
    for row in (first, second):
        row.refresh_from_db()
        assert (row.answer, row.representative, row.needs) == ("sends", "Lê Văn B", "xe lăn")
        assert row.answered_at >= NOW
    assert client.get(reverse("ceremonies_ics", args=[first.code]))["Content-Type"].startswith(
        "text/calendar"
    )


def test_an_unknown_code_and_one_in_preparation_are_answered_alike(at, client):
    row = with_recipients(at).attendees.earliest("place")
    answers = [client.get(reverse("ceremonies_answer", args=[code])) for code in (row.code, "khong-co")]
    assert [one.status_code for one in answers] == [404, 404]
    assert row.name not in answers[0].content.decode()


def test_after_the_day_no_answer_is_taken(at, client):
    ceremony = cleared(at)
    row = ceremony.attendees.earliest("place")
    with time_machine.travel(NOW + timedelta(days=1)):
        late = client.post(reverse("ceremonies_answer", args=[row.code]), {"answer": "comes"})
    row.refresh_from_db()
    assert (late.status_code, row.answer) == (410, "open")


def receiving(at):
    award = award_to(PersonFactory(organisation=at.school), "HCLD3")
    entry = register.enter_historical(
        body=at.ward, basis=MINISTRY, award=award, source=Source.ELSEWHERE, actor=at.specialist, now=NOW
    )
    return entry, planned(at, kind="receive", presenter="Phó Chủ tịch UBND thành phố")


def test_what_the_state_conferred_is_received_here_and_handed_over(at):
    entry, ceremony = receiving(at)
    client = client_of(at.specialist)
    page = client.get(reverse("ceremonies_people", args=[ceremony.pk]))
    assert [(row["key"], row["n"]) for row, _honour in page.context["entries"]] == [(entry.pk, 1)]
    client.post(reverse("ceremonies_receive", args=[ceremony.pk]), {"entry": entry.pk})
    (row,) = queries.to_hand_over(ceremony)
    assert (row.entry_id, row.honour) == (entry.pk, "HCLD3")
    assert not queries.receivable(at.specialist, ceremony).exists()
    ceremony.state = "invited"
    ceremony.save()
    day.hand_over(
        attendee=row,
        way="ceremony",
        received_by="",
        handed_on=ON,
        is_signed=True,
        actor=at.specialist,
        on=ON,
        now=NOW,
    )
    assert not queries.to_hand_over(ceremony).exists()


def test_conferring_here_offers_nothing_from_above(at):
    receiving(at)
    assert not queries.receivable(at.specialist, planned(at)).exists()


def test_what_came_of_it_counts_people_once(at):
    ceremony = held(at)
    first = ceremony.attendees.earliest("place")
    Attendee.objects.filter(pk=first.pk).update(arrived_at=NOW)
    found = outcome_of(ceremony)
    assert (found.n_invited, found.n_arrived, found.n_honours, found.n_handed) == (1, 1, 2, 0)
    # Lao động tiên tiến has no certificate: it is never owed.
    assert found.n_owed == 1


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_report_is_drawn_once_it_was_held(at, form):
    ceremony = held(at)
    paper = reverse("ceremonies_paper", args=[ceremony.pk, "bao-cao", form])
    client = client_of(at.specialist)
    assert client.get(paper).status_code == 200
    ceremony.state = "cleared"
    ceremony.save()
    assert client.get(paper).status_code == 403


def test_an_article_is_begun_once(at):
    ceremony = held(at)
    client = client_of(at.specialist)
    url = reverse("ceremonies_news", args=[ceremony.pk])
    pages = [client.post(url)["Location"] for _again in range(2)]
    assert pages[0] == pages[1]
    ceremony.refresh_from_db()
    assert "Chiến sĩ thi đua cơ sở" in ceremony.article.body


def test_a_guest_is_written_to_as_a_guest(at):
    ceremony = cleared(at)
    guest = GuestDraft(honorific="Bà", name="Lê Thị Kim Oanh", email="oanh@example.vn")
    inviting.invite_guest(ceremony=ceremony, draft=guest, actor=at.specialist)
    letters.mail_invitations(ceremony=ceremony, actor=at.specialist, now=NOW)
    assert "khách mời" in OutgoingMail.objects.get().body
