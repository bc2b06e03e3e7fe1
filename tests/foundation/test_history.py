"""The history is chained: whoever changes it, or a row behind its back, is found out."""

from datetime import UTC, date, datetime, timedelta

import pghistory
import pytest
from django.db import connection

from factories.accounts import UserFactory
from thidua.foundation import history, keys
from thidua.foundation.audit import acting
from thidua.foundation.history import outside
from thidua.foundation.keys import ring
from thidua.foundation.keys.store import write_new
from thidua.foundation.models import HistoryLink
from thidua.kernel.hashing import link
from thidua.modules.accounts.models import User

pytestmark = pytest.mark.django_db
EVENTS = "accounts_userevent"


def later() -> datetime:
    """Rows get the real time of their transaction."""
    return datetime.now(UTC) + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _keys(tmp_path, settings):
    settings.KEYS_PATH = tmp_path / "keys.json"
    write_new(settings.KEYS_PATH, ring.begun(bytes(32), date(2026, 1, 1)))
    keys.load()


@pytest.fixture
def user(db):
    user = UserFactory()
    with acting(None, action="accounts.rename", reason="wrong spelling"):
        User.objects.filter(pk=user.pk).update(full_name="Trần Thị Bình")
    return user


@pytest.fixture
def sealed(user):
    history.seal(later())
    return user


def owner(sql: str, *values: object) -> None:
    """As the owner of the tables, who can switch triggers off."""
    tables = ("accounts_user", "foundation_historylink")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def first_link() -> HistoryLink:
    return HistoryLink.objects.filter(table=EVENTS).order_by("place")[0]


def broken() -> history.Break:
    found = history.verify().broken
    assert found is not None
    return found


def test_what_was_recorded_is_sealed_once(sealed):
    verdict = history.verify()
    assert verdict.broken is None
    assert (verdict.n_waiting, verdict.n_rows >= 2) == (0, True)
    assert verdict.n_links == HistoryLink.objects.count()
    assert history.seal(later()) == 0


def test_what_is_still_warm_waits(user):
    assert history.seal(datetime.now(UTC)) == 0
    assert history.verify().n_waiting >= 2


def test_the_next_run_goes_on_where_the_last_one_stopped(sealed):
    UserFactory()
    assert history.seal(later()) >= 1
    ranges = list(
        HistoryLink.objects.filter(table=EVENTS).order_by("place").values_list("first_id", "last_id")
    )
    assert ranges[0][1] + 1 == ranges[1][0]
    assert history.verify().broken is None


def test_batches_follow_each_other(user, monkeypatch):
    monkeypatch.setattr("thidua.foundation.history.sealing.BATCH", 1)
    history.seal(later())
    assert HistoryLink.objects.filter(table=EVENTS).count() == 2
    assert history.verify().broken is None


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (f"UPDATE {EVENTS} SET full_name = 'x' WHERE pgh_obj_id = %s", "was changed"),
        (f"DELETE FROM {EVENTS} WHERE pgh_obj_id = %s", "now there are 0"),
        (
            f"""UPDATE pghistory_context SET metadata = '{{"actor": 7}}' WHERE id IN
            (SELECT pgh_context_id FROM {EVENTS} WHERE pgh_obj_id = %s)""",
            "was changed",
        ),
    ],
)
def test_a_changed_history_breaks_the_chain_at_its_link(sealed, deed, why):
    place = first_link().place
    owner(deed, sealed.pk)
    assert (broken().place, why in broken().why) == (place, True)


def test_a_row_taken_out_of_what_was_sealed_is_found(sealed):
    owner(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", first_link().last_id)
    assert "now there are 1" in broken().why


def test_a_link_rewritten_without_the_key_is_found(sealed):
    forged = first_link()
    forged.digest = "0" * 64
    forged.hash = link(forged.previous, history.sealing.content(forged))
    owner(
        "UPDATE foundation_historylink SET digest = %s, hash = %s WHERE place = %s",
        forged.digest,
        forged.hash,
        forged.place,
    )
    assert broken() == history.Break(
        forged.place, f"{EVENTS} {forged.first_id}–{forged.last_id}", "The link was not signed with our key."
    )


def test_a_link_taken_out_is_missed(sealed, monkeypatch):
    monkeypatch.setattr("thidua.foundation.history.sealing.BATCH", 1)
    UserFactory()
    history.seal(later())
    owner("DELETE FROM foundation_historylink WHERE place = 1")
    assert broken().place == 2


def test_links_taken_off_the_end_are_missed_outside_the_database(sealed):
    last = HistoryLink.objects.order_by("place").last()
    owner("DELETE FROM foundation_historylink WHERE place = %s", last.place)
    assert broken().why == f"The last links are missing: link {last.place} was noted outside the database."


def test_an_older_head_does_not_wipe_out_the_noted_one(sealed):
    noted = outside.read()
    outside.write(HistoryLink(place=0, hash="1" * 64))
    assert outside.read() == noted


def test_rows_that_agree_with_their_history_are_not_named(user):
    assert list(history.strays()) == []


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("UPDATE accounts_user SET full_name = 'x' WHERE id = %s", "The row was changed without a record."),
        ("DELETE FROM accounts_user WHERE id = %s", "The row was deleted without a record."),
        (f"DELETE FROM {EVENTS} WHERE pgh_obj_id = %s", "The row was added without a record."),
        (
            f"UPDATE {EVENTS} SET pgh_label = 'delete' WHERE pgh_obj_id = %s",
            "The row was recorded as deleted and is there.",
        ),
    ],
)
def test_a_row_changed_behind_the_application_is_named(user, deed, why):
    owner(deed, user.pk)
    assert list(history.strays()) == [history.Stray("accounts_user", str(user.pk), why)]


def test_a_deletion_that_was_recorded_is_in_order(user):
    with pghistory.context(action="test"):
        User.objects.filter(pk=user.pk).delete()
    assert list(history.strays()) == []
