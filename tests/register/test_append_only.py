"""Entries are added and never changed: refused to everybody by trigger, to the application by its rights."""

import pytest
from django.db import Error, connection, transaction

from factories.organisations import WardFactory, actor
from factories.people import PersonFactory
from factories.register import award_to, entered
from thidua.foundation.grants import grant_application
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db
CHANGES = [
    "UPDATE register_entry SET name = 'Người khác'",
    "DELETE FROM register_entry",
    "TRUNCATE register_entry CASCADE",
]


@pytest.fixture(autouse=True)
def entry():
    ward = WardFactory()
    return entered(ward, actor(ward, Role.CLERK), award_to(PersonFactory(organisation=ward)))[0]


def refusal(sql: str, role: str = "") -> str:
    as_role = f"SET LOCAL ROLE {role};" if role else ""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(Error) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(as_role + sql)
    return str(refused.value)


@pytest.mark.parametrize("sql", CHANGES)
def test_the_application_has_no_right_to_change_entries(sql):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = 'thidua_app'")
        if cursor.fetchone() is None:
            cursor.execute("CREATE ROLE thidua_app NOLOGIN")
    grant_application()
    assert "permission denied" in refusal(sql, role="thidua_app")


@pytest.mark.parametrize("sql", CHANGES)
def test_even_the_owner_is_refused_by_trigger(sql):
    sentence = refusal(sql)
    assert "append-only" in sentence or "append_only" in sentence
