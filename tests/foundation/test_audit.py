import pghistory.models
import psycopg
import pytest
from django.db import connection

from factories.accounts import UserFactory
from factories.organisations import OrganisationFactory
from thidua.foundation.audit import acting
from thidua.foundation.bulk import copy_in
from thidua.foundation.history import strays
from thidua.modules.accounts.models import User
from thidua.modules.people.models import Household


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_user SET full_name = 'x'",
        "UPDATE people_household SET known = known",
        "DELETE FROM people_household",
        """INSERT INTO people_household (organisation_id, head_name, address, known, search, sort)
            SELECT organisation_id, 'x', '', '{}', 'x', 'x' FROM people_household""",
    ],
)
def test_a_write_without_context_is_refused(db, statement):
    UserFactory()
    households(2)
    driver = connection.connection
    driver.execute("SELECT set_config('pghistory.context_id', '', true)")
    with pytest.raises(psycopg.errors.RaiseException, match="needs its context"), driver.transaction():
        driver.execute(statement)


def test_so_is_a_copy(db):
    [first] = households(1)
    driver = connection.connection
    driver.execute("SELECT set_config('pghistory.context_id', '', true)")
    columns = "organisation_id, head_name, address, known, search, sort"
    with (
        pytest.raises(psycopg.errors.RaiseException, match="needs its context"),
        driver.transaction(),
        driver.cursor().copy(f"COPY people_household ({columns}) FROM STDIN") as copy,
    ):
        copy.write_row((first.organisation_id, "x", "", "{}", "x", "x"))


def test_a_statement_that_changes_nothing_asks_for_no_context_and_leaves_none(db):
    driver = connection.connection or connection.cursor().connection
    before = pghistory.models.Context.objects.count()
    driver.execute("SELECT set_config('pghistory.context_id', '', true)")
    driver.execute("DELETE FROM people_household")
    driver.execute("UPDATE people_household SET address = ''")
    driver.execute("INSERT INTO people_household SELECT * FROM people_household")
    assert pghistory.models.Context.objects.count() == before


def test_the_history_says_who_and_why(db):
    user = UserFactory()
    with acting(None, action="accounts.rename", reason="wrong spelling"):
        User.objects.filter(pk=user.pk).update(full_name="Trần Thị Bình")
    event = user.events.order_by("pgh_id").last()
    assert event.full_name == "Trần Thị Bình"
    assert event.pgh_context.metadata["reason"] == "wrong spelling"


def households(n: int) -> list[Household]:
    unit = OrganisationFactory()
    rows = [
        Household(organisation=unit, head_name=f"Nguyễn Văn {k}", search="x", sort=f"{k}") for k in range(n)
    ]
    return Household.objects.bulk_create(rows)


def test_each_of_many_rows_has_its_own_record_with_who_and_why(db):
    unit = OrganisationFactory()
    with acting(None, action="people.enter"):
        copy_in(
            [Household(organisation=unit, head_name=f"Trần {n}", search="x", sort=f"{n}") for n in range(5)]
        )
    rows = list(Household.objects.order_by("pk"))
    events = list(Household.pgh_event_model.objects.order_by("pgh_id"))
    assert [(event.pgh_obj_id, event.pgh_label, event.head_name) for event in events] == [
        (row.pk, "insert", row.head_name) for row in rows
    ]
    assert {event.pgh_context.metadata["action"] for event in events} == {"people.enter"}
    with acting(None, action="people.take_back"):
        Household.objects.filter(pk__lt=rows[3].pk)._raw_delete("default")
    gone = Household.pgh_event_model.objects.filter(pgh_label="delete").order_by("pgh_id")
    assert [event.head_name for event in gone] == ["Trần 0", "Trần 1", "Trần 2"]
    assert {event.pgh_context.metadata["action"] for event in gone} == {"people.take_back"}
    assert list(strays()) == []
