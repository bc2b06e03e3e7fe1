import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.councils import Room, open_room, room
from factories.organisations import WardFactory, actor
from thidua.modules.accounts.models import User
from thidua.modules.councils import actions
from thidua.modules.councils.models import (
    AgendaItem,
    Choice,
    Council,
    Sitting,
    SittingState,
    TellerCount,
    Turnout,
    VotingWay,
)
from thidua.modules.organisations.api import Actor

pytestmark = pytest.mark.django_db


def signed_in(client, who: Actor):
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def url(name: str, made: Room) -> str:
    return reverse(name, args=[made.sitting.pk])


def test_the_secretary_plans_and_opens(client):
    made = room()
    signed_in(client, made.secretary)
    values = {
        "council": made.council.pk,
        "title": "Phiên họp cuối năm",
        "subject": "both",
        "form": "sitting",
        "held_on": "23/11/2026",
        "once": "một-lần",
    }
    first = client.post(reverse("sittings_new"), values)
    again = client.post(reverse("sittings_new"), values)
    assert first.status_code == 302
    assert first["Location"] == again["Location"]
    assert Sitting.objects.filter(title="Phiên họp cuối năm").count() == 1
    client.post(url("sittings_open", made))
    made.sitting.refresh_from_db()
    assert made.sitting.state == SittingState.VOTING


def test_what_is_missing_stands_on_the_page(client):
    made = room()
    made.sitting.items.update(share_numerator=None, share_basis="")
    page = signed_in(client, made.secretary).get(url("sittings_show", made))
    assert page.context["lacks"] == [
        "1 nội dung chưa có tỷ lệ phiếu theo luật: hãy nhập tỷ lệ và quy định làm căn cứ."
    ]


@pytest.mark.parametrize(("typed", "kept"), [("80 %", (80, 100)), ("2/3", (2, 3)), ("90", (90, 100))])
def test_a_share_is_typed_with_its_rule(client, typed, kept):
    made = room()
    values = {"honour": "LDTT", "share": typed, "basis": "Quy chế, Điều 6"}
    signed_in(client, made.secretary).post(url("sittings_share", made), values)
    item = AgendaItem.objects.get(pk=made.items[0].pk)
    assert (item.share_numerator, item.share_denominator) == kept


def test_a_member_votes_and_the_page_says_so(client):
    made = open_room()
    signed_in(client, made.voter(0))
    page = client.get(url("sittings_ballot", made))
    assert page.status_code == 200
    answer = client.post(url("sittings_ballot", made), {f"item_{made.items[0].pk}": "for"})
    assert answer["Location"] == url("sittings_ballot", made)
    assert client.get(url("sittings_ballot", made)).templates[0].name == "councils/voted.html"
    assert Turnout.objects.count() == 1


def test_an_unfinished_ballot_keeps_what_was_chosen(client):
    made = open_room(honours=("LDTT", "CSTDCS"))
    signed_in(client, made.voter(0))
    page = client.post(url("sittings_ballot", made), {f"item_{made.items[0].pk}": "against"})
    assert [chosen for _item, chosen in page.context["lines"]] == ["against", ""]
    assert page.context["wrong"] != ""
    assert Turnout.objects.count() == 0


def test_voting_writes_no_session_receipt_or_message(client):
    made = open_room()
    signed_in(client, made.voter(0))
    client.get(url("sittings_ballot", made))
    tables = ("django_session", "foundation_receipt", "pghistory_context", "procrastinate_jobs")

    def content() -> list:
        with connection.cursor() as cursor:
            found = []
            for table in tables:
                cursor.execute(f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM \"{table}\" t")
                found.append(cursor.fetchone())
            return found

    before = content()
    answer = client.post(url("sittings_ballot", made), {f"item_{made.items[0].pk}": "for"})
    assert (content(), "sessionid" in answer.cookies, "messages" in answer.cookies) == (before, False, False)


def test_the_ballot_is_for_members_only(client):
    made = open_room()
    assert signed_in(client, made.secretary).get(url("sittings_ballot", made)).status_code == 403


def test_two_tellers_key_and_see_only_what_differs(client):
    made = open_room(ways=VotingWay.PAPER)
    item, one, two = made.items[0].pk, made.teller(), made.teller()
    keyed = {f"for_{item}": "4", f"against_{item}": "1", f"invalid_{item}": ""}
    signed_in(client, one).post(url("sittings_counts", made), keyed)
    page = signed_in(client, two).get(url("sittings_counts", made))
    assert [typed for _item, typed, _d in page.context["lines"]] == [("", "", "")]
    client.post(url("sittings_counts", made), keyed | {f"for_{item}": "3"})
    page = client.get(url("sittings_counts", made))
    assert page.context["lines"][0][2].first.n_for == 4
    client.post(url("sittings_counts", made), keyed)
    assert client.get(url("sittings_counts", made)).context["agree"] is True
    assert TellerCount.objects.count() == 2


