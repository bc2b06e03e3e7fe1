"""Attempts to find out who voted how, with all that the database shows to its owner.

A test is one transaction, but PostgreSQL gives each savepoint a transaction id of its own, so xmin and xmax tell
here what they tell of members who vote one after the other.
"""

import logging
from collections import Counter

import pytest
from django.apps import apps
from django.db import connection

from factories.councils import Room, open_room
from factories.organisations import actor
from thidua.foundation.keys import CannotRead, decrypt
from thidua.modules.councils import actions, queries
from thidua.modules.councils.ballots import paper
from thidua.modules.councils.ballots.box import BOX
from thidua.modules.councils.models import CastBallot, Choice, SealedBallot, Turnout

pytestmark = pytest.mark.django_db


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


CHOICES = (Choice.FOR, Choice.AGAINST, Choice.FOR, Choice.AGAINST, Choice.FOR)


def vote_in_turn(made: Room) -> None:
    """The second and the fourth against."""
    for n, choice in enumerate(CHOICES):
        made.vote(n, choice)


def five_votes() -> Room:
    made = open_room()
    vote_in_turn(made)
    return made


def test_no_transaction_id_joins_turnout_and_ballot():
    five_votes()
    turnout = {xmin for (xmin,) in rows("SELECT xmin::text::bigint FROM councils_turnout")}
    sealed = {xmin for (xmin,) in rows("SELECT xmin::text::bigint FROM councils_sealedballot")}
    assert (len(turnout), len(sealed)) == (1, 1)
    assert turnout & sealed == set()


def test_the_locks_left_on_members_do_not_say_when_they_voted():
    made = five_votes()
    marks = rows(f"SELECT DISTINCT xmax::text FROM councils_attendance WHERE sitting_id = {made.sitting.pk}")
    assert len(marks) == 1


def test_opened_votes_share_one_transaction():
    made = five_votes()
    made.close()
    assert len(rows("SELECT DISTINCT xmin::text FROM councils_castballot")) == 1


def orders(made: Room) -> dict[str, tuple]:
    """Order on disk and order of ids, of turnout and of ballots, after five members voted in turn."""
    vote_in_turn(made)
    item, place = made.items[0].pk, f"ballot:{made.sitting.pk}"
    sealed = {row.pk: decrypt(bytes(row.sealed), place=place) for row in SealedBallot.objects.all()}
    choice = {pk: paper.read([item], ballot)[item] for pk, ballot in sealed.items()}
    assert Counter(choice.values()) == Counter(CHOICES)
    return {
        "ballots on disk": tuple(
            choice[pk] for (pk,) in rows("SELECT id FROM councils_sealedballot ORDER BY ctid")
        ),
        "ballots by id": tuple(choice[pk] for pk in sorted(choice)),
        "turnout on disk": tuple(rows("SELECT attendance_id FROM councils_turnout ORDER BY ctid")),
    }


def test_neither_place_on_disk_nor_id_keeps_the_order_of_voting():
    """One order of ten may come by chance, the same one ten times in a row does not."""
    made, seen = open_room(), []
    for _ in range(10):
        seen.append(orders(made))
        BOX.forget(made.sitting.pk)
    for name in ("ballots on disk", "ballots by id", "turnout on disk"):
        assert len({order[name] for order in seen}) > 1, name


def test_every_ballot_shakes_the_whole_box():
    made = open_room()
    made.vote(0)
    made.vote(1)
    before = {row.pk: bytes(row.sealed) for row in SealedBallot.objects.all()}
    turnout = set(Turnout.objects.values_list("pk", flat=True))
    made.vote(2, Choice.AGAINST)
    after = {row.pk: bytes(row.sealed) for row in SealedBallot.objects.all()}
    assert (len(before), len(after)) == (2, 3)
    assert before.keys() & after.keys() == set()
    assert set(before.values()) & set(after.values()) == set()
    assert turnout & set(Turnout.objects.values_list("pk", flat=True)) == set()


def test_sealed_ballots_are_as_long_for_every_choice():
    five_votes()
    assert len({len(bytes(row.sealed)) for row in SealedBallot.objects.all()}) == 1


