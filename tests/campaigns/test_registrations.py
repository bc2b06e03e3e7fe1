"""Registration and pledge: every step from every state, who takes part, what the law says of it today."""

from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.campaigns import launched, plan
from factories.dossiers import PDF, collective, person, place
from factories.organisations import OrganisationFactory, actor
from thidua import law
from thidua.documents.spreadsheet import read_table
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.accounts.models import User
from thidua.modules.campaigns import hearing, queries
from thidua.modules.campaigns.actions import launching, registering
from thidua.modules.campaigns.drafts import PledgeDraft
from thidua.modules.campaigns.models import Registration, RegistrationState
from thidua.modules.campaigns.states import REGISTRATION_WORKFLOW
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db
LEADS = {
    ("draft", "send"): "sent",
    ("refused", "send"): "sent",
    ("sent", "take_back"): "draft",
    ("sent", "approve"): "approved",
    ("sent", "refuse"): "refused",
    ("approved", "open_again"): "draft",
}


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def begun(at, campaign=None):
    campaign = campaign or launched(at)
    return registering.register(campaign=campaign, organisation=at.school, actor=at.officer, now=NOW)


def enrol(at, row, **said):
    values = {
        "kind": "person",
        "ids": [person(at.school).pk],
        "target": "Mỗi tuần một buổi",
        "honours": ["LDTT"],
    }
    return registering.enrol(registration=row, actor=at.officer, on=TODAY, **(values | said))


def filled(at):
    row = begun(at)
    enrol(at, row)
    return row


def step(row, name, who, reason="Chưa đủ"):
    return registering.move(registration=row, step=name, actor=who, on=TODAY, reason=reason)


@pytest.mark.parametrize("state", RegistrationState.values)
def test_steps_lead_on_from_their_states_only(at, state):
    row = filled(at)
    row.sent_on, row.reason = TODAY, "Lý do"
    for one in REGISTRATION_WORKFLOW:
        row.state = state
        row.save()
        if target := LEADS.get((state, one.name)):
            assert step(row, one.name, at.specialist).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                step(row, one.name, at.specialist)


def test_the_head_sends_and_the_launching_body_answers(at):
    row = filled(at)
    with pytest.raises(Refused):
        step(row, "send", at.officer)
    step(row, "send", at.head)
    with pytest.raises(Refused):
        step(row, "approve", at.head)
    done = step(row, "approve", at.specialist)
    assert (done.sent_on, done.answered_on) == (TODAY, TODAY)


def test_nobody_enrolled_nothing_sent(at):
    with pytest.raises(CannotMove):
        step(begun(at), "send", at.head)


def test_a_refusal_says_why_and_the_unit_corrects(at):
    row = filled(at)
    step(row, "send", at.head)
    with pytest.raises(CannotMove) as refusal:
        step(row, "refuse", at.specialist, reason=" ")
    assert refusal.value.field == "reason"
    assert step(row, "refuse", at.specialist, reason="Thiếu mức phấn đấu").reason == "Thiếu mức phấn đấu"
    enrol(at, row, ids=[person(at.school, "Lê Quang Huy").pk])
    assert step(row, "send", at.head).state == "sent"


def test_what_was_sent_is_no_longer_changed(at):
    row = filled(at)
    step(row, "send", at.head)
    with pytest.raises(Refused):
        enrol(at, row)
    with pytest.raises(Refused):
        registering.withdraw(participant=row.participants.get(), actor=at.officer)


def test_people_and_collectives_of_the_unit_with_honours_for_them(at):
    row = begun(at)
    stranger = person(place().school)
    for wrong in (
        {"ids": [stranger.pk]},
        {"ids": []},
        {"honours": ["TTLDTT"]},
        {"honours": ["KHONG_CO"]},
        {"kind": "collective", "ids": [collective(at.school).pk], "honours": ["LDTT"]},
    ):
        with pytest.raises(registering.CannotRegister):
            enrol(at, row, **wrong)
    one = person(at.school, "Đỗ Minh")
    enrol(at, row, ids=[one.pk])
    enrol(at, row, ids=[one.pk], target="Hai buổi", honours=["CSTDCS", "LDTT"])
    found = row.participants.get()
    assert (found.target, found.honours) == ("Hai buổi", ["CSTDCS", "LDTT"])


def test_one_registration_for_each_campaign_that_runs_and_reached_the_unit(at):
    above = launched(at)
    assert begun(at, above) == begun(at, above)
    stranger = place()
    with pytest.raises(registering.CannotRegister):
        registering.register(campaign=above, organisation=stranger.school, actor=stranger.officer, now=NOW)
    launching.move(campaign=above, step="end", actor=at.specialist, on=TODAY, now=NOW, reason="Xong")
    with pytest.raises(registering.CannotRegister):
        begun(at, above)


def test_two_who_save_the_pledge_at_once_lose_nothing(at):
    row = begun(at)
    registering.pledge(registration=row, draft=PledgeDraft(pledge="Một"), version=0, actor=at.officer)
    with pytest.raises(Conflict):
        registering.pledge(registration=row, draft=PledgeDraft(pledge="Hai"), version=0, actor=at.officer)


def test_what_waits_for_whom(at):
    row = filled(at)
    assert list(queries.registrations_waiting(at.head, TODAY)) == [row]
    assert list(queries.registrations_waiting(at.officer, TODAY)) == []
    assert list(queries.registrations_waiting(at.specialist, TODAY)) == []
    step(row, "send", at.head)
    assert list(queries.registrations_waiting(at.head, TODAY)) == []
    assert list(queries.registrations_waiting(at.specialist, TODAY)) == [row]