@pytest.mark.parametrize("bad", ["", "năm", "-1", "99999"])
def test_a_count_that_is_no_number_is_asked_again(client, bad):
    made = open_room(ways=VotingWay.PAPER)
    item = made.items[0].pk
    keyed = {f"for_{item}": bad, f"against_{item}": "1", f"invalid_{item}": "0"}
    page = signed_in(client, made.teller()).post(url("sittings_counts", made), keyed)
    assert (page.status_code, page.context["wrong"] != "", TellerCount.objects.count()) == (200, True, 0)
    assert page.context["lines"][0][1] == (bad[:5], "1", "0")


def test_closing_on_screen(client):
    made = open_room()
    for n in range(5):
        made.vote(n, Choice.FOR)
    signed_in(client, made.secretary).post(url("sittings_close", made))
    page = client.get(url("sittings_show", made))
    assert page.context["sitting"].state == SittingState.CLOSED
    assert page.context["lines"][0][0].n_in_favour == 5


def test_another_ward_finds_nothing(client):
    made = open_room()
    signed_in(client, actor(WardFactory(), "council_secretary"))
    names = ("sittings_show", "sittings_ballot", "sittings_counts", "sittings_change", "sittings_recusals")
    assert [client.get(url(name, made)).status_code for name in names] == [404] * 5
    assert client.get(reverse("councils_show", args=[made.council.pk])).status_code == 404


def test_a_council_is_entered_with_its_members(client):
    ward = WardFactory()
    signed_in(client, actor(ward, "council_secretary"))
    values = {
        "organisation": ward.pk,
        "name": "Hội đồng sáng kiến",
        "decision": "16/QĐ-UBND",
        "since": "01/07/2025",
    }
    client.post(reverse("councils_new"), values)
    council = Council.objects.get()
    member = {"name": "Lê Thị Cẩm", "post": "Phó Chủ tịch", "role": "chair", "since": "01/07/2025"}
    client.post(reverse("councils_show", args=[council.pk]), member)
    assert [row.name for row in council.members.all()] == ["Lê Thị Cẩm"]
    client.post(
        reverse("councils_end_member", args=[council.pk, council.members.get().pk]), {"until": "01/07/2026"}
    )
    assert str(council.members.get().until) == "2026-07-01"


@pytest.mark.parametrize("name", ["sittings_list", "councils_list"])
def test_lists_take_as_many_queries_for_three_as_for_one(client, name):
    made = room()
    signed_in(client, made.secretary)
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(name))
    for n in range(2):
        actions.plan(
            council=made.council, title=f"Phiên {n}", held_on=made.sitting.held_on, actor=made.secretary
        )
        council = actions.create_council(
            organisation=made.ward,
            name=f"Hội đồng {n}",
            decision="1",
            since=made.council.since,
            actor=made.secretary,
        )
        assert council.pk
    with CaptureQueriesContext(connection) as three:
        client.get(reverse(name))
    assert len(three) == len(one)


def test_recusals_are_confirmed_on_their_page(client):
    made = room()
    signed_in(client, made.secretary)
    assert client.get(url("sittings_recusals", made)).status_code == 200
    chosen = {f"item_{made.items[0].pk}": [made.seats[0].pk], "basis": "Quy chế, Điều 7"}
    client.post(url("sittings_recusals", made), chosen)
    assert [member.pk for member in made.items[0].recused.all()] == [made.seats[0].pk]


def test_what_the_minutes_name_is_entered_afterwards_and_kept_when_wrong(client):
    made = open_room()
    signed_in(client, made.secretary)
    typed = {"place": "Phòng họp số 2", "begins_at": "14:00", "ends_at": "13:00", "discussion": "Nhất trí."}
    form = client.post(url("sittings_record", made), typed).context["discussion_form"]
    assert (list(form.errors), form["discussion"].value()) == (["ends_at"], "Nhất trí.")
    client.post(url("sittings_record", made), typed | {"ends_at": "15:30"})
    made.sitting.refresh_from_db()
    assert (made.sitting.place, f"{made.sitting.ends_at:%H:%M}") == ("Phòng họp số 2", "15:30")