def test_a_ballot_does_not_open_in_another_box():
    made = five_votes()
    sealed = bytes(SealedBallot.objects.all()[0].sealed)
    with pytest.raises(CannotRead):
        decrypt(sealed, place=f"ballot:{made.sitting.pk + 1}")


def test_no_column_holds_an_instant_a_sequence_or_a_person():
    kinds = {
        model._meta.model_name: {
            field.name: field.get_internal_type() for field in model._meta.concrete_fields
        }
        for model in (Turnout, SealedBallot, CastBallot)
    }
    assert kinds == {
        "turnout": {"id": "UUIDField", "attendance": "OneToOneField"},
        "sealedballot": {"id": "UUIDField", "sitting": "ForeignKey", "sealed": "BinaryField"},
        "castballot": {"id": "UUIDField", "item": "ForeignKey", "choice": "CharField"},
    }


def test_ballots_have_no_history():
    tracked = {model._meta.model_name for model in apps.get_models()}
    assert {"turnoutevent", "sealedballotevent", "castballotevent", "tellercountevent"} & tracked == set()
    triggers = rows(
        "SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal "
        "AND c.relname IN ('councils_turnout', 'councils_sealedballot', 'councils_castballot')"
    )
    assert triggers == []


def test_a_ballot_writes_nothing_but_itself():
    """Every table is counted before and after: no context, session, receipt, job or notice tells of it."""
    made = open_room()
    made.vote(0)
    before = counted()
    made.vote(1)
    changed = {table: n - before[table] for table, n in counted().items() if n != before[table]}
    assert changed == {"councils_turnout": 1, "councils_sealedballot": 1}


def counted() -> dict[str, int]:
    tables = [table for (table,) in rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    return {table: rows(f'SELECT count(*) FROM "{table}"')[0][0] for table in tables}


def test_no_log_line_tells_of_the_choice(caplog):
    made = open_room()
    with caplog.at_level(logging.DEBUG):
        made.vote(0, Choice.AGAINST)
    told = [
        record.getMessage()
        for record in caplog.records
        if record.name != "django.db.backends" and "against" in record.getMessage()
    ]
    assert told == []


def test_an_administrator_sees_neither_sittings_nor_ballots():
    made = five_votes()
    made.close()
    administrator = actor(made.ward, "administrator")
    assert list(queries.visible_to(administrator)) == []


def test_the_desk_sees_who_has_voted_and_nothing_more():
    made = five_votes()
    seen = queries.attendance(made.sitting)
    assert [row.has_voted for row in seen] == [True] * 5


def test_a_failing_close_keeps_the_box(monkeypatch):
    made = five_votes()

    def fail(*args, **kwargs) -> None:
        raise RuntimeError

    monkeypatch.setattr("thidua.modules.councils.actions.voting.hand_on", fail)
    with pytest.raises(RuntimeError):
        made.close()
    assert (SealedBallot.objects.count(), CastBallot.objects.count()) == (5, 0)


def test_a_new_key_reseals_the_open_boxes():
    made = five_votes()
    assert BOX.reseal(500) == 0
    made.close()


def test_opened_votes_cannot_be_put_together_again():
    """On an agenda of two items a vote stands alone: no column joins the two votes of one ballot."""
    made = open_room(honours=("LDTT", "CSTDCS"))
    for n in range(5):
        choice = {made.items[0].pk: Choice.FOR, made.items[1].pk: Choice.FOR if n else Choice.AGAINST}
        actions.cast(sitting=made.sitting, choices=choice, actor=made.voter(n))
    made.close()
    assert CastBallot.objects.count() == 10
    assert len(rows("SELECT DISTINCT xmin::text FROM councils_castballot")) == 1


def test_a_second_request_waits_at_the_box():
    """Another connection cannot enter the box until the first ballot is committed."""
    made = open_room()
    made.vote(0)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT pg_try_advisory_xact_lock(hashtext('councils.box'), %s)", [made.sitting.pk]
            )
            assert cursor.fetchone() == (False,)
    finally:
        other.close()