def test_readers_see_what_was_sent(at):
    row, inspector = filled(at), actor(at.ward, Role.INSPECTOR)
    assert list(queries.registrations_visible_to(inspector)) == []
    step(row, "send", at.head)
    assert list(queries.registrations_visible_to(inspector)) == [row]
    assert list(queries.registrations_visible_to(place().specialist)) == []


def test_both_sides_are_told(at):
    from uuid import UUID

    from thidua.foundation.events import Event

    row = filled(at)
    for n, handler in enumerate(
        (hearing.registration_sent, hearing.registration_refused, hearing.registration_approved)
    ):
        handler(Event(UUID(int=n), "campaigns.x", row.pk, {}))
    counts = [Notice.objects.filter(organisation=unit).count() for unit in (at.ward, at.school)]
    assert counts == [1, 4]


def test_since_2024_registering_is_no_condition(client, at):
    assert law.registration_rule(date(2023, 12, 31)).is_condition
    rule = law.registration_rule(date(2024, 1, 1))
    assert (rule.is_condition, rule.cite.label_vi()) == (False, "Luật 06/2022/QH15, Điều 7")
    sign_in(client, at.officer)
    page = client.get(reverse("registrations_show", args=[begun(at).pk])).content.decode()
    assert "Luật 06/2022/QH15, Điều 7" in page
    assert "không còn là căn cứ xét tặng danh hiệu" in page


def test_from_the_campaign_to_the_answer_on_screen(client, at):
    above, one, team = launched(at), person(at.school), collective(at.school)
    sign_in(client, at.officer)
    made = client.post(reverse("registrations_begin", args=[above.pk]))
    row = Registration.objects.get()
    here = reverse("registrations_show", args=[row.pk])
    assert made["Location"] == here
    typed = {"recipients": [one.pk], "target": "Mỗi tuần một buổi", "honours": ["LDTT"], "once": "a"}
    wrong = client.post(reverse("registrations_enrol", args=[row.pk]), typed | {"recipients": []})
    assert list(wrong.context["enrol"].errors) == ["recipients"]
    client.post(reverse("registrations_enrol", args=[row.pk]), typed)
    client.post(
        reverse("registrations_enrol", args=[row.pk]),
        {"loai": "tap-the", "recipients": [team.pk], "honours": ["TTLDTT"], "once": "b"},
    )
    assert row.participants.count() == 2
    values = {"pledge": "Giữ sạch cổng trường", "pledged_on": "10/09/2026", "version": 0}
    client.post(reverse("registrations_pledge", args=[row.pk]), values)
    again = client.post(reverse("registrations_pledge", args=[row.pk]), values | {"pledge": "Bản khác"})
    assert [texts[1:] for texts in again.context["conflict"]] == [("Giữ sạch cổng trường", "Bản khác")]
    signed = SimpleUploadedFile("giao-uoc.pdf", PDF, "application/pdf")
    client.post(reverse("registrations_attach", args=[row.pk]), {"file": signed})
    row.refresh_from_db()
    assert (row.pledge, row.pledged_on, row.pledge_file.name) == (
        "Giữ sạch cổng trường",
        date(2026, 9, 10),
        "giao-uoc.pdf",
    )
    sign_in(client, at.head)
    client.post(reverse("registrations_step", args=[row.pk, "send"]))
    sign_in(client, at.specialist)
    refuse = reverse("registrations_step", args=[row.pk, "refuse"])
    assert list(client.post(refuse, {"reason": ""}).context["form"].errors) == ["reason"]
    client.post(reverse("registrations_step", args=[row.pk, "approve"]))
    row.refresh_from_db()
    assert row.state == "approved"
    assert client.get(reverse("registrations_step", args=[row.pk, "khac"])).status_code == 404


def test_somebody_is_taken_out(client, at):
    row = filled(at)
    sign_in(client, at.officer)
    client.post(reverse("registrations_withdraw", args=[row.participants.get().pk]))
    assert not row.participants.exists()


def test_the_list_by_state_words_and_campaign_and_in_excel(client, at):
    row = filled(at)
    step(row, "send", at.head)
    other = begun(at, launched(at, name="Trường xanh"))
    sign_in(client, at.officer)

    def shown(**asked):
        return {line[0].pk for line in client.get(reverse("registrations_list"), asked).context["lines"]}

    assert shown() == {row.pk, other.pk}
    assert shown(**{"trang-thai": "sent"}) == {row.pk}
    assert shown(q="truong xanh") == {other.pk}
    assert shown(phong_trao=row.campaign_id) == {row.pk}
    answer = client.get(reverse("registrations_list"), {"xuat": "xlsx", "trang-thai": "sent"})
    [line] = read_table(b"".join(answer.streaming_content)).rows
    assert (line[0], line[3], line[4]) == (at.school.name, 1, 0)


def test_the_list_asks_the_same_number_of_queries_for_one_and_three(client, at):
    sign_in(client, at.specialist)
    counts = []
    for n in (1, 2):
        for _ in range(n):
            registering.register(campaign=launched(at), organisation=at.school, actor=at.officer, now=NOW)
        client.get(reverse("registrations_list"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("registrations_list"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_unit_registers_its_own_people_for_its_own_campaign(at):
    other = OrganisationFactory(parent=at.ward)
    own = plan(at, launched(at))
    with pytest.raises(registering.CannotRegister):
        begun(at, own)
    assert other.pk != own.organisation_id
