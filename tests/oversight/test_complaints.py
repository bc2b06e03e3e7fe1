"""Letters about awards: sorted, accepted or not, what they hold and when, who never opens them, how they are sealed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from conftest import NOW, TODAY
from factories.appraisal import candidate, dossier, school_of
from factories.dossiers import person, place
from factories.exemplars import tip
from factories.organisations import actor, grant
from factories.oversight import letter, receiver, sorted_letter
from factories.register import award_to, entered
from factories.signing_in import client_of
from thidua.foundation import keys
from thidua.foundation.events import Event
from thidua.foundation.keys import ring, store
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.accounts.models import User
from thidua.modules.consultations import actions as consultations
from thidua.modules.consultations.drafts import RemarkDraft, ShowingDraft
from thidua.modules.dossiers.models import DossierState
from thidua.modules.exemplars.models import Tip
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role, actor_for, system
from thidua.modules.oversight import actions, api, hearing, letterbox, queries
from thidua.modules.oversight.actions import Settlement, Sorting
from thidua.modules.oversight.actions.complaints import receive_from_showing
from thidua.modules.oversight.models import Complaint, ComplaintOpening, ComplaintState
from thidua.modules.oversight.states import COMPLAINT
from thidua.modules.people.models import Matter

pytestmark = pytest.mark.django_db
WHEN = {"on": TODAY, "now": NOW}


@pytest.fixture
def at():
    return place()


@pytest.fixture
def key_file(tmp_path, settings):
    path = settings.KEYS_PATH = tmp_path / "keys.json"
    store.write_new(path, ring.begun(bytes(32), TODAY))
    return path


@pytest.fixture
def who(at):
    return receiver(at)


@pytest.fixture
def about(at):
    return person(at.school)


def step(row, name, who, reason="Đủ điều kiện."):
    return actions.step_letter(row=row, step=name, reason=reason, actor=who, **WHEN)


def settle(row, who, **fields):
    known = {
        "outcome": "founded",
        "paper": "12/KL-UBND ngày 23/11/2026",
        "text": "Kê khai sai.",
        "ground": "a",
    }
    return actions.settle(row=row, settlement=Settlement(**(known | fields)), actor=who, **WHEN)


def test_only_an_accepted_letter_holds_an_award(at, who, about):
    row = sorted_letter(at, who, about)
    assert not api.is_held(about.pk, None, TODAY)
    row = step(row, "accept", who)
    assert api.is_held(about.pk, None, TODAY)
    matter = Matter.objects.get()
    assert (matter.kind, matter.basis) == ("complaint", f"Đơn số {row.code}, thụ lý ngày 23/11/2026")
    settle(row, who)
    assert not api.is_held(about.pk, None, TODAY)
    matter.refresh_from_db()
    assert (matter.until, matter.is_cleared) == (TODAY, False)


def test_one_that_was_not_right_clears(at, who, about):
    row = step(sorted_letter(at, who, about), "accept", who)
    settle(row, who, outcome="unfounded", ground="")
    assert Matter.objects.get().is_cleared is True


def test_one_that_was_withdrawn_holds_no_more(at, who, about):
    step(step(sorted_letter(at, who, about), "accept", who), "withdraw", who)
    assert not api.is_held(about.pk, None, TODAY)


def test_an_anonymous_letter_is_not_accepted_by_itself(at, who, about):
    row = sorted_letter(at, who, about, is_anonymous=True, sender="")
    with pytest.raises(CannotMove):
        step(row, "accept", who)
    said = {"kind": "denunciation", "due_on": TODAY + timedelta(days=30), "due_basis": "Luật Tố cáo 2018"}
    with pytest.raises(actions.CannotHandle):
        actions.sort(row=row, sorting=Sorting(is_verified_apart=True, **said), actor=who, **WHEN)
    verified = Sorting(is_verified_apart=True, verified="Công an phường xác minh.", **said)
    row = actions.sort(row=row, sorting=verified, actor=who, **WHEN)
    assert step(row, "accept", who).state == "accepted"


def test_a_reflection_is_answered_not_accepted(at, who, about):
    row = sorted_letter(at, who, about, kind="reflection")
    with pytest.raises(CannotMove):
        step(row, "accept", who)
    assert step(row, "answer", who).state == "ended"


def test_a_complaint_is_not_answered_as_a_reflection(at, who, about):
    with pytest.raises(CannotMove):
        step(sorted_letter(at, who, about, kind="complaint"), "answer", who)


@pytest.mark.parametrize("lack", [{"due_on": None, "due_basis": ""}])
def test_without_a_deadline_it_is_not_accepted(at, who, about, lack):
    with pytest.raises(CannotMove):
        step(sorted_letter(at, who, about, **lack), "accept", who)


def test_a_deadline_names_its_provision(at, who, about):
    with pytest.raises(actions.CannotHandle) as refusal:
        sorted_letter(at, who, about, due_basis=" ")
    assert refusal.value.field == "due_basis"


SAID = {"outcome": "founded", "paper": "12/KL", "text": "Đúng."}


@pytest.mark.parametrize(("field", "value"), [("outcome", "x"), ("paper", " "), ("ground", "a")])
def test_a_conclusion_is_complete(at, who, about, field, value):
    row = step(sorted_letter(at, who, about), "accept", who)
    known = SAID | ({"outcome": "unfounded"} if field == "ground" else {}) | {field: value}
    with pytest.raises(actions.CannotHandle) as refusal:
        settle(row, who, **known)
    assert refusal.value.field == field


LEADS = {(source, one.name): one.target for one in COMPLAINT for source in one.source}


@pytest.mark.parametrize("state", ComplaintState.values)
def test_steps_lead_on_from_their_states_only(at, who, about, state):
    for one in COMPLAINT:
        row = sorted_letter(at, who, about, kind="reflection" if one.name == "answer" else "denunciation")
        extra = {"accepted_on": TODAY} if state == "accepted" else {}
        if state == "accepted" and one.name == "answer":
            continue  # a reflection is never accepted: the database refuses it
        Complaint.objects.filter(pk=row.pk).update(state=state, **extra)
        row.refresh_from_db()
        target = LEADS.get((state, one.name))
        if target:
            assert _take(row, one.name, who).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                _take(row, one.name, who)


def _take(row, name, who):
    if name == "conclude":
        return settle(row, who)
    if name == "sort":
        sorting = Sorting(kind="complaint")
        return actions.sort(row=row, sorting=sorting, actor=who, **WHEN)
    return step(row, name, who)


def test_who_opens_it(at, who, about):
    row = step(sorted_letter(at, who, about), "accept", who)
    seen = queries.letters_visible_to
    leader = actor(at.ward, Role.LEADER)
    assert (list(seen(who)), list(seen(leader))) == ([row], [row])
    roles = (
        Role.SPECIALIST,
        Role.DEPUTY,
        Role.INSPECTOR,
        Role.CLERK,
        Role.COUNCIL_SECRETARY,
        Role.ADMINISTRATOR,
    )
    for role in roles:
        assert not seen(actor(at.ward, role)).exists(), role
    assert not seen(system(TODAY)).exists()
    assert not seen(receiver(place())).exists()


def test_the_leader_reads_it_only_once_accepted(at, who, about):
    sorted_letter(at, who, about)
    assert not queries.letters_visible_to(actor(at.ward, Role.LEADER)).exists()


def test_the_accused_never_opens_it_whatever_his_roles(at, who, about):
    leader = actor(at.ward, Role.LEADER)
    accused = [User.objects.get(pk=leader.user_id), User.objects.get(pk=who.user_id)]
    row = sorted_letter(at, who, about)
    sorting = Sorting(kind="denunciation", due_on=TODAY, due_basis="Luật Tố cáo 2018", accused=accused[:1])
    row = step(actions.sort(row=row, sorting=sorting, actor=who, **WHEN), "accept", who)
    assert not queries.letters_visible_to(leader).exists()
    grant(at.ward, Role.COMPLAINTS, user=accused[0])
    again = actor_for(user_id=leader.user_id, name="", on=TODAY)
    assert again.has(Role.COMPLAINTS)
    assert not queries.letters_visible_to(again).exists()
    assert client_of(again).get(reverse("complaints_show", args=[row.pk])).status_code == 404


def test_an_administrator_who_receives_letters_opens_none(at, who, about):
    letter(at, who)
    both = actor(at.ward, Role.COMPLAINTS, Role.ADMINISTRATOR)
    assert not queries.letters_visible_to(both).exists()
    with pytest.raises(Refused):
        letter(at, both)


def test_what_it_says_is_sealed(at, who, about):
    row = sorted_letter(at, who, about)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(c)::text FROM oversight_complaint c WHERE id = %s", [row.pk])
        [stored] = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FROM oversight_complaintevent e WHERE to_jsonb(e)::text LIKE '%%sealed%%'"
        )
        [n_in_history] = cursor.fetchone()
    assert "Nguyễn Văn Gửi" not in stored
    assert n_in_history == 0
    assert letterbox.opened(row).sender == "Nguyễn Văn Gửi"


def test_letters_are_sealed_anew_after_a_rotation(key_file, at, who):
    row = letter(at, who)
    store.replace(key_file, keys.load().with_new(("field", "search"), TODAY))
    assert [letterbox.reseal(10), letterbox.reseal(10)] == [1, 0]
    row.refresh_from_db()
    assert keys.is_current(bytes(row.sealed)) is True
    assert letterbox.opened(row).sender == "Nguyễn Văn Gửi"


def test_its_receiver_is_reminded_before_the_day_and_after_it(at, who, about):
    step(sorted_letter(at, who, about, due_on=TODAY + timedelta(days=7)), "accept", who)

    def remind(n_days):
        on = TODAY + timedelta(days=n_days)
        return actions.remind_receivers(actor=system(on), on=on, now=NOW)

    assert [remind(n) for n in (-1, 0, 1, 7, 8, 9)] == [0, 1, 0, 0, 1, 0]


def test_numbers_have_no_gaps(at, who):
    assert [letter(at, who).code for _ in range(2)] == ["ĐT-2026-001", "ĐT-2026-002"]


@pytest.mark.parametrize(
    ("field", "value"), [("content", " "), ("sender", ""), ("received_on", TODAY + timedelta(days=1))]
)
def test_what_is_typed_is_complete(at, who, field, value):
    with pytest.raises(actions.CannotHandle) as refusal:
        letter(at, who, **{field: value})
    assert refusal.value.field == field


def test_the_screens_from_letter_to_revocation(at, who, about):
    entered(at.ward, at.specialist, award_to(about))
    client = client_of(who)
    typed = {
        "way": "post",
        "received_on": "23/11/2026",
        "sender": "",
        "content": "Kê khai không đúng.",
        "once": "k",
    }
    wrong = client.post(reverse("complaints_create"), typed)
    assert (list(wrong.context["form"].errors), wrong.context["form"]["content"].value()) == (
        ["sender"],
        "Kê khai không đúng.",
    )
    client.post(reverse("complaints_create"), typed | {"sender": "Người gửi"})
    row = Complaint.objects.get()
    here = reverse("complaints_show", args=[row.pk])
    found = client.get(here, {"tim": about.name})
    assert list(found.context["people"]) == [about]
    client.post(reverse("complaints_concern", args=[row.pk]), {"ai": f"ca-nhan:{about.pk}"})
    client.post(reverse("complaints_release", args=[row.targets.get().pk]))
    client.post(reverse("complaints_concern", args=[row.pk]), {"ai": f"ca-nhan:{about.pk}"})
    assert client.post(reverse("complaints_concern", args=[row.pk]), {"ai": "x"}).status_code == 404
    sort = reverse("complaints_sort", args=[row.pk])
    offered = {user.pk for user in client.get(sort).context["form"].fields["accused"].queryset}
    assert {who.user_id, at.head.user_id} <= offered
    kind = {"kind": "denunciation", "due_on": "23/12/2026"}
    assert "due_basis" in client.post(sort, kind).context["form"].errors
    client.post(sort, kind | {"due_basis": "Luật Tố cáo 2018", "accused": [who.user_id]})
    assert client.get(here).status_code == 404  # he closed it to himself
    row.accused.all().delete()
    accept = reverse("complaints_step", args=[row.pk, "accept"])
    assert client.get(accept).context["lacks"] == []
    client.post(accept, {"reason": "Đủ điều kiện."})
    settled = {"outcome": "founded", "paper": "12/KL-UBND", "ground": "a", "text": "Kê khai sai."}
    client.post(reverse("complaints_settle", args=[row.pk]), settled)
    page = client.get(here)
    assert [entry.person for entry in page.context["awards"]] == [about]
    assert "Kê khai sai." in page.content.decode()
    assert ComplaintOpening.objects.filter(complaint=row, user=who.user_id).count() == 2
    assert client.get(reverse("complaints_list")).context["count"] == 1


def test_a_complaint_on_candidates_shown_stands_in_the_letter_book_once(key_file):
    made = dossier(school_of(), DossierState.APPRAISAL)
    one = candidate(made, person(made.organisation), "LDTT")
    desk = actor(made.receiver, Role.SPECIALIST)
    draft = ShowingDraft(
        basis="Phường tự công khai",
        opens_on=TODAY,
        ends_on=TODAY + timedelta(days=5),
        blocks=False,
        summaries={one.pk: "Dạy giỏi 10 năm"},
    )
    showing = consultations.show(dossier=made, draft=draft, actor=desk, on=TODAY, now=NOW)
    said = RemarkDraft(
        name="Trần Quang Vinh",
        phone="0912 345 678",
        content="Kê khai không đúng.",
        is_complaint=True,
        about=showing.shown.get().pk,
    )
    remark = consultations.send_remark(showing=showing, draft=said, actor=None, now=NOW)
    first, again = (receive_from_showing(remark=remark, actor=None, **WHEN) for _n in range(2))
    assert first == again
    words = letterbox.opened(first)
    assert (words.sender, words.contact, words.content) == (said.name, said.phone, said.content)
    assert (first.targets.get().person_id, first.state) == (one.person_id, ComplaintState.RECEIVED)


def test_what_accuses_somebody_instead_of_telling_a_good_deed_stands_in_the_letter_book_once(key_file):
    at = place()
    who = receiver(at)
    told = tip(at, deed="Nhận tiền của phụ huynh.")
    Tip.objects.filter(pk=told.pk).update(teller_name="", told_by=None)
    for _n in range(2):
        hearing.accused(Event(uuid4(), "exemplars.referred", told.pk, {}))
    row = Complaint.objects.get(tip=told)
    words = letterbox.opened(row)
    assert (row.organisation, row.is_anonymous, words.sender) == (at.ward, True, "")
    assert words.content.startswith(told.deed)
    assert Notice.objects.filter(user=who.user_id, text__contains=row.code).exists()
